import { z } from 'zod'

const message = z.strictObject({ messageId: z.uuid() })
const event = z.strictObject({ dossierId: z.uuid(), eventId: z.uuid() })
const file = z.strictObject({ fileId: z.uuid() })
const nothing = z.strictObject({})

/** Every kind of background job with the shape of its payload; the worker parses by this table. */
export const jobPayloads = {
  'send-mail': message,
  'send-sms': message,
  notify: z.strictObject({ dossierId: z.uuid(), seq: z.int().nonnegative() }),
  'scan-file': file,
  'render-pages': file,
  'turn-page': z.strictObject({ fileId: z.uuid(), paperId: z.uuid(), page: z.int().positive() }),
  'bind-photos': z.strictObject({ paperId: z.uuid() }),
  'render-receipt': z.strictObject({ dossierId: z.uuid() }),
  'render-supplement-slip': z.strictObject({ dossierId: z.uuid(), supplementId: z.uuid() }),
  'render-refusal-slip': event,
  'render-transfer-slip': z.strictObject({ transferId: z.uuid() }),
  'render-passing-slip': z.strictObject({ passingId: z.uuid() }),
  'sign-minutes': z.strictObject({ documentId: z.uuid() }),
  'attest-minutes': z.strictObject({ documentId: z.uuid() }),
  'sign-result': event,
  'seal-result': event,
  'sign-letter': event,
  'seal-letter': event,
  'reconcile-payment': z.strictObject({ orderId: z.uuid() }),
  'reconcile-payments': nothing,
  'watch-deadlines': nothing,
  'keep-drafts': nothing,
  recalendar: z.strictObject({ calendarVersionId: z.uuid() }),
  'seal-chain-heads': nothing,
} as const

/** Name of a background job. */
export type JobKind = keyof typeof jobPayloads

/** Payload of one kind of job. */
export type JobPayload<Kind extends JobKind> = z.infer<(typeof jobPayloads)[Kind]>

/**
 * A job promised inside the transaction that causes it. `key` makes it unique: a second promise
 * with the same key replaces the first while it waits. `runAfter` is real time, not business time.
 */
export type JobPromise = {
  [Kind in JobKind]: { kind: Kind; payload: JobPayload<Kind>; key: string; runAfter?: Date }
}[JobKind]
