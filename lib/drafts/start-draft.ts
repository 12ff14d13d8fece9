import { db } from '@/db/client'
import { findDefinition, findSuspension } from '@/db/queries/definitions'
import { insertDraft } from '@/db/queries/drafts'
import { getProcedureBody } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { sealAnswers } from '@/lib/casework/sealed-answers'
import { dayOf } from '@/lib/deadlines/day'
import { firstAnswers } from '@/lib/drafts/prefill'
import type { Actor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type StartDraftRefusal =
  | { code: 'procedure-not-found' }
  | { code: 'procedure-suspended'; reason: string }
  | { code: 'not-an-applicant' }

/**
 * Opens a draft of a procedure under the version in force on the day of the law's clock, with what the
 * sign-in already tells.
 */
export async function startDraft(
  actor: Actor,
  { procedureKey, at }: { procedureKey: string; at: Date },
): Promise<Result<{ draftId: string }, StartDraftRefusal>> {
  const owner = draftOwner(actor)
  if (!owner) return refuse({ code: 'not-an-applicant' })
  const version = await findDefinition(db, { kind: 'procedure', key: procedureKey, day: dayOf(at) })
  if (!version) return refuse({ code: 'procedure-not-found' })
  const suspension = await findSuspension(db, procedureKey, at)
  if (suspension) return refuse({ code: 'procedure-suspended', reason: suspension.reason })
  const draftId = newId()
  const procedure = getProcedureBody(version)
  const answers = await firstAnswers(actor, rulesAt(procedure, at))
  await insertDraft(db, {
    id: draftId,
    procedureKey,
    procedureVersionId: version.id,
    ...owner,
    answers: sealAnswers(procedure, answers),
    doneSections: [],
    version: 1,
    createdAt: at,
    updatedAt: at,
    submittedDossierId: null,
    submitKey: null,
    changesDossierId: null,
    refilesDossierId: null,
  })
  return accept({ draftId })
}
