import type { MessageKind } from './messages/catalog'

/** The groups in which people say what they want by e-mail. */
export const TOPICS = ['needs-me', 'progress', 'results', 'reminders'] as const
export type Topic = (typeof TOPICS)[number]

/**
 * Groups whose letters no rule requires to be sent: only these can be left with one press from the letter
 * itself. Whatever is switched off still stands in the person's list in the portal, which gets every notice.
 */
export const LEFT_BY_ONE_CLICK: readonly Topic[] = ['progress', 'reminders']

/** The group of each kind of letter; null for letters inside the office, which are duties. */
export const TOPIC_OF_MESSAGE = {
  submitted: 'progress',
  'fee-paid': 'progress',
  accepted: 'results',
  'refused-at-intake': 'results',
  assigned: 'progress',
  'inspection-planned': 'needs-me',
  'inspection-recorded': 'progress',
  'corrections-demanded': 'needs-me',
  'corrections-reported': 'progress',
  'recheck-recorded': 'progress',
  'decision-in-progress': 'progress',
  issued: 'results',
  delivered: 'results',
  refused: 'results',
  'correction-opened': 'results',
  'result-corrected': 'results',
  'transfer-offered': 'progress',
  'transfer-taken': 'progress',
  'transfer-declined': 'progress',
  'received-elsewhere': 'progress',
  'passed-on': 'progress',
  'fee-demanded': 'needs-me',
  'refund-opened': 'results',
  'overdue-apology': 'results',
  'late-apology': 'results',
  'extension-granted': 'results',
  'extension-applied': 'results',
  'letter-issued': 'results',
  withdrawn: 'results',
  'stop-requested': 'progress',
  stopped: 'results',
  'officer-duty': null,
  'supplement-requested': 'needs-me',
  'supplement-received': 'progress',
  'supplement-reminder': 'reminders',
  'closed-without-reply': 'results',
  'content-changed': 'progress',
} as const satisfies Record<MessageKind, Topic | null>

export function isTopic(text: string): text is Topic {
  return TOPICS.some((topic) => topic === text)
}
