import { z } from 'zod'
import documentTypes from '@/lib/procedures/document-types/document-types.json' with {
  type: 'json',
}
import { confidenceSchema, keySchema, localTextSchema } from '@/lib/procedures/shape/text'

/**
 * A kind of document that several procedures ask for. What was filed once as this kind may serve again:
 * papers of the `owner` for whatever they file, those of a `matter` (a facility, a product) only for it.
 */
const documentTypeSchema = z.strictObject({
  key: keySchema,
  name: localTextSchema,
  about: z.enum(['owner', 'matter']),
  /** Templates of results of this portal that are this document: nobody has to scan those. */
  results: z.array(keySchema).min(1).optional(),
  /** How long a copy may be used again, where a rule ends it; in months from its day. */
  validMonths: z.int().positive().optional(),
  confidence: confidenceSchema.optional(),
  note: z.string().optional(),
})
export type DocumentType = z.infer<typeof documentTypeSchema>

/** The shipped kinds by their keys. */
export const DOCUMENT_TYPES: ReadonlyMap<string, DocumentType> = new Map(
  z
    .array(documentTypeSchema)
    .parse(documentTypes)
    .map((type) => [type.key, type]),
)
