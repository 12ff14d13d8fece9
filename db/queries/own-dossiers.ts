import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import type { DraftOwner } from '@/db/queries/drafts'
import { dossiers } from '@/db/schema/dossiers'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type OwnDossier = {
  id: string
  reference: string
  subject: string
  procedureKey: string
  state: LicenceState
  dueAt: Date | null
  updatedAt: Date
}

/** The dossiers of a person or an organisation, newest change first, bounded. */
export async function findOwnDossiers(tx: Queryable, owner: DraftOwner): Promise<OwnDossier[]> {
  const mine =
    owner.organisationId === null
      ? and(eq(dossiers.submitterPersonId, owner.personId), isNull(dossiers.organisationId))
      : eq(dossiers.organisationId, owner.organisationId)
  const rows = await tx
    .select({
      id: dossiers.id,
      submissionReference: dossiers.submissionReference,
      dossierCode: dossiers.dossierCode,
      subject: dossiers.subject,
      procedureKey: dossiers.procedureKey,
      state: dossiers.state,
      dueAt: dossiers.dueAt,
      updatedAt: dossiers.updatedAt,
    })
    .from(dossiers)
    .where(mine)
    .orderBy(desc(dossiers.updatedAt), desc(dossiers.id))
    .limit(100)
  return rows.map(({ submissionReference, dossierCode, ...row }) => ({
    ...row,
    reference: dossierCode ?? submissionReference,
  }))
}
