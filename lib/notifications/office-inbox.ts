import { db } from '@/db/client'
import {
  countUnreadOfficerNotices,
  findOfficerNotices,
  markOfficerNoticesRead,
  type OfficersInbox,
} from '@/db/queries/office-inbox'
import { type InboxLine, toLine } from './inbox'
import type { Locale } from './messages/message'

const PAGE_SIZE = 30
/** More are said to be so many and more. */
const COUNTED = 10
const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * One page of what an officer is told about the dossiers of the agency they work in now, newest first by
 * keyset. Lines of their own dossiers as an applicant, and of other agencies, stand elsewhere; a cursor
 * that nobody gave out begins anew.
 */
export async function readOfficeInbox(
  inbox: OfficersInbox,
  { after, locale }: { after: string | undefined; locale: Locale },
): Promise<{ lines: InboxLine[]; next: string | null }> {
  const page = { before: readCursor(after), limit: PAGE_SIZE + 1 }
  const rows = await findOfficerNotices(db, inbox, page)
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  const next = rows.length > PAGE_SIZE && last ? `${last.createdAt.toISOString()}_${last.id}` : null
  return { lines: shown.flatMap((notice) => toLine(notice, locale)), next }
}

/** How many of them are unread, as it is written beside a link: `3`, `9+`; nothing when all are read. */
export async function unreadInOffice(inbox: OfficersInbox): Promise<string | undefined> {
  const unread = await countUnreadOfficerNotices(db, inbox, COUNTED)
  if (unread === 0) return undefined
  return unread < COUNTED ? String(unread) : `${COUNTED - 1}+`
}

/** Notes that an officer saw their lines: all, or those about one dossier. */
export function markOfficeRead(
  inbox: Pick<OfficersInbox, 'personId' | 'agencyId'>,
  dossierId: string | null,
): Promise<void> {
  return markOfficerNoticesRead(db, inbox, { dossierId, at: new Date() })
}

function readCursor(after: string | undefined): { at: Date; id: string } | null {
  const [, written, id] = CURSOR.exec(after ?? '') ?? []
  const at = new Date(written ?? '')
  return id && !Number.isNaN(at.getTime()) ? { at, id } : null
}
