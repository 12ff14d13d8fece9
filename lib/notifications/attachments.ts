import type { OutgoingMessageRow } from '@/db/queries/notifications'
import type { Attachment } from './channels/channel'

/** Reads a document of a dossier as PDF; undefined while it is not rendered. The jobs room gives it. */
export type ReadDocument = (
  dossierId: string,
  kind: 'receipt-slip',
) => Promise<Uint8Array | undefined>

export const SLIP_IS_LATE = 'the slip is not there yet'

/** So many tries (some six minutes) a letter waits for its slip; then it goes without. */
const WAITING_TRIES = 5

/** Slip 01 for the letter of acceptance; nothing for other letters. The words do not count on it. */
export async function slipFor(
  { kind, dossierId, attempts, params }: OutgoingMessageRow,
  readDocument: ReadDocument,
): Promise<Attachment[] | typeof SLIP_IS_LATE> {
  if (kind !== 'accepted' || !dossierId) return []
  const pdf = await readDocument(dossierId, 'receipt-slip')
  if (!pdf) return attempts < WAITING_TRIES ? SLIP_IS_LATE : []
  const code = (params['dossierCode'] ?? '').replace(/[^\w.-]/g, '-')
  const filename = `Giay-tiep-nhan-ho-so-${code}.pdf`
  return [{ filename, contentType: 'application/pdf', content: Buffer.from(pdf) }]
}
