import { z } from 'zod'
import type { Day } from '@/lib/deadlines/day'
import raw from '@/lib/deadlines/one-door-rules.json' with { type: 'json' }

const ONE_DOOR_RULES = [
  'alert-desk',
  'answer-intake',
  'supplement-rounds',
  'ask-supplement-within',
  'close-without-reply',
  'apology-before-due',
  'extensions',
  'correct-result',
  'pass-paper',
] as const
export type OneDoorRuleKey = (typeof ONE_DOOR_RULES)[number]

const ruleSchema = z.strictObject({
  key: z.enum(ONE_DOOR_RULES),
  value: z.number().positive(),
  unit: z.enum(['hour', 'working-hour', 'working-day', 'calendar-day', 'round']),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  legal: z.string().min(1),
  article: z.string().min(1),
  confidence: z.string().min(1),
})
export type OneDoorRule = z.infer<typeof ruleSchema>

const RULES: readonly OneDoorRule[] = z.array(ruleSchema).parse(raw)

/** A number of the one-door decree as in force on a day, with its legal basis. */
export function oneDoorRule(key: OneDoorRuleKey, on: Day): OneDoorRule {
  const rule = RULES.find(
    (candidate) =>
      candidate.key === key &&
      candidate.from <= on &&
      (candidate.to === null || on <= candidate.to),
  )
  // Before the decree its numbers were the same in Decree 61/2018; the first version answers.
  const known = rule ?? RULES.find((candidate) => candidate.key === key)
  if (!known) throw new Error(`no rule ${key}`)
  return known
}
