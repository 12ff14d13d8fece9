import type { AgencyRow } from '@/db/queries/agencies'
import type { DocumentKind } from '@/db/schema/documents'
import { renderExtensionLetter } from '@/lib/documents/extension-letter'
import { extensionLetterDataSchema } from '@/lib/documents/extension-letter-data'
import type { PreparedDocument } from '@/lib/documents/prepared-document'
import { renderStopNotice } from '@/lib/documents/stop-notice'
import { stopNoticeDataSchema } from '@/lib/documents/stop-notice-data'

/** Letters of the agency: signed by its leader, then numbered, dated and sealed by the records clerk. */
export type LetterKind = Extract<DocumentKind, 'extension-letter' | 'stop-notice'>

type LetterForm = {
  /** The leader's act that signs it. */
  granted: 'grant-extension' | 'confirm-stop'
  /** Reason written into the leader's signature. */
  reason: string
  fileName: string
  /** Its own series of numbers in each agency, anew each year (Decree 30/2020 Art. 15). */
  series: string
  number: string
  render: (data: unknown) => Promise<PreparedDocument>
}

/** Numbers follow Decree 30/2020 Annex I: a named document "12/TB-SYT", an official letter "12/SYT-NVY". */
export const LETTER_FORMS = {
  'extension-letter': {
    granted: 'grant-extension',
    reason: 'Ký văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    fileName: 'van-ban-xin-loi-gia-han',
    series: 'CV',
    number: '{seq}/{agency}-NVY',
    render: (data) => renderExtensionLetter(extensionLetterDataSchema.parse(data)),
  },
  'stop-notice': {
    granted: 'confirm-stop',
    reason: 'Ký thông báo dừng giải quyết hồ sơ',
    fileName: 'thong-bao-dung-giai-quyet',
    series: 'TB',
    number: '{seq}/TB-{agency}',
    render: (data) => renderStopNotice(stopNoticeDataSchema.parse(data)),
  },
} as const satisfies Record<LetterKind, LetterForm>

export const LETTER_KINDS: readonly LetterKind[] = ['extension-letter', 'stop-notice']

/** The letter a stored document is; throws for any other document. */
export function letterKindOf({ kind }: { kind: DocumentKind }): LetterKind {
  const letter = LETTER_KINDS.find((known) => known === kind)
  if (!letter) throw new Error(`${kind} is no letter`)
  return letter
}

/** How an agency signs its letters: a department of the Ministry by letters of its own. */
function symbolOf({ kind, licenceSuffix }: Pick<AgencyRow, 'kind' | 'licenceSuffix'>): string {
  if (kind === 'provincial-health-department') return 'SYT'
  return kind === 'ministry' ? 'BYT' : licenceSuffix
}

/** "12/TB-SYT": the number of a letter from its ordinal in the agency's series. */
export function letterNumber(
  kind: LetterKind,
  { ordinal, agency }: { ordinal: number; agency: Pick<AgencyRow, 'kind' | 'licenceSuffix'> },
): string {
  return LETTER_FORMS[kind].number
    .replace('{seq}', String(ordinal).padStart(2, '0'))
    .replace('{agency}', symbolOf(agency))
}
