import { z } from 'zod'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import { keySchema, localTextSchema } from '@/lib/procedures/shape/text'

const common = {
  key: keySchema,
  /** What the applicant reads; `{row}` and `{name}` stand for the place found. */
  message: localTextSchema,
  severity: z.enum(['warning', 'error']),
  basis: keySchema.nullable(),
  /** The field the applicant is sent to. */
  field: z.string().min(1),
  /** The rule is looked at only when this holds. */
  appliesWhen: conditionSchema.optional(),
}
const columnOf = z.strictObject({ table: keySchema, column: keySchema })

/** Rules across fields; each kind is one function in pre-checks.ts. */
export const crossRuleSchema = z.discriminatedUnion('check', [
  /** Speaks up when the condition holds. */
  z.strictObject({ ...common, check: z.literal('condition'), when: conditionSchema }),
  /** Numbers that no authority can have given out: province, century or year of birth do not fit. */
  z.strictObject({ ...common, check: z.literal('personal-id-structure') }),
  /** The value of the field must stand in a column of a table. */
  z.strictObject({ ...common, check: z.literal('field-in-column'), column: columnOf }),
  /** Every value of a column must stand in a column of another table. */
  z.strictObject({
    ...common,
    check: z.literal('column-in-column'),
    from: columnOf,
    column: columnOf,
    nameColumn: keySchema,
  }),
  /** The chosen scopes must cover the specialty, by the `specialties` of the scope list. */
  z.strictObject({
    ...common,
    check: z.literal('scope-covers'),
    scopes: z.string(),
    specialty: z.string(),
    list: keySchema,
  }),
  /** The timetable of a person must cover the opening hours, or reach these hours in a week. */
  z.strictObject({
    ...common,
    check: z.literal('schedule-covers'),
    schedule: z.string(),
    opening: z.string(),
    orWeeklyHours: z.number().positive(),
  }),
  /** The hours of each row must lie within the opening hours. */
  z.strictObject({
    ...common,
    check: z.literal('rows-within'),
    table: keySchema,
    schedule: keySchema,
    opening: z.string(),
    nameColumn: keySchema,
  }),
  /** The hours here and the hours elsewhere of one row may not meet. */
  z.strictObject({
    ...common,
    check: z.literal('rows-overlap'),
    table: keySchema,
    schedule: keySchema,
    other: keySchema,
    nameColumn: keySchema,
  }),
  /** At every opening hour somebody of the table must be there. */
  z.strictObject({
    ...common,
    check: z.literal('opening-staffed'),
    table: keySchema,
    schedule: keySchema,
    opening: z.string(),
  }),
  /** The sum of a column may not exceed a field. */
  z.strictObject({
    ...common,
    check: z.literal('sum-at-most'),
    column: columnOf,
    limit: z.string(),
  }),
  /** At least `count` rows of the table must meet the condition (columns of the row are fields). */
  z.strictObject({
    ...common,
    check: z.literal('rows-at-least'),
    table: keySchema,
    count: z.int().positive(),
    where: conditionSchema,
  }),
  /** Of two days or two numbers the first may not be above the last, in the form or in each row. */
  z.strictObject({
    ...common,
    check: z.literal('in-order'),
    first: z.string().min(1),
    last: z.string().min(1),
    /** Then both are columns of it, and `nameColumn` says whose row it is. */
    rows: z.strictObject({ table: keySchema, nameColumn: keySchema }).optional(),
  }),
  /** The stretches of time in the rows, counted once where they meet, must reach the months claimed. */
  z.strictObject({
    ...common,
    check: z.literal('periods-reach'),
    table: keySchema,
    from: keySchema,
    to: keySchema,
    months: z.string().min(1),
  }),
  /** For the specialty of each row somebody of the other table must have a scope that covers it. */
  z.strictObject({
    ...common,
    check: z.literal('specialties-covered'),
    from: columnOf,
    scopes: columnOf,
    list: keySchema,
    nameColumn: keySchema,
  }),
])
export type CrossRule = z.infer<typeof crossRuleSchema>
export type CrossRuleOf<Check extends CrossRule['check']> = Extract<CrossRule, { check: Check }>
