import { z } from 'zod'
import { findUnprintable } from './printable'

/** A text of a printed document: NFC, every character in the print fonts. */
export const printText = z
  .string()
  .normalize('NFC')
  .superRefine((text, context) => {
    const characters = findUnprintable(text)
    if (characters.length === 0) return
    context.addIssue({
      code: 'custom',
      message: 'unprintable-characters',
      params: { characters },
    })
  })

/** The left side of the head of a document, and the place of its date line. */
export const headingSchema = z.object({
  /** 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI'; empty when there is none. */
  parentAgency: printText,
  agency: printText,
  /** 'Hà Nội' */
  place: printText,
})
