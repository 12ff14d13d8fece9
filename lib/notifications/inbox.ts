import { db } from '@/db/client'
import {
  countUnreadNotices,
  type InboxNotice,
  listInboxNotices,
  markNoticesRead,
} from '@/db/queries/notifications'
import { composeInboxLine } from './compose'
import { isMessageKind } from './messages/catalog'
import type { Locale } from './messages/message'

/** A line of the inbox; `at` is when the event happened. */
export type InboxLine = { id: string; dossierId: string; text: string; at: Date; unread: boolean }

/** A person's notices in the language they read now, newest first, at most a hundred. */
export async function readInbox(personId: string, locale: Locale): Promise<InboxLine[]> {
  const notices = await listInboxNotices(db, personId)
  return notices.flatMap((notice) => toLine(notice, locale))
}

/** How many notices a person has not seen. */
export function countUnread(personId: string): Promise<number> {
  return countUnreadNotices(db, personId)
}

/** Notes that a person saw their notices: all, or those about one dossier. */
export function markRead(personId: string, dossierId?: string): Promise<void> {
  const about = dossierId === undefined ? {} : { dossierId }
  return markNoticesRead(db, { personId, at: new Date(), ...about })
}

/** A kind that a later version wrote and this one has no words for is left out. */
export function toLine(notice: InboxNotice, locale: Locale): InboxLine[] {
  const { id, dossierId, kind, params, createdAt, readAt } = notice
  if (!isMessageKind(kind)) return []
  const text = composeInboxLine({ kind, locale, params })
  return [{ id, dossierId, text, at: createdAt, unread: readAt === null }]
}
