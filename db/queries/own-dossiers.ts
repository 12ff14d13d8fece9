import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import type { DraftOwner } from '@/db/queries/drafts'
import { type DocumentKind, documents } from '@/db/schema/documents'
import { dossiers } from '@/db/schema/dossiers'
import { definitionVersions } from '@/db/schema/procedures'
import { licences } from '@/db/schema/registry'
import type { LocalText } from '@/lib/procedures/shape/text'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type OwnDossierRow = {
  id: string
  /** The code of the dossier once it is accepted; before that its submission reference. */
  reference: string
  submissionReference: string
  subject: string
  procedureKey: string
  procedureVersionId: string
  state: LicenceState
  dueAt: Date | null
  updatedAt: Date
}

/** More dossiers than this of one owner are not looked through; the newest changes come first. */
const BOUND = 2_000

/** The dossiers of a person or an organisation, newest change first, bounded. */
export async function findOwnDossiers(tx: Queryable, owner: DraftOwner): Promise<OwnDossierRow[]> {
  const rows = await tx
    .select({
      id: dossiers.id,
      submissionReference: dossiers.submissionReference,
      dossierCode: dossiers.dossierCode,
      subject: dossiers.subject,
      procedureKey: dossiers.procedureKey,
      procedureVersionId: dossiers.procedureVersionId,
      state: dossiers.state,
      dueAt: dossiers.dueAt,
      updatedAt: dossiers.updatedAt,
    })
    .from(dossiers)
    .where(ownedBy(owner))
    .orderBy(desc(dossiers.updatedAt), desc(dossiers.id))
    .limit(BOUND)
  return rows.map(({ dossierCode, ...row }) => ({
    ...row,
    reference: dossierCode ?? row.submissionReference,
  }))
}

export type OwnLicence = {
  licenceId: string
  dossierId: string
  /** The result itself, or what was decided with it. */
  kind: DocumentKind
  /** Template of the result, by which procedures say what they are about: `gphd`. */
  template: string
  /** What it is called: 'Giấy phép hoạt động'. */
  type: LocalText
  number: string
  subject: string
  status: 'in-force' | 'suspended' | 'revoked'
  /** Days YYYY-MM-DD; null has no end. */
  validFrom: string
  validTo: string | null
  verifyCode: string | null
}

/** What the portal issued to a person or an organisation and still stands in the register, first to expire first. */
export async function findOwnLicences(tx: Queryable, owner: DraftOwner): Promise<OwnLicence[]> {
  return tx
    .select({
      licenceId: licences.licenceId,
      dossierId: dossiers.id,
      kind: documents.kind,
      template: licences.kind,
      type: sql<LocalText>`case when ${documents.kind} = 'companion'
        then ${definitionVersions.body} -> 'result' -> 'companion' -> 'type'
        else ${definitionVersions.body} -> 'result' -> 'type' end`,
      number: licences.number,
      subject: dossiers.subject,
      status: licences.status,
      validFrom: licences.validFrom,
      validTo: licences.validTo,
      verifyCode: documents.verifyCode,
    })
    .from(licences)
    .innerJoin(documents, eq(documents.id, licences.documentId))
    .innerJoin(dossiers, eq(dossiers.id, documents.dossierId))
    .innerJoin(definitionVersions, eq(definitionVersions.id, dossiers.procedureVersionId))
    .where(and(ownedBy(owner), isNull(licences.supersededAt)))
    .orderBy(sql`${licences.validTo} asc nulls last`, asc(licences.validFrom), asc(licences.rowId))
    .limit(BOUND)
}

/** Dossiers of a person or an organisation, as far as the person's part in it reaches. */
export function ownedBy(owner: DraftOwner): SQL | undefined {
  const { personId, organisationId, procedures = [] } = owner
  if (organisationId === null)
    return and(eq(dossiers.submitterPersonId, personId), isNull(dossiers.organisationId))
  return and(
    eq(dossiers.organisationId, organisationId),
    procedures.length > 0 ? inArray(dossiers.procedureKey, [...procedures]) : undefined,
  )
}
