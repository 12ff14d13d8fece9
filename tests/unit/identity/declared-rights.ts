import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

// Written by hand from Decree 118/2025 Art. 5 and 17–23 and Decree 30/2020 Art. 18 and 32, apart from the
// flow table and the permission rows: all three must tell the same story.

const IN_WORK =
  'accepted appraisal supplement-release supplement site-correction awaiting-obligation review approval'
const OPEN = `awaiting-payment submitted supplement-at-intake ${IN_WORK} signing awaiting-seal sealing refusing correcting stop-requested`
const LETTERS = `${IN_WORK} refused-at-intake signing awaiting-seal sealing refusing issued refused delivered correcting stop-requested stopped`

/**
 * Short names of those who may do something; 'in charge' is the case officer the dossier is assigned to, a
 * 'filing member' prepares an organisation's dossiers and needs nobody's approval to file them.
 */
type Who =
  | 'owner'
  | 'filing member'
  | 'job'
  | 'desk'
  | 'case'
  | 'in charge'
  | 'head'
  | 'leader'
  | 'leader with code'
  | 'clerk'
  | 'clerk with code'
  | 'desk of the other agency'
  | 'receiving desk'

/** Acts on the same dossier after which nobody may do this: A assess, R review, S sign, K seal, L letter, X its seal. */
type Line = [states: string, who: readonly Who[], never?: string]

const assessing: Line = ['appraisal', ['in charge'], 'RSK']
const EVERY_OFFICER: readonly Who[] = ['desk', 'case', 'head', 'leader', 'clerk']

export const DECLARED: Readonly<Record<LicenceEvent, readonly Line[]>> = {
  submit: [],
  'fee-paid': [['awaiting-payment awaiting-obligation', ['job']]],
  accept: [['submitted', ['desk']]],
  'refuse-intake': [['submitted', ['desk']]],
  'request-supplement': [['submitted', ['desk']]],
  'ask-supplement': [['appraisal', ['in charge']]],
  'release-supplement': [['supplement-release', ['desk']]],
  'return-supplement-request': [['supplement-release', ['desk']]],
  supply: [['supplement-at-intake supplement', ['owner', 'filing member']]],
  'judge-supplement': [['appraisal', ['in charge']]],
  'close-without-reply': [['supplement supplement-at-intake awaiting-obligation', ['desk']]],
  'change-content': [['submitted accepted appraisal', ['owner', 'filing member']]],
  withdraw: [['awaiting-payment submitted supplement-at-intake', ['owner']]],
  'request-stop': [[IN_WORK, ['owner', 'desk']]],
  'cancel-stop': [['stop-requested', ['owner']]],
  'confirm-stop': [['stop-requested', ['leader with code'], 'X']],
  'offer-transfer': [['submitted accepted', ['desk']]],
  'take-transfer': [['submitted accepted', ['desk of the other agency']]],
  'decline-transfer': [['submitted accepted', ['desk of the other agency']]],
  'pass-on': [['submitted', ['receiving desk']]],
  'confirm-papers': [[`submitted supplement-at-intake ${IN_WORK}`, ['desk']]],
  assign: [['accepted appraisal correcting', ['head', 'leader']]],
  claim: [['accepted', ['case']]],
  'give-back': [['appraisal', ['in charge']]],
  'take-over': [['appraisal correcting', ['case']]],
  'declare-conflict': [[OPEN, EVERY_OFFICER]],
  'ask-opinion': [['appraisal', ['in charge']]],
  'record-opinion': [
    [
      'appraisal supplement-release supplement site-correction awaiting-obligation review approval stop-requested',
      ['job'],
    ],
  ],
  'digitise-paper': [['appraisal', ['in charge']]],
  'plan-inspection': [['appraisal', ['in charge']]],
  'record-minutes': [assessing],
  'demand-corrections': [assessing],
  'report-corrections': [['site-correction', ['owner', 'filing member']]],
  'record-recheck': [assessing],
  'demand-fee': [['appraisal', ['in charge']]],
  'record-appraisal': [['appraisal correcting', ['in charge'], 'RSK']],
  'propose-decision': [['appraisal correcting', ['in charge'], 'RSK']],
  'confirm-proposal': [['review', ['head'], 'ASK']],
  'return-to-case-officer': [
    ['review', ['head'], 'A'],
    ['approval', ['leader'], 'AR'],
  ],
  approve: [['approval', ['leader with code'], 'ARK']],
  'approve-refusal': [['approval', ['leader with code'], 'ARK']],
  'release-refusal': [['refusing', ['desk'], 'S']],
  'result-signed': [['signing', ['job']]],
  'authorise-seal': [['awaiting-seal', ['clerk with code'], 'ARS']],
  issue: [['sealing', ['job']]],
  deliver: [['issued refused delivered', ['owner', 'desk', 'receiving desk']]],
  'open-correction': [['issued delivered', ['desk', 'head']]],
  'ask-extension': [[IN_WORK, ['in charge', 'head']]],
  'grant-extension': [[IN_WORK, ['leader with code'], 'X']],
  'apply-extension': [[IN_WORK, ['desk']]],
  'letter-signed': [[LETTERS, ['job']]],
  'authorise-letter': [[LETTERS, ['clerk with code'], 'L']],
  'issue-letter': [[LETTERS, ['job']]],
  'record-breach': [[OPEN, ['job']]],
  remind: [[OPEN, ['job']]],
  recalendar: [[OPEN, ['job']]],
}

/** What waits for the arrival of a dossier filed elsewhere, is done once, or is for such a dossier alone. */
export const OUT_OF_TURN: Readonly<
  Record<string, Readonly<Partial<Record<LicenceEvent, string>>>>
> = {
  held: {
    accept: 'not-passed-on',
    'refuse-intake': 'not-passed-on',
    'request-supplement': 'not-passed-on',
    'offer-transfer': 'not-passed-on',
    'take-transfer': 'not-passed-on',
    'decline-transfer': 'not-passed-on',
    'confirm-papers': 'not-passed-on',
  },
  passed: { 'pass-on': 'already-passed-on' },
  here: { 'confirm-papers': 'not-filed-elsewhere' },
}

/** Which letter of `never` an act stands for; who did anything else is barred from nothing. */
export const ACTS: Readonly<Record<string, readonly LicenceEvent[]>> = {
  A: [
    'record-minutes',
    'demand-corrections',
    'record-recheck',
    'record-appraisal',
    'propose-decision',
  ],
  R: ['confirm-proposal'],
  S: ['approve', 'approve-refusal'],
  K: ['authorise-seal'],
  L: ['grant-extension', 'confirm-stop'],
  X: ['authorise-letter'],
  '-': ['accept', 'assign', 'claim', 'deliver', 'return-to-case-officer'],
}
