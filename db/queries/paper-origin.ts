import { type SQL, sql } from 'drizzle-orm'
import { documents } from '@/db/schema/documents'
import { dossiers } from '@/db/schema/dossiers'
import { paperFiles, papers } from '@/db/schema/files'
import type { Origin } from '@/lib/procedures/known-values'

/** Where a file of a paper was on file before; both null for one that was uploaded there. */
export const originColumns: { fromReference: SQL<string | null>; fromNumber: SQL<string | null> } =
  {
    fromReference: sql<string | null>`(
    select coalesce(${dossiers.dossierCode}, ${dossiers.submissionReference})
    from ${dossiers} join ${papers} as source on source.dossier_id = ${dossiers.id}
    where source.id = ${paperFiles.fromPaperId})`,
    fromNumber: sql<string | null>`(
    select ${documents.number} from ${documents} where ${documents.id} = ${paperFiles.fromDocumentId})`,
  }

/** The same as pages say it. */
export function fileOrigin(row: {
  fromReference: string | null
  fromNumber: string | null
}): Origin | null {
  if (row.fromReference !== null) return { kind: 'dossier', reference: row.fromReference }
  return row.fromNumber === null ? null : { kind: 'licence', number: row.fromNumber }
}
