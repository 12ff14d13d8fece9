import { db } from '@/db/client'
import { findDocumentOfFile } from '@/db/queries/documents'
import { type DraftOwner, type DraftRow, findOwnDraft } from '@/db/queries/drafts'
import { findFilePage } from '@/db/queries/file-checks'
import { type FileRow, findFile, findPlacesOfFile } from '@/db/queries/files'
import { findSupplement } from '@/db/queries/supplements'
import type { DocumentKind } from '@/db/schema/documents'
import { findCaseFile } from '@/lib/casework/case-file'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { givenSections, isOpenSlot } from '@/lib/casework/given-sections'
import type { Actor } from '@/lib/identity/actor'
import type { Right } from '@/lib/identity/permission-rows'
import { isId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type OpenedFile = Pick<FileRow, 'name' | 'mediaType' | 'size' | 'storageKey'>

/**
 * A stored file for somebody who may have it. Files in quarantine and rejected ones are not given to
 * anybody; for whom a file is not meant, it does not exist.
 */
export async function openFile(
  actor: Actor,
  fileId: string,
): Promise<Result<OpenedFile, { code: 'not-found' }>> {
  const file = isId(fileId) ? await findFile(db, fileId) : undefined
  if (file?.state !== 'clean' || !(await mayOpen(actor, file))) return refuse({ code: 'not-found' })
  const { name, mediaType, size, storageKey } = file
  return accept({ name, mediaType, size, storageKey })
}

/** The picture of one page (from 1) of a file that the actor may open. */
export async function openFilePage(
  actor: Actor,
  fileId: string,
  page: number,
): Promise<Result<{ storageKey: string }, { code: 'not-found' }>> {
  const file = await openFile(actor, fileId)
  if (!file.ok) return file
  const found = await findFilePage(db, fileId, page)
  return found ? accept({ storageKey: found.storageKey }) : refuse({ code: 'not-found' })
}

/** The agency's own documents go by the result's right, papers by the dossier or the draft they lie in. */
async function mayOpen(actor: Actor, file: FileRow): Promise<boolean> {
  const own = await findDocumentOfFile(db, file.id)
  if (own) return mayOpenDocument(actor, own)
  const places = await findPlacesOfFile(db, file.id)
  for (const place of places) if (await mayOpenPlace(actor, place)) return true
  return places.length === 0 && actor.kind === 'person' && file.uploadedBy === actor.personId
}

type Place = Awaited<ReturnType<typeof findPlacesOfFile>>[number]

/** Filed anew, a file lies in two places; what waits for the answer to a request lies under the request. */
async function mayOpenPlace(
  actor: Actor,
  { dossierId, draftId, slotKey }: Place,
): Promise<boolean> {
  if (dossierId) return holds(actor, dossierId, 'view-papers')
  const owner = draftOwner(actor, 'view-drafts')
  if (!owner || !draftId) return false
  const draft = await findOwnDraft(db, owner, draftId)
  if (draft) return isGiven(owner, draft, slotKey)
  const supplement = await findSupplement(db, draftId)
  return supplement !== undefined && holds(actor, supplement.dossierId, 'supply')
}

/** Whoever was given a few sections of a draft opens the papers of those. */
async function isGiven(
  owner: DraftOwner,
  { id, procedureVersionId }: DraftRow,
  slotKey: string | null,
): Promise<boolean> {
  const given = await givenSections(db, owner, id)
  if (given === null) return true
  const procedure = await procedureOfVersion(db, procedureVersionId)
  return slotKey !== null && isOpenSlot(procedure, { slotKey, given })
}

// What the law sends to the applicant on the way is theirs at once; the licence waits until it is issued.
const SENT_TO_APPLICANT: ReadonlySet<DocumentKind> = new Set([
  'receipt-slip',
  'supplement-slip',
  'refusal-slip',
  'extension-letter',
  'stop-notice',
  'transfer-slip',
  'inspection-notice',
  'inspection-minutes',
])

function mayOpenDocument(
  actor: Actor,
  { document, stage }: NonNullable<Awaited<ReturnType<typeof findDocumentOfFile>>>,
): Promise<boolean> {
  if (SENT_TO_APPLICANT.has(document.kind) && stage === 'issued')
    return holds(actor, document.dossierId, 'view-dossier')
  // Minutes belong to both sides from the lead's signature on: the facility confirms what it has read.
  if (document.kind === 'inspection-minutes')
    return holds(actor, document.dossierId, 'view-dossier')
  if (stage === 'issued') return holds(actor, document.dossierId, 'view-result')
  // What is signed and not yet numbered is the office's own affair.
  const officer = actor.kind === 'person' && actor.capacity.kind === 'officer'
  return officer ? holds(actor, document.dossierId, 'view-papers') : Promise.resolve(false)
}

async function holds(actor: Actor, dossierId: string, right: Right): Promise<boolean> {
  return (await findCaseFile(db, actor, { dossierId, right })).ok
}
