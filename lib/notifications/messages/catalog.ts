import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { accepted } from './accepted'
import { assigned } from './assigned'
import { decisionInProgress } from './decision-in-progress'
import { delivered } from './delivered'
import { feePaid } from './fee-paid'
import { inspectionRecorded } from './inspection-recorded'
import { issued } from './issued'
import type { Message } from './message'
import { officerDuty } from './officer-duty'
import { overdueApology } from './overdue-apology'
import { refundOpened } from './refund-opened'
import { refusedAtIntake } from './refused-at-intake'
import { submitted } from './submitted'

/** Every kind of message with its words. */
export const MESSAGES = {
  submitted,
  'fee-paid': feePaid,
  accepted,
  'refused-at-intake': refusedAtIntake,
  assigned,
  'inspection-recorded': inspectionRecorded,
  'decision-in-progress': decisionInProgress,
  issued,
  delivered,
  'refund-opened': refundOpened,
  'overdue-apology': overdueApology,
  'officer-duty': officerDuty,
} as const satisfies Record<string, Message>

export type MessageKind = keyof typeof MESSAGES

/**
 * What each event says to the applicant; null for steps inside the office that do not change the
 * national status. Above all, a return between officers is nobody else's business.
 */
export const MESSAGE_OF_EVENT = {
  submit: 'submitted',
  'fee-paid': 'fee-paid',
  accept: 'accepted',
  'refuse-intake': 'refused-at-intake',
  assign: 'assigned',
  'record-minutes': 'inspection-recorded',
  'record-appraisal': null,
  'propose-decision': 'decision-in-progress',
  'confirm-proposal': null,
  'return-to-case-officer': null,
  approve: null,
  'result-signed': null,
  'authorise-seal': null,
  issue: 'issued',
  deliver: 'delivered',
  'request-supplement': null,
  'ask-supplement': null,
  'release-supplement': null,
  'return-supplement-request': null,
  supply: null,
  'judge-supplement': null,
  'close-without-reply': null,
  'change-content': null,
  withdraw: null,
  'request-stop': null,
  'cancel-stop': null,
  'confirm-stop': null,
  'offer-transfer': null,
  'take-transfer': null,
  'decline-transfer': null,
  claim: null,
  'give-back': null,
  'take-over': null,
  'declare-conflict': null,
  'ask-opinion': null,
  'record-opinion': null,
  'plan-inspection': null,
  'demand-corrections': null,
  'report-corrections': null,
  'record-recheck': null,
  'demand-fee': null,
  'approve-refusal': null,
  'release-refusal': null,
  'open-correction': null,
  'ask-extension': null,
  'grant-extension': null,
  'apply-extension': null,
  'letter-signed': null,
  'authorise-letter': null,
  'issue-letter': null,
  'record-breach': 'overdue-apology',
  remind: null,
  recalendar: null,
} as const satisfies Record<LicenceEvent, MessageKind | null>

/** Where a message goes beside the inbox of the portal, which gets them all. */
export const CHANNELS_OF_MESSAGE = {
  submitted: ['email', 'sms'],
  'fee-paid': ['email'],
  accepted: ['email', 'sms'],
  'refused-at-intake': ['email', 'sms'],
  assigned: ['email'],
  'inspection-recorded': ['email', 'sms'],
  'decision-in-progress': [],
  issued: ['email', 'sms'],
  delivered: ['email'],
  'refund-opened': ['email'],
  'overdue-apology': ['email', 'sms'],
  'officer-duty': ['email'],
} as const satisfies Record<MessageKind, readonly ('email' | 'sms')[]>

/** A kind as the database gives it back. */
export function isMessageKind(kind: string): kind is MessageKind {
  return kind in MESSAGES
}
