import type { Queryable } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import type { Procedure } from '@/lib/procedures/procedure'

export type OpenCase = { dossier: DossierRow; procedure: Procedure }

/** A dossier with its rules, before anybody was asked whether they may: performEvent asks that. */
export async function findCase(tx: Queryable, dossierId: string): Promise<OpenCase | undefined> {
  const dossier = await findDossier(tx, dossierId)
  if (!dossier) return undefined
  const version = await getDefinition(tx, dossier.procedureVersionId)
  return { dossier, procedure: getProcedureBody(version) }
}
