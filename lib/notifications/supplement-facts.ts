import type { Queryable } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { findPaidAmount, type NoticeEvent } from '@/db/queries/notifications'
import { findSupplementItems, findSupplements } from '@/db/queries/supplements'
import { dayOf } from '@/lib/deadlines/day'
import type { Params } from './messages/message'

/** What notices about supplements say beside the status; undefined for all other events. */
export async function supplementFacts(
  on: Queryable,
  dossierId: string,
  { type, details }: NoticeEvent,
): Promise<Params | undefined> {
  switch (type) {
    case 'request-supplement':
    case 'release-supplement': {
      const items = await findSupplementItems(on, String(details['supplementId']))
      return { replyBy: String(details['replyBy']), count: String(items.length) }
    }
    case 'supply':
      return { due: (await findDossier(on, dossierId))?.dueAt?.toISOString() ?? '' }
    case 'remind':
      return reminder(on, dossierId, String(details['kind']))
    case 'close-without-reply': {
      const dossier = await findDossier(on, dossierId)
      const owed = dossier?.state === 'refused-at-intake'
      return { amount: owed ? ((await findPaidAmount(on, dossierId))?.toString() ?? '') : '' }
    }
    default:
      return undefined
  }
}

/** Only the applicant's own time is theirs to hear of; other reminders belong to the office. */
async function reminder(on: Queryable, dossierId: string, kind: string): Promise<Params> {
  const waiting = (await findSupplements(on, dossierId)).findLast(
    ({ state }) => state === 'released',
  )
  if (!kind.startsWith('reply-') || !waiting?.replyDueAt) return {}
  return { replyBy: dayOf(waiting.replyDueAt) }
}
