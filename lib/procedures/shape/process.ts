import { z } from 'zod'
import { timeLimitSchema } from '@/lib/deadlines/time-limit'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import {
  confidenceSchema,
  daySchema,
  keySchema,
  localTextSchema,
} from '@/lib/procedures/shape/text'
import { OFFICER_ROLES } from '@/lib/workflow/roles'

export const clockStartSchema = z.enum([
  'submission',
  'acceptance',
  'inspection-minutes',
  'correction-report',
  'payment',
  'decision',
])
export type ClockStart = z.infer<typeof clockStartSchema>

/** One promise of the law. Clocks follow each other; between two of them the facility may be awaited. */
export const clockSchema = z.strictObject({
  key: keySchema,
  label: localTextSchema,
  /** The promise in words: "Thẩm định trong 60 ngày từ khi nhận đủ hồ sơ". */
  promise: localTextSchema,
  limit: z.array(timeLimitSchema).min(1),
  /** Temporary cuts of the limit: the days on which they hold, and by which text (Resolution 66.16/2026/NQ-CP). */
  cuts: z
    .array(
      z.strictObject({
        limit: z.array(timeLimitSchema).min(1),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
        legal: z.string().min(1),
        confidence: confidenceSchema,
      }),
    )
    .default([]),
  /** What the law says must be done within the clock, and by when. */
  stages: z
    .array(
      z.strictObject({
        key: keySchema,
        label: localTextSchema,
        limit: timeLimitSchema,
        confidence: confidenceSchema,
      }),
    )
    .default([]),
  startsAt: clockStartSchema,
  /** Later events from which the clock counts again, e.g. the report on corrections. */
  restartsAt: z.array(clockStartSchema).default([]),
  endsAt: clockStartSchema.or(z.enum(['intake-answer', 'issue', 'publication'])),
  basis: keySchema.optional(),
  confidence: confidenceSchema,
})
export type ProcedureClock = z.infer<typeof clockSchema>

export const supplementSchema = z.strictObject({
  rounds: z.int().min(0),
  /** How long the unit has to ask, and the applicant to answer. */
  askWithin: timeLimitSchema,
  answerWithin: timeLimitSchema,
  /** What the answer does to the clock: Decree 118/2025 Art. 19.5 counts it anew. */
  effect: z.enum(['restart', 'pause']),
  basis: keySchema,
})

/** How the catalogue of procedures calls the roles, and what they are called here. */
const CATALOGUE_ROLES: Readonly<Record<string, string>> = {
  'intake-officer': 'deskOfficer',
  'finance-officer': 'cashier',
  'case-officer': 'caseOfficer',
  'expert-reviewer': 'caseOfficer',
  'inspection-team': 'caseOfficer',
  council: 'caseOfficer',
  'division-head': 'headOfDivision',
  approver: 'agencyLeader',
  clerk: 'recordsClerk',
}

/** An administrator looks after the system and has no step in any procedure. */
export const stepRoleSchema = z
  .enum([...OFFICER_ROLES, 'applicant', 'system'])
  .exclude(['administrator'], {
    error: ({ input }) => {
      const here = CATALOGUE_ROLES[String(input)]
      return here ? `the role "${input}" is called "${here}" here` : `there is no role "${input}"`
    },
  })
export type StepRole = z.infer<typeof stepRoleSchema>

export const stepSchema = z.strictObject({
  key: keySchema,
  name: localTextSchema,
  role: stepRoleSchema,
  /** Who works with the role: the inspection team, an expert council. */
  together: localTextSchema.optional(),
  kind: z.enum([
    'intake',
    'task',
    'inspection',
    'meeting',
    'external',
    'signature',
    'delivery',
    'automatic',
    'after-issue',
  ]),
  /** The clock this step spends, and its share of it; the shares of a clock make 1. */
  clock: keySchema.nullable(),
  share: z.number().min(0).max(1),
  actions: z.array(keySchema).min(1),
})
export type Step = z.infer<typeof stepSchema>

/** By which decision the agency approved the process that these steps describe (TT 01/2018 Art. 8). */
export const processSchema = z.strictObject({
  decision: z.strictObject({
    number: z.string().min(1),
    day: daySchema,
    confidence: confidenceSchema,
  }),
})

/** A clause of law, the one place from which checklist, slips and warnings take their ground. */
export const clauseSchema = z.strictObject({
  key: keySchema,
  law: z.string().min(1),
  article: z.string().min(1),
  text: localTextSchema,
  confidence: confidenceSchema,
})
export type Clause = z.infer<typeof clauseSchema>

/** A reason to ask for a supplement or to refuse; it fills slips 02 and 03 and the statistics. */
export const reasonSchema = z.strictObject({
  key: keySchema,
  text: localTextSchema,
  appliesTo: z.array(z.enum(['paper', 'field', 'dossier'])).min(1),
  basis: keySchema.nullable(),
})
export type Reason = z.infer<typeof reasonSchema>

export const checklistItemSchema = z.strictObject({
  key: keySchema,
  text: localTextSchema,
  severity: z.enum(['blocking', 'advice']),
  stage: z.enum(['desk', 'site', 'both']),
  appliesWhen: conditionSchema.optional(),
  /** Null only while the clause is not known yet; counted as a warning. */
  basis: keySchema.nullable(),
  fields: z.array(z.string()).default([]),
  papers: z.array(keySchema).default([]),
})
export type ChecklistItem = z.infer<typeof checklistItemSchema>
