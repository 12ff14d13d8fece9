import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { completeAnswers } from '@/tests/factories/complete-answers'
import { type Cast, signAndSeal } from './outcome-walk'
import { aFullDraft, anOfficer, fileKnowingly, MONDAY, payFor } from './stage'
import { holdInspection } from './visit'
import { act, done, everyCheckPassed, solverOf } from './walk'

/** Files a complete draft of any procedure and pays what it costs. */
export async function fileAny(
  owner: PersonActor,
  { procedureKey, variant = 0 }: { procedureKey: string; variant?: number },
): Promise<string> {
  const answersOf = (rules: Parameters<typeof completeAnswers>[0]['rules']) =>
    completeAnswers({ rules, variant })
  const draftId = await aFullDraft(owner, { procedureKey, answersOf })
  const filed = await fileKnowingly({ actor: owner, draftId, key: newId(), at: MONDAY })
  const { dossierId } = done(filed)
  if ((await findDossier(db, dossierId))?.paymentState === 'due') await payFor(owner, dossierId)
  return dossierId
}

/** From the desk to the issued document, by the officers of the agency that decides it. */
export async function carryToResult(
  owner: PersonActor,
  { dossierId, inspected }: Carried,
): Promise<void> {
  const cast = await carryToProposal(owner, { dossierId, inspected })
  await signAndSeal({ dossierId, cast })
}

type Carried = { dossierId: string; inspected: boolean }

/** From the desk to the case officer's proposal to grant; gives those who have to do with it. */
export async function carryToProposal(
  owner: PersonActor,
  { dossierId, inspected }: Carried,
): Promise<Cast> {
  const agency = await solverOf(dossierId)
  const desk = await anOfficer('deskOfficer', agency)
  const head = await anOfficer('headOfDivision', agency)
  const officer = await anOfficer('caseOfficer', agency)
  const leader = await anOfficer('agencyLeader', agency)
  const clerk = await anOfficer('recordsClerk', agency)
  done(await acceptDossier(await act(desk, dossierId)))
  const { postId } = officer.capacity
  done(await assignDossier({ ...(await act(head, dossierId)), postId }))
  const checks = await everyCheckPassed(dossierId)
  done(await recordAppraisal({ ...(await act(officer, dossierId)), checks }))
  if (inspected) done(await holdInspection({ officer, dossierId }))
  const proposal = { decision: 'grant' as const, opinion: 'Đủ điều kiện, đề nghị cấp.' }
  done(await proposeDecision({ ...(await act(officer, dossierId)), ...proposal }))
  return { owner, desk, head, officer, leader, clerk }
}
