import type { FieldPiece } from './layout/heading'
import { LICENCE_TEXT_FIELDS, type LicenceTextField } from './licence-fields'

const DESCRIPTIONS = {
  'document-number': 'Số, ký hiệu văn bản',
  'issue-day': 'Ngày ban hành',
  'issue-month': 'Tháng ban hành',
  'issue-year': 'Năm ban hành',
} as const satisfies Record<LicenceTextField, string>

/**
 * A number or date field of a letter: name and measures are those of the licence, so that
 * `licenceFills` fills both; only what is read aloud differs.
 */
export function letterField(name: LicenceTextField): FieldPiece {
  return { field: name, spec: { ...LICENCE_TEXT_FIELDS[name], description: DESCRIPTIONS[name] } }
}
