import { z } from 'zod'
import { confidenceSchema, keySchema, localTextSchema } from '@/lib/procedures/shape/text'

/** Who fills one line of the result: the answers, the system at issue, or the solving agency. */
export const resultSourceSchema = z.discriminatedUnion('from', [
  /** The description of one field, as the applicant reads it in Vietnamese. */
  z.strictObject({ from: z.literal('answer'), field: z.string().min(1) }),
  /** `{field}` stands for a description; a part in `[…]` falls away when a field in it is empty. */
  z.strictObject({ from: z.literal('composed'), template: z.string().min(1) }),
  z.strictObject({
    from: z.literal('system'),
    value: z.enum([
      'licence-number',
      'issued-on',
      'issue-place',
      'verification-code',
      'technique-decision',
    ]),
  }),
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

export const resultSchema = z.strictObject({
  type: localTextSchema,
  /** What the head of the agency does by it, in the line of authority: "cấp giấy phép", "chứng nhận". */
  act: z.string().min(1),
  template: keySchema,
  number: numberPatternSchema,
  fields: z.array(resultFieldSchema).min(1),
  attachments: z.array(localTextSchema),
  /** A table of the form that is printed after the signature, such as the list of techniques. */
  annex: z
    .strictObject({
      title: localTextSchema,
      field: keySchema,
      columns: z.array(z.strictObject({ key: keySchema, share: z.number().positive() })).min(1),
    })
    .optional(),
  /** Months of validity; null is without expiry. */
  validMonths: z.int().positive().nullable(),
  validityNote: localTextSchema.optional(),
  published: z.boolean(),
})
export type ResultRules = z.infer<typeof resultSchema>
