import type { MessageKind } from './messages/catalog'
import { LEFT_BY_ONE_CLICK, TOPIC_OF_MESSAGE } from './topics'
import { unsubscribeToken } from './unsubscribe-token'

/** What stands below a letter to an applicant: where its kind is switched off. */
export type MailFoot = {
  preferences: string
  /** The page that asks once more, and the door to which a mail programme posts; null for what is not optional. */
  unsubscribe: { page: string; oneClick: string } | null
}

/** The foot of a letter; null for letters inside the office. */
export function footOf(
  { kind, personId }: { kind: MessageKind; personId: string | null },
  origin: string,
): MailFoot | null {
  const topic = TOPIC_OF_MESSAGE[kind]
  if (!topic || !personId) return null
  const preferences = preferencesAddress(origin)
  if (!LEFT_BY_ONE_CLICK.includes(topic)) return { preferences, unsubscribe: null }
  const token = unsubscribeToken({ personId, topic })
  const page = `${origin}/unsubscribe/${token}`
  return { preferences, unsubscribe: { page, oneClick: `${origin}/api/notices/${token}` } }
}

export function preferencesAddress(origin: string): string {
  return `${origin}/my/notices/preferences`
}
