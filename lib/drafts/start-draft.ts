import { db } from '@/db/client'
import { findDefinition, findSuspension } from '@/db/queries/definitions'
import { type DraftOwner, insertDraft } from '@/db/queries/drafts'
import { getProcedureBody } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { sealAnswers } from '@/lib/casework/sealed-answers'
import { dayOf } from '@/lib/deadlines/day'
import { firstAnswers } from '@/lib/drafts/prefill'
import { takePapers } from '@/lib/drafts/take-papers'
import type { Actor } from '@/lib/identity/actor'
import { givenAnswers } from '@/lib/procedures/preparation'
import type { Procedure } from '@/lib/procedures/procedure'
import { listEarlier } from '@/lib/reuse/earlier'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type StartDraftRefusal =
  | { code: 'procedure-not-found' }
  | { code: 'procedure-suspended'; reason: string }
  | { code: 'not-an-applicant' }
  /** The dossier to begin from is not among those that the applicant may begin from. */
  | { code: 'source-not-found' }

export type DraftStart = {
  procedureKey: string
  /** The answers to the preparation as a query; what the version in force does not know is dropped. */
  given?: string | undefined
  /** The earlier dossier to begin from: its answers and papers are taken over where they fit. */
  from?: string | undefined
  at: Date
}

/**
 * Opens a draft of a procedure under the version in force on the day of the law's clock, with what the
 * sign-in and earlier filings already tell and what was answered while preparing (Decree 118/2025 Art. 5:
 * what was given once is not asked again).
 */
export async function startDraft(
  actor: Actor,
  { procedureKey, given, from, at }: DraftStart,
): Promise<Result<{ draftId: string }, StartDraftRefusal>> {
  const owner = draftOwner(actor, 'start-drafts')
  if (!owner || !reaches(owner, procedureKey)) return refuse({ code: 'not-an-applicant' })
  const version = await findDefinition(db, { kind: 'procedure', key: procedureKey, day: dayOf(at) })
  if (!version) return refuse({ code: 'procedure-not-found' })
  const suspension = await findSuspension(db, procedureKey, at)
  if (suspension) return refuse({ code: 'procedure-suspended', reason: suspension.reason })
  const draftId = newId()
  const procedure = getProcedureBody(version)
  const rules = rulesAt(procedure, at)
  if (from !== undefined && !(await mayBeginFrom(actor, procedure, from)))
    return refuse({ code: 'source-not-found' })
  const beginning = { takenFromDossierId: from ?? null, createdAt: at }
  const answers = await firstAnswers(actor, rules, { given: givenAnswers(rules, given), beginning })
  await insertDraft(db, {
    id: draftId,
    procedureKey,
    procedureVersionId: version.id,
    personId: owner.personId,
    organisationId: owner.organisationId,
    answers: sealAnswers(procedure, answers),
    doneSections: [],
    version: 1,
    ...beginning,
    updatedAt: at,
    submittedDossierId: null,
    submitKey: null,
    changesDossierId: null,
    refilesDossierId: null,
  })
  if (from !== undefined) await takePapers(actor, { draftId, procedure, from, at })
  return accept({ draftId })
}

async function mayBeginFrom(actor: Actor, procedure: Procedure, from: string): Promise<boolean> {
  const earlier = await listEarlier(actor, procedure)
  return earlier.some(({ dossier }) => dossier.id === from)
}

function reaches({ procedures = [] }: DraftOwner, procedureKey: string): boolean {
  return procedures.length === 0 || procedures.includes(procedureKey)
}
