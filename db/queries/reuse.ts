import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import type { DraftOwner } from '@/db/queries/drafts'
import type { FileRow } from '@/db/queries/files'
import { ownedBy } from '@/db/queries/own-dossiers'
import { agencies } from '@/db/schema/agencies'
import { type DocumentKind, documentFiles, documents } from '@/db/schema/documents'
import { dossiers } from '@/db/schema/dossiers'
import { drafts } from '@/db/schema/drafts'
import { type DigitisedPaper, files, paperFiles, papers } from '@/db/schema/files'
import { licences } from '@/db/schema/registry'
import type { LocalText } from '@/lib/procedures/shape/text'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** More than these newest dossiers of one owner are not looked through for what may serve again. */
const BOUND = 200

export type EarlierRow = {
  id: string
  reference: string
  subject: string
  procedureKey: string
  procedureVersionId: string
  submittedAt: Date
}

/** What an owner filed before, newest first, without what ended in one of `inVain`. */
export async function findEarlierDossiers(
  tx: Queryable,
  owner: DraftOwner,
  inVain: readonly LicenceState[],
): Promise<EarlierRow[]> {
  return tx
    .select({
      id: dossiers.id,
      reference: sql<string>`coalesce(${dossiers.dossierCode}, ${dossiers.submissionReference})`,
      subject: dossiers.subject,
      procedureKey: dossiers.procedureKey,
      procedureVersionId: dossiers.procedureVersionId,
      submittedAt: dossiers.submittedAt,
    })
    .from(dossiers)
    .where(and(ownedBy(owner), notInArray(dossiers.state, [...inVain])))
    .orderBy(desc(dossiers.submittedAt), desc(dossiers.id))
    .limit(BOUND)
}

/** The dossier from which the draft of this one took over. */
export async function findTakenFrom(tx: Queryable, dossierId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ from: drafts.takenFromDossierId })
    .from(drafts)
    .where(and(eq(drafts.submittedDossierId, dossierId), isNotNull(drafts.takenFromDossierId)))
    .limit(1)
  return row?.from ?? undefined
}

export type ResultRow = {
  dossierId: string
  documentId: string
  /** Template of the result: `gphd`. */
  kind: string
  number: string
  subject: string
  procedureVersionId: string
  /** The result itself, or what was decided with it. */
  documentKind: DocumentKind
  agency: LocalText
  issuedOn: string
  validTo: string | null
  status: 'in-force' | 'suspended' | 'revoked'
  fileId: string
  /** Bytes. */
  size: number
}

/** The results that stand in the register for an owner, newest first, each with its issued file. */
export async function findOwnResults(tx: Queryable, owner: DraftOwner): Promise<ResultRow[]> {
  const rows = await tx
    .select({
      dossierId: dossiers.id,
      documentId: documents.id,
      kind: licences.kind,
      number: licences.number,
      subject: dossiers.subject,
      procedureVersionId: dossiers.procedureVersionId,
      documentKind: documents.kind,
      agencyVi: agencies.nameVi,
      agencyEn: agencies.nameEn,
      issuedOn: sql<string>`coalesce(${documents.issuedOn}, ${licences.validFrom})`,
      validTo: licences.validTo,
      status: licences.status,
      fileId: documentFiles.fileId,
      size: files.size,
    })
    .from(licences)
    .innerJoin(documents, eq(documents.id, licences.documentId))
    .innerJoin(
      documentFiles,
      and(eq(documentFiles.documentId, documents.id), eq(documentFiles.stage, 'issued')),
    )
    .innerJoin(files, eq(files.id, documentFiles.fileId))
    .innerJoin(dossiers, eq(dossiers.id, documents.dossierId))
    .innerJoin(agencies, eq(agencies.id, licences.agencyId))
    .where(and(ownedBy(owner), isNull(licences.supersededAt)))
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(BOUND)
  return rows.map(({ agencyVi, agencyEn, ...row }) => ({
    ...row,
    agency: { vi: agencyVi, en: agencyEn },
  }))
}

export type EarlierPaper = {
  paperId: string
  dossierId: string
  slotKey: string
  createdAt: Date
  digitised: DigitisedPaper | null
  files: FileRow[]
}

/** The uploaded papers that count in these dossiers, with the files that passed their checks; newest first. */
export async function findEarlierPapers(
  tx: Queryable,
  dossierIds: readonly string[],
): Promise<EarlierPaper[]> {
  if (dossierIds.length === 0) return []
  const rows = await tx
    .select({ paper: papers, file: files })
    .from(papers)
    .innerJoin(paperFiles, eq(paperFiles.paperId, papers.id))
    .innerJoin(files, eq(files.id, paperFiles.fileId))
    .where(
      and(
        inArray(papers.dossierId, [...dossierIds]),
        isNull(papers.supersededAt),
        eq(papers.source, 'upload'),
        eq(files.state, 'clean'),
        // A copy of our own result is no paper of its own.
        isNull(paperFiles.fromDocumentId),
      ),
    )
    .orderBy(desc(papers.createdAt), asc(papers.id), asc(paperFiles.position))
  const found = new Map<string, EarlierPaper>()
  for (const { paper, file } of rows) {
    const { id: paperId, dossierId, slotKey, createdAt, digitised } = paper
    if (!dossierId) continue
    const known = found.get(paperId) ?? {
      paperId,
      dossierId,
      slotKey,
      createdAt,
      digitised,
      files: [],
    }
    found.set(paperId, known)
    known.files.push(file)
  }
  return [...found.values()]
}

/** How many other dossiers each of these papers serves in. */
export async function countUses(
  tx: Queryable,
  paperIds: readonly string[],
): Promise<Map<string, number>> {
  if (paperIds.length === 0) return new Map()
  const rows = await tx
    .select({
      paperId: paperFiles.fromPaperId,
      uses: sql<number>`count(distinct ${papers.dossierId})::int`,
    })
    .from(paperFiles)
    .innerJoin(papers, eq(papers.id, paperFiles.paperId))
    .where(inArray(paperFiles.fromPaperId, [...paperIds]))
    .groupBy(paperFiles.fromPaperId)
  return new Map(rows.flatMap(({ paperId, uses }) => (paperId ? [[paperId, uses] as const] : [])))
}

/**
 * What the national exchange is told of the papers of a dossier (DuocTaiSuDung, DuocSoHoa): a paper with a
 * file that was on file before is reused; it is digitised when what it comes from was, or is a result of ours.
 */
export async function markReuse(tx: Transaction, dossierId: string): Promise<void> {
  const reused = sql`(${paperFiles.fromPaperId} is not null or ${paperFiles.fromDocumentId} is not null)`
  const held = sql`select 1 from ${paperFiles} where ${paperFiles.paperId} = ${papers.id}`
  const source = sql`select 1 from ${paperFiles} join ${papers} as source on source.id = ${paperFiles.fromPaperId}
    where ${paperFiles.paperId} = ${papers.id} and source.was_digitised = 1`
  await tx
    .update(papers)
    .set({
      wasReused: sql`case when exists (${held} and ${reused}) then 1 else 0 end`,
      wasDigitised: sql`case when ${papers.digitised} is not null
        or exists (${held} and ${paperFiles.fromDocumentId} is not null)
        or exists (${source}) then 1 else 0 end`,
    })
    .where(
      and(eq(papers.dossierId, dossierId), isNull(papers.supersededAt), ne(papers.source, 'eform')),
    )
}

/** What an officer read from a paper. */
export async function keepDigitised(
  tx: Transaction,
  paperId: string,
  digitised: DigitisedPaper,
): Promise<void> {
  await tx.update(papers).set({ digitised, wasDigitised: 1 }).where(eq(papers.id, paperId))
}
