import { z } from 'zod'
import { printText } from './print-text'
import { letterFrame } from './slip-parts'

/** All that the letter of apology and extension prints (form 04 of Circular 03/2025/TT-VPCP). */
export const extensionLetterDataSchema = z.object({
  ...letterFrame,
  originalDueAt: z.iso.datetime(),
  newDueAt: z.iso.datetime(),
  /** Why, '\n' starts a new line. */
  reason: printText,
})

export type ExtensionLetterData = z.infer<typeof extensionLetterDataSchema>
