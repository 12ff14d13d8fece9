import { z } from 'zod'

/** Text in the two languages of the portal; neither may be empty. */
export const localTextSchema = z.strictObject({
  vi: z.string().trim().min(1),
  en: z.string().trim().min(1),
})
export type LocalText = z.infer<typeof localTextSchema>
export type Locale = keyof LocalText

/** A key of the definition: letters, digits, hyphen or underscore; it becomes a form name. */
export const keySchema = z.string().regex(/^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/)

/** A plain date written YYYY-MM-DD that exists in the calendar. */
export const daySchema = z.iso.date()

/**
 * How sure we are of a fact. `verified` and `secondary` name a source of the catalogue (S05 …);
 * `unconfirmed` must be shown to people as still to be confirmed.
 */
export const confidenceSchema = z
  .string()
  .regex(
    /^((verified|secondary)(:[A-Za-z0-9-]+)?|own_knowledge|own_knowledge_low|unconfirmed|unknown|designed)$/,
  )
export type Confidence = z.infer<typeof confidenceSchema>
