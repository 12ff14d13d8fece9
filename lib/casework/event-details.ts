import { z } from 'zod'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const opinion = z.strictObject({ opinionId: z.uuid(), textHash: hash })
const letter = z.strictObject({ documentId: z.uuid(), fileHash: hash })
const postWithReason = z.strictObject({ postId: z.uuid(), reasonHash: hash.nullable() })
const listed = z.strictObject({
  supplementId: z.uuid(),
  round: z.int().positive(),
  items: z.int().positive(),
  itemsHash: hash,
})

/** The human act behind a signature: which fresh code was used, never the code itself. */
export const stepUpProof = z.strictObject({ codeId: z.uuid(), codeHash: hash })
export type StepUpProof = z.infer<typeof stepUpProof>

/**
 * What each event keeps: ids, numbers, plain days and salted hashes. No name, no identifier, no free text
 * of a person ever stands in an event, so the record may live for ever.
 */
export const EVENT_DETAILS = {
  submit: z.strictObject({
    procedureVersionId: z.uuid(),
    answersHash: hash,
    feeVnd: z.int().nonnegative(),
    papers: z.array(z.strictObject({ slot: z.string(), files: z.array(hash) })),
    /** Only when it was filed elsewhere than with the agency that decides. */
    receivingAgencyId: z.string().optional(),
  }),
  'fee-paid': z.strictObject({ orderId: z.uuid(), amountVnd: z.int().positive() }),
  accept: z.strictObject({ dossierCode: z.string(), clockVersionId: z.uuid() }),
  'refuse-intake': opinion,
  'request-supplement': listed.extend({ replyBy: day, sectorClause: z.string().nullable() }),
  'ask-supplement': listed,
  'release-supplement': z.strictObject({
    supplementId: z.uuid(),
    round: z.int().positive(),
    replyBy: day,
    /** Asked within three working days of receipt, or by a sector clause: then the clock is counted anew. */
    timely: z.boolean(),
    sectorClause: z.string().nullable(),
  }),
  'return-supplement-request': opinion.extend({ supplementId: z.uuid() }),
  supply: z.strictObject({
    supplementId: z.uuid(),
    answersVersion: z.int().positive(),
    answersHash: hash,
    files: z.array(hash),
  }),
  'judge-supplement': z.strictObject({
    supplementId: z.uuid(),
    accepted: z.int().nonnegative(),
    declined: z.int().nonnegative(),
    verdictsHash: hash,
  }),
  'close-without-reply': z.strictObject({ supplementId: z.uuid().nullable() }),
  'change-content': z.strictObject({
    answersVersion: z.int().positive(),
    answersHash: hash,
    changed: z.array(z.string()).min(1),
    files: z.array(hash),
  }),
  withdraw: z.strictObject({ reasonHash: hash.nullable() }),
  'request-stop': z.strictObject({
    stopId: z.uuid(),
    channel: z.enum(['online', 'counter', 'post']),
    reasonHash: hash,
  }),
  'cancel-stop': z.strictObject({ stopId: z.uuid() }),
  'confirm-stop': z.strictObject({
    stopId: z.uuid(),
    documentId: z.uuid(),
    contentHash: hash,
    feeOutcome: z.enum(['refund-requested', 'kept', 'none']),
  }),
  'offer-transfer': z.strictObject({
    transferId: z.uuid(),
    toAgencyId: z.string(),
    reasonHash: hash,
  }),
  'take-transfer': z.strictObject({ transferId: z.uuid(), fromAgencyId: z.string() }),
  'decline-transfer': z.strictObject({ transferId: z.uuid(), reasonHash: hash }),
  'pass-on': z.strictObject({
    passingId: z.uuid(),
    toAgencyId: z.string(),
    /** What follows on paper, and until when. */
    papers: z.array(z.string()),
    papersDueAt: z.iso.datetime().nullable(),
  }),
  'confirm-papers': z.strictObject({ passingId: z.uuid(), late: z.boolean() }),
  assign: z.strictObject({ postId: z.uuid() }),
  claim: postWithReason,
  'give-back': postWithReason,
  'take-over': postWithReason,
  'declare-conflict': postWithReason,
  'ask-opinion': z.strictObject({ requestId: z.uuid(), dueOn: day, questionHash: hash }),
  'record-opinion': z.strictObject({
    requestId: z.uuid(),
    late: z.boolean(),
    agrees: z.boolean().nullable(),
    answerHash: hash,
  }),
  /** What was read from a paper: the words stand with the paper, the event vouches for them. */
  'digitise-paper': z.strictObject({ paperId: z.uuid(), recordHash: hash }),
  'plan-inspection': z.strictObject({ inspectionId: z.uuid(), plannedFor: z.iso.datetime() }),
  'record-minutes': z.strictObject({
    inspectionId: z.uuid(),
    heldOn: day,
    finding: z.enum(['pass', 'pass-with-corrections', 'fail']),
  }),
  'demand-corrections': z.strictObject({
    inspectionId: z.uuid(),
    heldOn: day,
    correctionId: z.uuid(),
    round: z.int().positive(),
    items: z.int().positive(),
    dueOn: day.nullable(),
  }),
  'report-corrections': z.strictObject({
    correctionId: z.uuid(),
    reportHash: hash,
    files: z.array(hash),
  }),
  'record-recheck': z.strictObject({
    correctionId: z.uuid(),
    met: z.boolean(),
    noteHash: hash,
  }),
  'demand-fee': z.strictObject({ feeKey: z.string(), amountVnd: z.int().positive(), payBy: day }),
  'record-appraisal': z.strictObject({
    checksHash: hash,
    passed: z.int().nonnegative(),
    failed: z.int().nonnegative(),
  }),
  'propose-decision': opinion.extend({ decision: z.enum(['grant', 'refuse']) }),
  'confirm-proposal': opinion,
  'return-to-case-officer': opinion,
  approve: z.strictObject({ documentId: z.uuid(), contentHash: hash }),
  // `companion` is what was decided with the result; most results have none.
  'result-signed': z.strictObject({
    documentId: z.uuid(),
    fileHash: hash,
    companion: z.strictObject({ documentId: z.uuid(), fileHash: hash }).optional(),
  }),
  'authorise-seal': z.strictObject({
    documentId: z.uuid(),
    number: z.string(),
    issuedOn: day,
    companion: z.strictObject({ documentId: z.uuid(), number: z.string() }).optional(),
  }),
  issue: z.strictObject({
    documentId: z.uuid(),
    fileHash: hash,
    licenceId: z.uuid(),
    companion: z
      .strictObject({ documentId: z.uuid(), fileHash: hash, licenceId: z.uuid() })
      .optional(),
  }),
  'approve-refusal': opinion,
  'release-refusal': opinion,
  deliver: z.strictObject({
    handOverId: z.uuid(),
    documentId: z.uuid().nullable(),
    via: z.enum(['online', 'counter', 'post']),
    receiver: z.enum(['owner', 'proxy']).nullable(),
  }),
  'open-correction': z.strictObject({
    correctionId: z.uuid(),
    documentId: z.uuid(),
    foundBy: z.enum(['agency', 'applicant']),
    reasonHash: hash,
  }),
  'ask-extension': z.strictObject({ extensionId: z.uuid(), toDay: day, reasonHash: hash }),
  'grant-extension': z.strictObject({
    extensionId: z.uuid(),
    documentId: z.uuid(),
    contentHash: hash,
  }),
  'apply-extension': z.strictObject({ extensionId: z.uuid(), toDay: day }),
  'letter-signed': letter,
  'authorise-letter': z.strictObject({ documentId: z.uuid(), number: z.string(), issuedOn: day }),
  'issue-letter': letter,
  'record-breach': z.strictObject({
    breachId: z.uuid(),
    kind: z.string(),
    clockKey: z.string(),
    due: z.iso.datetime(),
  }),
  remind: z.strictObject({ kind: z.string(), about: z.string() }),
  recalendar: z.strictObject({ calendarVersionId: z.uuid() }),
} as const satisfies Record<LicenceEvent, z.ZodType>

/** A due date that an event moved; stands in the event of its own accord. */
export type DueMoved = { key: string; before: string | null; after: string | null }

/** Every type starts at 1; a changed shape gets the next number beside the old one. */
export const EVENT_VERSION = 1

export type EventDetails<Event extends LicenceEvent> = z.infer<(typeof EVENT_DETAILS)[Event]>
