import type { TextFieldSpec } from './layout/form-fields'

/**
 * The text fields of a licence that stay empty when the leader signs and are filled in the clerk's
 * revision: number and date are given after signing (Decree 30/2020, Art. 18).
 */
export const LICENCE_TEXT_FIELDS = {
  'document-number': { face: 'regular', size: 13, width: 104, description: 'Số giấy phép' },
  'issue-day': { face: 'italic', size: 13, width: 13, description: 'Ngày cấp' },
  'issue-month': { face: 'italic', size: 13, width: 13, description: 'Tháng cấp' },
  'issue-year': { face: 'italic', size: 13, width: 26, description: 'Năm cấp' },
} as const satisfies Record<string, TextFieldSpec>

export type LicenceTextField = keyof typeof LICENCE_TEXT_FIELDS
