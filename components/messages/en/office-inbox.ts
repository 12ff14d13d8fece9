import type { MessagesOf } from '../messages-of'
import type { officeInbox as vi } from '../vi/office-inbox'

export const officeInbox = {
  title: 'Notices',
  lead: 'What is due, overdue or new, as the system told you at this agency. Opening a dossier marks its notices as seen.',
  empty: 'There are no notices yet.',
  unread: 'Unread',
  markAll: 'Mark all as seen',
  pending: 'Saving…',
  older: 'Older',
} as const satisfies MessagesOf<typeof vi>
