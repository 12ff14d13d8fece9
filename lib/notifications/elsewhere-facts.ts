import type { Queryable } from '@/db/client'
import type { NoticeEvent, NoticeSubject } from '@/db/queries/notifications'
import { findReceiver } from '@/db/queries/passings'
import type { Params } from './messages/message'

/** What the messages about a dossier filed elsewhere say beside the status; undefined for all others. */
export async function elsewhereFacts(
  on: Queryable,
  { dossierId, acceptedAt }: NoticeSubject,
  { type, details }: NoticeEvent,
): Promise<Params | undefined> {
  const filing = type === 'submit' || (type === 'fee-paid' && acceptedAt === null)
  if (!filing && type !== 'pass-on') return undefined
  const receiver = await findReceiver(on, dossierId)
  if (!receiver) return undefined
  const names = { receiverVi: receiver.nameVi, receiverEn: receiver.nameEn }
  return filing ? names : { ...names, papersBy: String(details['papersDueAt'] ?? '') }
}
