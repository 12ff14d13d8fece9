import type { Queryable } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { type DossierRow, findDossier, getAnswers } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import { factsOf } from '@/lib/casework/perform-event'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import type { Right } from '@/lib/identity/permission-rows'
import { type DossierFacts, may } from '@/lib/identity/permissions'
import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type CaseFile = { dossier: DossierRow; facts: DossierFacts; procedure: Procedure }

/** A dossier that the actor holds the right on; for everybody else it does not exist. */
export async function findCaseFile(
  tx: Queryable,
  actor: Actor,
  { dossierId, right }: { dossierId: string; right: Right },
): Promise<Result<CaseFile, { code: 'not-found' }>> {
  const dossier = await findDossier(tx, dossierId)
  if (!dossier) return refuse({ code: 'not-found' })
  const facts = await factsOf(tx, dossier)
  if (may(actor, right, facts) !== 'allowed') return refuse({ code: 'not-found' })
  const version = await getDefinition(tx, dossier.procedureVersionId)
  return accept({ dossier, facts, procedure: getProcedureBody(version) })
}

/** What was declared, with its national identifiers opened. */
export async function readAnswers(tx: Queryable, file: CaseFile): Promise<Answers> {
  return openAnswers(file.procedure, await getAnswers(tx, file.dossier.id))
}
