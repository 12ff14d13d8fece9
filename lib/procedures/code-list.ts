import { z } from 'zod'
import { confidenceSchema, keySchema, localTextSchema } from '@/lib/procedures/shape/text'

export const codeListItemSchema = z.strictObject({
  value: z.string().min(1),
  label: localTextSchema,
  /** An item kept for old dossiers only; it is described but no longer offered. */
  active: z.boolean().default(true),
  /** For scopes of practice: the titles and specialties a scope goes with. */
  title: z.string().optional(),
  specialties: z.array(z.string()).optional(),
  group: z.string().optional(),
})
export type CodeListItem = z.infer<typeof codeListItemSchema>

export const codeListSchema = z.strictObject({
  key: keySchema,
  confidence: confidenceSchema,
  note: z.string().optional(),
  items: z.array(codeListItemSchema).min(1),
})
export type CodeList = z.infer<typeof codeListSchema>
