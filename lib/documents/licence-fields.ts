import type { TextFieldSpec } from './layout/form-fields'

const DATE_PART = { face: 'italic', size: 13, align: 'centre' } as const

/**
 * The text fields of a licence that stay empty when the leader signs and are filled in the clerk's
 * revision: number and date are given after signing (Decree 30/2020, Art. 18).
 */
export const LICENCE_TEXT_FIELDS = {
  'document-number': {
    face: 'regular',
    size: 13,
    width: 110,
    align: 'left',
    description: 'Số giấy phép',
  },
  'issue-day': { ...DATE_PART, width: 13, description: 'Ngày cấp' },
  'issue-month': { ...DATE_PART, width: 13, description: 'Tháng cấp' },
  'issue-year': { ...DATE_PART, width: 26, description: 'Năm cấp' },
} as const satisfies Record<string, TextFieldSpec>

export type LicenceTextField = keyof typeof LICENCE_TEXT_FIELDS
