import { z } from 'zod'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import { confidenceSchema, keySchema, localTextSchema } from '@/lib/procedures/shape/text'

/** Who fills one line of the result: the answers, the system at issue, or the solving agency. */
export const resultSourceSchema = z.discriminatedUnion('from', [
  /** The description of one field, as the applicant reads it in Vietnamese. */
  z.strictObject({ from: z.literal('answer'), field: z.string().min(1) }),
  /** `{field}` stands for a description; a part in `[…]` falls away when a field in it is empty. */
  z.strictObject({ from: z.literal('composed'), template: z.string().min(1) }),
  z.strictObject({
    from: z.literal('system'),
    value: z.enum(['licence-number', 'issued-on', 'issue-place', 'verification-code']),
  }),
  /** The name of the document that comes with the result; nothing where none does. */
  z.strictObject({ from: z.literal('companion') }),
  z.strictObject({
    from: z.literal('authority'),
    value: z.enum(['name', 'signer', 'signer-title']),
  }),
])
export type ResultSource = z.infer<typeof resultSourceSchema>

/**
 * `{seq:5}` is the yearly or running ordinal, `{licence_suffix}` the letters of the province, `{year}`,
 * `{yy}`, `{mm}` the date of issue, `{answer:key}` a choice that everybody makes.
 * `example` must match `regex` (checked when a definition is parsed).
 */
export const numberPatternSchema = z.strictObject({
  format: z.string().min(1),
  example: z.string().min(1),
  regex: z.string().min(1),
  restart: z.enum(['never', 'yearly']),
  confidence: confidenceSchema,
})
export type NumberPattern = z.infer<typeof numberPatternSchema>

export const resultFieldSchema = z.strictObject({
  key: keySchema,
  label: localTextSchema,
  source: resultSourceSchema,
  /** An empty optional line is left out of the print. */
  optional: z.boolean().default(false),
})

/** A table of the form that is printed after the signature, such as the list of techniques. */
const annexSchema = z.strictObject({
  title: localTextSchema,
  field: keySchema,
  columns: z.array(z.strictObject({ key: keySchema, share: z.number().positive() })).min(1),
})
export type AnnexRules = z.infer<typeof annexSchema>

/**
 * A second document that is decided, signed, numbered and sealed together with the result: the decision on
 * the list of techniques, the certificate of good practice.
 */
export const companionSchema = z.strictObject({
  type: localTextSchema,
  /** A decision stands in articles after "QUYẾT ĐỊNH:"; a certificate in numbered lines like a licence. */
  layout: z.enum(['certificate', 'decision']),
  act: z.string().min(1),
  template: keySchema,
  number: numberPatternSchema,
  /** It comes only when this holds for the answers; without it always. */
  when: conditionSchema.optional(),
  fields: z.array(resultFieldSchema).min(1),
  annex: annexSchema.optional(),
})
export type CompanionRules = z.infer<typeof companionSchema>

export const resultSchema = z.strictObject({
  type: localTextSchema,
  /** What the head of the agency does by it, in the line of authority: "cấp giấy phép", "chứng nhận". */
  act: z.string().min(1),
  template: keySchema,
  number: numberPatternSchema,
  fields: z.array(resultFieldSchema).min(1),
  attachments: z.array(localTextSchema),
  annex: annexSchema.optional(),
  companion: companionSchema.optional(),
  /** Months of validity; null is without expiry. */
  validMonths: z.int().positive().nullable(),
  validityNote: localTextSchema.optional(),
  published: z.boolean(),
})
export type ResultRules = z.infer<typeof resultSchema>
