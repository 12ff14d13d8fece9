import { accept, type Result, refuse } from '@/lib/shared/result'
import { fieldAppearance } from './layout/form-fields'
import { LICENCE_TEXT_FIELDS, type LicenceTextField } from './licence-fields'
import { findUnprintable, type UnprintableText } from './printable'
import { officialDateParts } from './vietnamese-dates'

/** What a signed revision writes into a text field: its /V and the content of its /AP /N. */
export type FieldFill = { name: string; value: string; contentStream: string }

/**
 * The appearance of a filled licence field. The stream replaces the content of the field's existing
 * appearance; that one's dictionary (BBox, Resources with the font) stays as it is.
 * Throws on a character without a glyph: check a number that people write with `licenceFills`.
 */
export function fillAppearance(name: LicenceTextField, value: string): FieldFill {
  const text = value.normalize('NFC')
  return { name, value: text, contentStream: fieldAppearance(LICENCE_TEXT_FIELDS[name], text) }
}

/**
 * Number and date of issue as the four field fills, the date by the rule of leading zeros.
 * `issuedOn` is 'YYYY-MM-DD' on the calendar of Viet Nam.
 */
export function licenceFills(
  documentNumber: string,
  issuedOn: string,
): Result<FieldFill[], UnprintableText> {
  const characters = findUnprintable(documentNumber)
  if (characters.length > 0) return refuse({ code: 'unprintable-characters', characters })
  const { day, month, year } = officialDateParts(issuedOn)
  return accept([
    fillAppearance('document-number', documentNumber),
    fillAppearance('issue-day', day),
    fillAppearance('issue-month', month),
    fillAppearance('issue-year', year),
  ])
}
