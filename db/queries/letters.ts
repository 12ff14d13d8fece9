import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type DocumentKind, documents } from '@/db/schema/documents'
import { dossiers } from '@/db/schema/dossiers'
import { visibleTo } from './conflicts'

type Wanted = { agencyId: string; personIds: readonly string[]; kinds: readonly DocumentKind[] }

/** Signed, without a number yet, and not of a dossier in which the officer declared an interest. */
const waiting = (tx: Queryable, { agencyId, personIds, kinds }: Wanted) =>
  and(
    eq(dossiers.solvingAgencyId, agencyId),
    eq(documents.state, 'signed'),
    isNull(documents.number),
    inArray(documents.kind, [...kinds]),
    visibleTo(tx, personIds),
  )

/** Letters of an agency that are signed and not sealed yet, the oldest first, so many at most. */
export async function findSignedLetters(tx: Queryable, wanted: Wanted & { limit: number }) {
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      createdAt: documents.createdAt,
      dossierId: dossiers.id,
      dossierCode: dossiers.dossierCode,
      submissionReference: dossiers.submissionReference,
      subject: dossiers.subject,
      ownerName: dossiers.ownerName,
    })
    .from(documents)
    .innerJoin(dossiers, eq(dossiers.id, documents.dossierId))
    .where(waiting(tx, wanted))
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(wanted.limit)
}

export async function countSignedLetters(tx: Queryable, wanted: Wanted): Promise<number> {
  const [row] = await tx
    .select({ open: count() })
    .from(documents)
    .innerJoin(dossiers, eq(dossiers.id, documents.dossierId))
    .where(waiting(tx, wanted))
  return row?.open ?? 0
}
