import { db } from '@/db/client'
import { findCaseFile } from '@/lib/casework/case-file'
import { approvalSubject } from '@/lib/dossiers/approve-dossier'
import type { PersonActor } from '@/lib/identity/actor'
import {
  type CodeSent,
  type RequestRefusal,
  requestOneTimeCode,
} from '@/lib/identity/one-time-code'
import { may } from '@/lib/identity/permissions'
import { type Result, refuse } from '@/lib/shared/result'

export type CodeForAct = {
  dossierId: string
  purpose:
    | 'approve'
    | 'approve-refusal'
    | 'authorise-seal'
    | 'grant-extension'
    | 'confirm-stop'
    | 'authorise-letter'
  /** Hash of the draft (approve), of the reasons (approve-refusal) or of the signed file (authorise-seal). */
  subjectHash: string
}
export type ActCodeRefusal = RequestRefusal | { code: 'not-found' } | { code: 'not-permitted' }

/** Sends a code for signing or sealing, only to somebody who may do it on this dossier now. */
export async function requestActCode(
  actor: PersonActor,
  { dossierId, purpose, subjectHash }: CodeForAct,
): Promise<Result<CodeSent, ActCodeRefusal>> {
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-dossier' })
  if (!file.ok) return file
  if (may(actor, purpose, file.value.facts) !== 'step-up') return refuse({ code: 'not-permitted' })
  // approve and authorise-seal bind the code to the same pair: the dossier and what is looked at.
  return requestOneTimeCode({ actor, purpose, subject: approvalSubject(dossierId, subjectHash) })
}
