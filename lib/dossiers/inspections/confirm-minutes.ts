import { db, inTransaction, type Transaction } from '@/db/client'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { confirmSignature, findSignatures, type SignatureRow } from '@/db/queries/inspections'
import { promiseJobs } from '@/db/queries/jobs'
import { findTurnFiles } from '@/db/queries/turn-files'
import { findCaseFile } from '@/lib/casework/case-file'
import { promiseSigning } from '@/lib/dossiers/inspections/prepare-minutes'
import type { PersonActor } from '@/lib/identity/actor'
import {
  type CodeRefusal,
  type CodeSent,
  consumeOneTimeCode,
  type RequestRefusal,
  requestOneTimeCode,
} from '@/lib/identity/one-time-code'
import { may } from '@/lib/identity/permissions'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type MinutesRefusal = {
  code:
    | 'not-found'
    | 'not-permitted'
    | 'minutes-not-signed'
    | 'minutes-signed-already'
    | 'file-changed'
    | 'no-signed-scan'
}
type About = { dossierId: string }

/** What the facility's code is bound to: this dossier and the very bytes that the lead signed. */
export function minutesSubject(dossierId: string, fileHash: string): string {
  return `${dossierId}:${fileHash}`
}

/** The lead of the team, when somebody else closed the visit, signs by this act; a job makes the signature. */
export function confirmAsLead(
  actor: PersonActor,
  { dossierId, at }: About & { at: Date },
): Promise<Result<undefined, MinutesRefusal>> {
  return inTransaction(async (tx) => {
    const found = await findCaseFile(tx, actor, { dossierId, right: 'view-papers' })
    if (!found.ok) return found
    const minutes = await findMinutes(tx, dossierId)
    if (!minutes) return refuse({ code: 'minutes-not-signed' })
    const { capacity } = actor
    // A signature is one's own: lent powers do not reach it.
    const own = capacity.kind === 'officer' && !capacity.delegation && capacity.postId
    if (!own || minutes.team.postId !== own) return refuse({ code: 'not-permitted' })
    const proof = { way: 'key' as const, confirmedBy: minutes.team.name, confirmedAt: at }
    if (!(await confirmSignature(tx, minutes.team, proof)))
      return refuse({ code: 'minutes-signed-already' })
    await promiseSigning(tx, minutes.documentId)
    return accept(undefined)
  })
}

/** Sends the facility's side a code for the minutes as the lead signed them. */
export async function requestMinutesCode(
  actor: PersonActor,
  { dossierId }: About,
): Promise<Result<CodeSent, MinutesRefusal | RequestRefusal>> {
  const ready = await readyForFacility(db, actor, dossierId)
  if (!ready.ok) return ready
  const subject = minutesSubject(dossierId, ready.value.fileHash)
  return requestOneTimeCode({ actor, purpose: 'sign-minutes', subject })
}

/**
 * The facility's side confirms the minutes by a fresh one-time code over the lead's signed file; which
 * code it was stays as proof, and a job attests it in the document.
 */
export function confirmMinutes(
  actor: PersonActor,
  { dossierId, fileHash, code, at }: About & { fileHash: string; code: string; at: Date },
): Promise<Result<undefined, MinutesRefusal | CodeRefusal>> {
  return inTransaction(async (tx) => {
    const ready = await readyForFacility(tx, actor, dossierId)
    if (!ready.ok) return ready
    if (ready.value.fileHash !== fileHash) return refuse({ code: 'file-changed' })
    const proof = await consumeOneTimeCode(tx, {
      personId: actor.personId,
      purpose: 'sign-minutes',
      subject: minutesSubject(dossierId, fileHash),
      code,
    })
    // Not rolled back: a wrong try must stay counted.
    if (!proof.ok) return proof
    return confirmFacility(tx, ready.value.facility, {
      ...proof.value,
      way: 'one-time-code',
      fileHash,
      personId: actor.personId,
      confirmedBy: actor.fullName,
      confirmedAt: at,
    })
  })
}

/** The facility signed on paper at the site: the officer says so, and the scan is the proof. */
export function recordPaperSignature(
  actor: PersonActor,
  { dossierId, at }: About & { at: Date },
): Promise<Result<undefined, MinutesRefusal>> {
  return inTransaction(async (tx) => {
    const found = await findCaseFile(tx, actor, { dossierId, right: 'view-papers' })
    if (!found.ok) return found
    if (may(actor, 'plan-inspection', found.value.facts) !== 'allowed')
      return refuse({ code: 'not-permitted' })
    const minutes = await findMinutes(tx, dossierId)
    if (!minutes?.fileHash) return refuse({ code: 'minutes-not-signed' })
    const scans = await findTurnFiles(tx, { owner: 'inspection', ownerId: minutes.documentId })
    const scan = scans.find(({ state }) => state === 'clean')
    if (!scan) return refuse({ code: 'no-signed-scan' })
    return confirmFacility(tx, minutes.facility, {
      way: 'paper',
      fileHash: scan.sha256,
      scanFileId: scan.id,
      personId: actor.personId,
      confirmedBy: minutes.facility.name,
      confirmedAt: at,
    })
  })
}

async function confirmFacility(
  tx: Transaction,
  facility: SignatureRow,
  proof: Partial<SignatureRow>,
): Promise<Result<undefined, { code: 'minutes-signed-already' }>> {
  if (!(await confirmSignature(tx, facility, proof)))
    return refuse({ code: 'minutes-signed-already' })
  const { documentId } = facility
  const key = `attest-minutes:${documentId}`
  await promiseJobs(tx, [{ kind: 'attest-minutes', payload: { documentId }, key }])
  return accept(undefined)
}

type Ready = { facility: SignatureRow; fileHash: string }

async function readyForFacility(
  tx: Transaction | typeof db,
  actor: PersonActor,
  dossierId: string,
): Promise<Result<Ready, MinutesRefusal>> {
  if (actor.capacity.kind === 'officer') return refuse({ code: 'not-found' })
  // To confirm minutes binds the facility as its report of corrections does.
  const found = await findCaseFile(tx, actor, { dossierId, right: 'report-corrections' })
  if (!found.ok) return found
  const minutes = await findMinutes(tx, dossierId)
  if (!minutes?.fileHash) return refuse({ code: 'minutes-not-signed' })
  if (minutes.facility.confirmedAt) return refuse({ code: 'minutes-signed-already' })
  return accept({ facility: minutes.facility, fileHash: minutes.fileHash })
}

async function findMinutes(tx: Transaction | typeof db, dossierId: string) {
  const document = await findDocument(tx, dossierId, 'inspection-minutes')
  if (!document) return undefined
  const sides = await findSignatures(tx, [document.id])
  const team = sides.find(({ side }) => side === 'team')
  const facility = sides.find(({ side }) => side === 'facility')
  if (!team || !facility) throw new Error(`minutes ${document.id} lack a side`)
  const signed = await findDocumentFile(tx, document.id, 'signed')
  return { documentId: document.id, team, facility, fileHash: signed?.sha256 }
}
