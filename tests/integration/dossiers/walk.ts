import { db } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { findDossier } from '@/db/queries/dossiers'
import { forgetKey } from '@/db/queries/rate-limits'
import { getProcedureBody } from '@/lib/casework/definitions'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { approvalSubject, approveDossier } from '@/lib/dossiers/approve-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { authoriseSeal, findSigned, sealSubject } from '@/lib/dossiers/authorise-seal'
import { confirmProposal } from '@/lib/dossiers/confirm-proposal'
import { findDraftHash } from '@/lib/dossiers/find-draft'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import type { PersonActor } from '@/lib/identity/actor'
import { requestOneTimeCode } from '@/lib/identity/one-time-code'
import type { Result } from '@/lib/shared/result'
import { anApplicant, anOfficer, aPaidDossier, MONDAY } from './stage'
import { holdInspection } from './visit'

export const CODE = '246810'

/** A dossier that has passed every desk and lies before the leader. */
export async function aDossierForTheLeader(): Promise<string> {
  const dossierId = await aPaidDossier(await anApplicant())
  const desk = await anOfficer('deskOfficer')
  const head = await anOfficer('headOfDivision')
  const officer = await anOfficer('caseOfficer')
  done(await acceptDossier(await act(desk, dossierId)))
  const { postId } = officer.capacity
  done(await assignDossier({ ...(await act(head, dossierId)), postId }))
  const checks = await everyCheckPassed(dossierId)
  done(await recordAppraisal({ ...(await act(officer, dossierId)), checks }))
  done(await holdInspection({ officer, dossierId }))
  const proposal = { decision: 'grant' as const, opinion: 'Đề nghị cấp phép.' }
  done(await proposeDecision({ ...(await act(officer, dossierId)), ...proposal }))
  done(await confirmProposal({ ...(await act(head, dossierId)), comment: 'Đồng ý trình.' }))
  return dossierId
}

/** The leader's act: from here on the worker signs. */
export async function approve(dossierId: string): Promise<void> {
  const leader = await anOfficer('agencyLeader', await solverOf(dossierId))
  const contentHash = (await findDraftHash(dossierId, leader.capacity)) ?? ''
  await sendCode(leader, 'approve', approvalSubject(dossierId, contentHash))
  done(await approveDossier({ ...(await act(leader, dossierId)), contentHash, code: CODE }))
}

/** The clerk's act: from here on the worker seals. */
export async function authorise(dossierId: string): Promise<void> {
  const clerk = await anOfficer('recordsClerk', await solverOf(dossierId))
  const signed = await findSigned(dossierId)
  if (!signed) throw new Error(`${dossierId} is not signed`)
  const fileHash = signed.hash
  await sendCode(clerk, 'authorise-seal', sealSubject(dossierId, fileHash))
  done(await authoriseSeal({ ...(await act(clerk, dossierId)), fileHash, code: CODE }))
}

/** The agency whose officers decide a dossier. */
export async function solverOf(dossierId: string): Promise<{ agencyId: string }> {
  return { agencyId: (await findDossier(db, dossierId))?.solvingAgencyId ?? '' }
}

export async function act(actor: PersonActor, dossierId: string, at = MONDAY) {
  const dossier = await findDossier(db, dossierId)
  return { actor, dossierId, expectedVersion: dossier?.version ?? -1, at }
}

export async function everyCheckPassed(dossierId: string) {
  const dossier = await findDossier(db, dossierId)
  const { checklist } = getProcedureBody(await getDefinition(db, dossier?.procedureVersionId ?? ''))
  return checklist.map(({ key }) => ({ itemKey: key, verdict: 'pass' as const, note: '' }))
}

export async function sendCode(
  actor: PersonActor,
  purpose: string,
  subject: string,
): Promise<void> {
  // One officer approves more in these minutes than they ever would by hand.
  await forgetKey({ name: 'one-time-code', points: 5, seconds: 600 }, actor.personId)
  done(await requestOneTimeCode({ actor, purpose, subject }, { newCode: () => CODE }))
}

export function done<Value>(result: Result<Value, { code: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
}
