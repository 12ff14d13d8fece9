import type { Queryable } from '@/db/client'
import {
  findLastEventOf,
  findPaidAmount,
  getNoticeEvent,
  getNoticeSubject,
  type NoticeEvent,
  type NoticeSubject,
} from '@/db/queries/notifications'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { elsewhereFacts } from './elsewhere-facts'
import { inspectionFacts } from './inspection-facts'
import { letterFacts } from './letter-facts'
import type { Params } from './messages/message'
import { outcomeFacts } from './outcome-facts'
import type { DossierFacts } from './plan'
import { recipientOf } from './recipient-of'
import { supplementFacts } from './supplement-facts'

export type LateApology = {
  dossierId: string
  at: Date
  due: Date
  reason: string
  expectedOn: string
  signer: string
}
export type OpenedRefund = { dossierId: string; amount: number; reason: string; at: Date }

/** What is known of a dossier at one of its events, for the notices about it. */
export async function gatherEventFacts(
  on: Queryable,
  key: { dossierId: string; seq: number },
): Promise<{ event: LicenceEvent; facts: DossierFacts }> {
  const event = await getNoticeEvent(on, key)
  const subject = await getNoticeSubject(on, key.dossierId)
  const params = {
    ...(await statusOf(on, subject, event.at)),
    ...(await particularsOf(on, subject, event)),
    ...(await elsewhereFacts(on, subject, event)),
  }
  const earlier = await findLastEventOf(on, {
    dossierId: key.dossierId,
    types: [event.type],
    before: key.seq,
  })
  return {
    event: event.type,
    facts: {
      ...key,
      at: event.at,
      repeated: earlier !== undefined,
      recipient: await recipientOf(on, subject, event.at),
      params,
    },
  }
}

/** The same for a refund request that no event of the dossier stands for. */
export async function gatherRefundFacts(
  on: Queryable,
  { dossierId, amount, reason, at }: OpenedRefund,
): Promise<DossierFacts> {
  const subject = await getNoticeSubject(on, dossierId)
  const status = await statusOf(on, subject, at)
  return {
    dossierId,
    seq: subject.lastSeq,
    at,
    repeated: false,
    recipient: await recipientOf(on, subject, at),
    params: { ...status, amount: String(amount), reason },
  }
}

/** The same for an apology after the due date, which no event of the dossier stands for either. */
export async function gatherApologyFacts(
  on: Queryable,
  { dossierId, at, due, reason, expectedOn, signer }: LateApology,
): Promise<DossierFacts> {
  const subject = await getNoticeSubject(on, dossierId)
  const params = { due: due.toISOString(), reason, expectedOn, signer }
  return {
    dossierId,
    seq: subject.lastSeq,
    at,
    repeated: false,
    recipient: await recipientOf(on, subject, at),
    params: { ...(await statusOf(on, subject, at)), ...params },
  }
}

async function statusOf(on: Queryable, subject: NoticeSubject, at: Date): Promise<Params> {
  const { dossierId } = subject
  const intake = await findLastEventOf(on, { dossierId, types: ['accept', 'refuse-intake'] })
  const assignment = await findLastEventOf(on, { dossierId, types: ['assign'] })
  const organisation = subject.ownerKind === 'organisation'
  return {
    dossierId,
    at: iso(at),
    reference: subject.submissionReference,
    dossierCode: subject.dossierCode ?? '',
    procedureVi: subject.procedureName.vi,
    procedureEn: subject.procedureName.en,
    agencyVi: subject.agencyVi,
    agencyEn: subject.agencyEn,
    deskVi: subject.contact.deskName.vi || subject.agencyVi,
    deskEn: subject.contact.deskName.en || subject.agencyEn,
    agencyPhone: subject.contact.phone,
    agencyEmail: subject.contact.email,
    addressee: organisation ? 'organisation' : 'person',
    addresseeName: organisation ? subject.ownerName : subject.personName,
    receivedBy: officer(intake?.actorName, intake?.position),
    handledBy: officer(subject.assigneeName, subject.assigneePosition),
    submittedAt: iso(subject.submittedAt),
    receivedAt: iso(subject.acceptedAt),
    handledAt: iso(assignment?.at),
    acceptanceDueAt: iso(subject.acceptanceDueAt),
    appraisalDueAt: iso(subject.appraisalDueAt),
    issueDueAt: iso(subject.issueDueAt),
    endedAt: iso(subject.endedAt),
  }
}

/** What single kinds of message say beside the status. */
async function particularsOf(
  on: Queryable,
  subject: NoticeSubject,
  event: NoticeEvent,
): Promise<Params> {
  const { dossierId } = subject
  const { type, details } = event
  switch (type) {
    case 'submit':
      return { fee: subject.paymentState === 'due' ? String(subject.feeVnd) : '' }
    case 'fee-paid':
    case 'refuse-intake':
      return { amount: (await findPaidAmount(on, dossierId))?.toString() ?? '' }
    case 'record-breach':
      return {
        breach: String(details['kind'] ?? ''),
        breachId: String(details['breachId'] ?? ''),
        due: String(details['due'] ?? ''),
      }
    default:
      return (
        (await outcomeFacts(on, subject, event)) ??
        (await supplementFacts(on, dossierId, event)) ??
        (await inspectionFacts(on, event)) ??
        (await letterFacts(on, dossierId, event))
      )
  }
}

function officer(name: string | null | undefined, position: string | null | undefined): string {
  return [name, position].filter(Boolean).join(', ')
}

function iso(at: Date | null | undefined): string {
  return at?.toISOString() ?? ''
}
