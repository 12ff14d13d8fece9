import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { accepted } from './accepted'
import { assigned } from './assigned'
import { closedWithoutReply } from './closed-without-reply'
import { contentChanged } from './content-changed'
import { correctionOpened, resultCorrected } from './correction'
import { correctionsDemanded } from './corrections-demanded'
import { correctionsReported } from './corrections-reported'
import { decisionInProgress } from './decision-in-progress'
import { delivered } from './delivered'
import { extensionApplied } from './extension-applied'
import { extensionGranted } from './extension-granted'
import { feeDemanded } from './fee-demanded'
import { feePaid } from './fee-paid'
import { passedOn, receivedElsewhere } from './filing-elsewhere'
import { inspectionPlanned } from './inspection-planned'
import { inspectionRecorded } from './inspection-recorded'
import { issued } from './issued'
import { lateApology } from './late-apology'
import { letterIssued } from './letter-issued'
import type { Message } from './message'
import { officerDuty } from './officer-duty'
import { overdueApology } from './overdue-apology'
import { recheckRecorded } from './recheck-recorded'
import { refundOpened } from './refund-opened'
import { refused } from './refused'
import { refusedAtIntake } from './refused-at-intake'
import { stopRequested } from './stop-requested'
import { stopped } from './stopped'
import { submitted } from './submitted'
import { supplementReceived } from './supplement-received'
import { supplementReminder } from './supplement-reminder'
import { supplementRequested } from './supplement-requested'
import { transferDeclined, transferOffered, transferTaken } from './transfer'
import { withdrawn } from './withdrawn'

/** Every kind of message with its words. */
export const MESSAGES = {
  submitted,
  'fee-paid': feePaid,
  accepted,
  'refused-at-intake': refusedAtIntake,
  assigned,
  'inspection-planned': inspectionPlanned,
  'inspection-recorded': inspectionRecorded,
  'corrections-demanded': correctionsDemanded,
  'corrections-reported': correctionsReported,
  'recheck-recorded': recheckRecorded,
  'decision-in-progress': decisionInProgress,
  issued,
  delivered,
  refused,
  'correction-opened': correctionOpened,
  'result-corrected': resultCorrected,
  'transfer-offered': transferOffered,
  'transfer-taken': transferTaken,
  'transfer-declined': transferDeclined,
  'received-elsewhere': receivedElsewhere,
  'passed-on': passedOn,
  'fee-demanded': feeDemanded,
  'refund-opened': refundOpened,
  'overdue-apology': overdueApology,
  'late-apology': lateApology,
  'extension-granted': extensionGranted,
  'extension-applied': extensionApplied,
  'letter-issued': letterIssued,
  withdrawn,
  'stop-requested': stopRequested,
  stopped,
  'officer-duty': officerDuty,
  'supplement-requested': supplementRequested,
  'supplement-received': supplementReceived,
  'supplement-reminder': supplementReminder,
  'closed-without-reply': closedWithoutReply,
  'content-changed': contentChanged,
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
  'request-supplement': 'supplement-requested',
  'ask-supplement': null,
  'release-supplement': 'supplement-requested',
  'return-supplement-request': null,
  supply: 'supplement-received',
  'judge-supplement': null,
  'close-without-reply': 'closed-without-reply',
  'change-content': 'content-changed',
  withdraw: 'withdrawn',
  'request-stop': 'stop-requested',
  'cancel-stop': null,
  'confirm-stop': 'stopped',
  'offer-transfer': 'transfer-offered',
  'take-transfer': 'transfer-taken',
  'decline-transfer': 'transfer-declined',
  'pass-on': 'passed-on',
  'confirm-papers': null,
  claim: 'assigned',
  'give-back': null,
  'take-over': 'assigned',
  'declare-conflict': null,
  'ask-opinion': null,
  'record-opinion': null,
  'digitise-paper': null,
  'plan-inspection': 'inspection-planned',
  'demand-corrections': 'corrections-demanded',
  'report-corrections': 'corrections-reported',
  'record-recheck': 'recheck-recorded',
  'demand-fee': 'fee-demanded',
  'approve-refusal': null,
  'release-refusal': 'refused',
  'open-correction': 'correction-opened',
  'ask-extension': null,
  'grant-extension': 'extension-granted',
  'apply-extension': 'extension-applied',
  'letter-signed': null,
  'authorise-letter': null,
  'issue-letter': 'letter-issued',
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
  'inspection-planned': ['email', 'sms'],
  'inspection-recorded': ['email', 'sms'],
  'corrections-demanded': ['email', 'sms'],
  'corrections-reported': ['email'],
  'recheck-recorded': ['email'],
  'decision-in-progress': [],
  issued: ['email', 'sms'],
  delivered: ['email'],
  refused: ['email', 'sms'],
  'correction-opened': ['email', 'sms'],
  'result-corrected': ['email', 'sms'],
  'transfer-offered': ['email', 'sms'],
  'transfer-taken': ['email', 'sms'],
  'transfer-declined': ['email'],
  'received-elsewhere': ['email', 'sms'],
  'passed-on': ['email', 'sms'],
  'fee-demanded': ['email', 'sms'],
  'refund-opened': ['email'],
  'overdue-apology': ['email', 'sms'],
  'late-apology': ['email', 'sms'],
  'extension-granted': ['email', 'sms'],
  'extension-applied': ['email', 'sms'],
  'letter-issued': ['email'],
  withdrawn: ['email', 'sms'],
  'stop-requested': ['email', 'sms'],
  stopped: ['email', 'sms'],
  'officer-duty': ['email'],
  'supplement-requested': ['email', 'sms'],
  'supplement-received': ['email'],
  'supplement-reminder': ['email', 'sms'],
  'closed-without-reply': ['email', 'sms'],
  'content-changed': ['email'],
} as const satisfies Record<MessageKind, readonly ('email' | 'sms')[]>

/** A kind as the database gives it back. */
export function isMessageKind(kind: string): kind is MessageKind {
  return kind in MESSAGES
}
