import { z } from 'zod'
import type { Day } from '@/lib/deadlines/day'
import { findRangeFault } from '@/lib/deadlines/effective-ranges'
import raw from '@/lib/deadlines/one-door-rules.json' with { type: 'json' }

const ONE_DOOR_RULES = [
  'alert-desk',
  'answer-intake',
  'forward-cutoff',
  'supplement-rounds',
  'ask-supplement-within',
  'close-without-reply',
  'remind-first',
  'remind-second',
  'remind-last',
  'ask-extension-first',
  'ask-extension-last',
  'apology-before-due',
  'extensions',
  'correct-result',
  'pass-paper',
  'fees-to-budget',
] as const
export type OneDoorRuleKey = (typeof ONE_DOOR_RULES)[number]

const ruleSchema = z.strictObject({
  key: z.enum(ONE_DOOR_RULES),
  value: z.number().positive(),
  unit: z.enum(['hour', 'hour-of-day', 'working-hour', 'working-day', 'calendar-day', 'round']),
  /** Both days are included; null while no end is known. */
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  legal: z.string().min(1),
  article: z.string().min(1),
  /** `designed` where no law names the number and the house chose it. */
  confidence: z.string().min(1),
})
export type OneDoorRule = z.infer<typeof ruleSchema>

/** The dated settings; refused whole when a rule is missing, or its versions overlap or leave a gap. */
export const oneDoorRulesSchema = z.array(ruleSchema).superRefine((rules, context) => {
  for (const key of ONE_DOOR_RULES) {
    const versions = rules.filter((rule) => rule.key === key)
    const fault = versions.length === 0 ? { code: 'rule-missing' } : findRangeFault(versions)
    if (fault) context.addIssue({ code: 'custom', path: [key], message: fault.code })
  }
})

const RULES: readonly OneDoorRule[] = oneDoorRulesSchema.parse(raw)

/**
 * A number of the one-door decree as in force on a day, with its legal basis (Decree 118/2025).
 * A day before the first version gets the first: nothing in this system is older than the decree,
 * yet a question about an earlier day must not stop the work. After an end without successor the
 * last one stays for the same reason.
 */
export function oneDoorRule(key: OneDoorRuleKey, on: Day): OneDoorRule {
  const versions = RULES.filter((rule) => rule.key === key).sort((a, b) =>
    a.from.localeCompare(b.from),
  )
  const rule = versions.findLast(({ from }) => from <= on) ?? versions[0]
  if (!rule) throw new Error(`no rule ${key}`)
  return rule
}
