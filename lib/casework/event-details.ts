import { z } from 'zod'
import type { LicenceEvent } from '@/lib/workflow/flows/licence'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const opinion = z.strictObject({ opinionId: z.uuid(), textHash: hash })

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
  }),
  'fee-paid': z.strictObject({ orderId: z.uuid(), amountVnd: z.int().positive() }),
  accept: z.strictObject({ dossierCode: z.string(), clockVersionId: z.uuid() }),
  'refuse-intake': opinion,
  assign: z.strictObject({ postId: z.uuid() }),
  'record-minutes': z.strictObject({
    inspectionId: z.uuid(),
    heldOn: day,
    finding: z.enum(['pass', 'pass-with-corrections', 'fail']),
  }),
  'record-appraisal': z.strictObject({
    checksHash: hash,
    passed: z.int().nonnegative(),
    failed: z.int().nonnegative(),
  }),
  'propose-decision': opinion.extend({ decision: z.literal('grant') }),
  'confirm-proposal': opinion,
  'return-to-case-officer': opinion,
  approve: z.strictObject({ documentId: z.uuid(), contentHash: hash }),
  'result-signed': z.strictObject({ documentId: z.uuid(), fileHash: hash }),
  'authorise-seal': z.strictObject({ documentId: z.uuid(), number: z.string(), issuedOn: day }),
  issue: z.strictObject({ documentId: z.uuid(), fileHash: hash, licenceId: z.uuid() }),
  deliver: z.strictObject({ documentId: z.uuid(), via: z.enum(['online', 'counter', 'post']) }),
} as const satisfies Record<LicenceEvent, z.ZodType>

/** Every type starts at 1; a changed shape gets the next number beside the old one. */
export const EVENT_VERSION = 1

export type EventDetails<Event extends LicenceEvent> = z.infer<(typeof EVENT_DETAILS)[Event]>
