import type { Queryable } from '@/db/client'
import { getDocument } from '@/db/queries/documents'
import { findExtension } from '@/db/queries/extensions'
import { findLastEventOf, findPaidAmount, type NoticeEvent } from '@/db/queries/notifications'
import type { Params } from './messages/message'

/** What notices about extension, withdrawal and stop say beside the status. */
export async function letterFacts(
  on: Queryable,
  dossierId: string,
  { type, details }: NoticeEvent,
): Promise<Params> {
  switch (type) {
    case 'grant-extension':
    case 'apply-extension':
      return extensionFacts(on, dossierId)
    case 'confirm-stop':
      return {
        feeOutcome: String(details['feeOutcome']),
        amount: await paidAmount(on, dossierId),
      }
    case 'withdraw':
      return { amount: await paidAmount(on, dossierId) }
    case 'issue-letter': {
      const { kind, number } = await getDocument(on, String(details['documentId']))
      return { letter: kind, number: number ?? '' }
    }
    default:
      return {}
  }
}

async function extensionFacts(on: Queryable, dossierId: string): Promise<Params> {
  const extension = await findExtension(on, dossierId, ['granted', 'applied'])
  if (!extension) throw new Error(`dossier ${dossierId} was not extended`)
  const granted = await findLastEventOf(on, { dossierId, types: ['grant-extension'] })
  return {
    oldDue: extension.oldDueAt.toISOString(),
    newDay: extension.newDay,
    reason: extension.reason,
    signer: [granted?.actorName, granted?.position].filter(Boolean).join(', '),
  }
}

async function paidAmount(on: Queryable, dossierId: string): Promise<string> {
  return (await findPaidAmount(on, dossierId))?.toString() ?? ''
}
