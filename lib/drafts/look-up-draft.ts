import { db } from '@/db/client'
import { type DraftRow, findOwnDraft } from '@/db/queries/drafts'
import { getOrganisation } from '@/db/queries/identity'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { openWritten } from '@/lib/drafts/draft-content'
import {
  askRegisters,
  type RegisterReplies,
  registerDifferences,
} from '@/lib/exchange/register-differences'
import { registerQuestions } from '@/lib/exchange/register-questions'
import { populationRegisterFor } from '@/lib/exchange/registers-here'
import type { PersonActor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { RegisterDifference } from '@/lib/procedures/register-difference'

type Declared = { rules: FormRules; answers: Answers }

/** What the registers answered about a draft, and for which organisation. */
export type LookedUp = { taxCode: string | null; replies: RegisterReplies }

const NOTHING: LookedUp = { taxCode: null, replies: { enterprise: undefined, people: [] } }

/** What the registers say otherwise than a draft does now; it takes as long as their time limit at most. */
export async function draftDifferences(
  actor: PersonActor,
  draft: DraftRow,
  declared: Declared,
): Promise<RegisterDifference[]> {
  return differencesIn(declared, await lookUp(actor, draft, declared))
}

/**
 * Looks up what is about to be filed or changed, before the transaction that does it: no register may hold
 * a row of the database up, nor keep a dossier from being filed.
 */
export async function lookUpForFiling(
  actor: PersonActor,
  { draftId, at }: { draftId: string; at: Date },
): Promise<LookedUp> {
  const owner = draftOwner(actor, 'view-drafts')
  const draft = owner && (await findOwnDraft(db, owner, draftId))
  if (!draft || draft.submittedDossierId) return NOTHING
  const procedure = await procedureOfVersion(db, draft.procedureVersionId)
  const { answers } = openWritten(procedure, draft)
  return lookUp(actor, draft, { rules: rulesAt(procedure, at), answers })
}

/** The differences from what is declared now; what was changed since the look-up is not compared. */
export function differencesIn(
  declared: Declared,
  { taxCode, replies }: LookedUp,
): RegisterDifference[] {
  return registerDifferences(registerQuestions({ ...declared, taxCode }), replies)
}

async function lookUp(
  { personId }: PersonActor,
  { organisationId }: DraftRow,
  declared: Declared,
): Promise<LookedUp> {
  const taxCode = organisationId && (await getOrganisation(db, organisationId)).taxCode
  const questions = registerQuestions({ ...declared, taxCode })
  return { taxCode, replies: await askRegisters(questions, populationRegisterFor(personId)) }
}
