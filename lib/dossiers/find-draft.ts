import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findProposal } from '@/db/queries/outcomes'
import { findCaseFile } from '@/lib/casework/case-file'
import { renderLicence } from '@/lib/documents/licence'
import { type DraftResult, draftResult } from '@/lib/dossiers/draft-result'
import type { OfficerCapacity, PersonActor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** The result itself, or the document that is decided with it. */
export type ResultPart = 'licence' | 'companion'

/** The hash of the draft as this signer would sign it; undefined while there is none. */
export async function findDraftHash(
  dossierId: string,
  signer: OfficerCapacity,
): Promise<string | undefined> {
  return (await findDraft(dossierId, signer))?.contentHash
}

/** What this signer would sign: the hash of the draft and its parts; undefined while there is none. */
export async function findDraftParts(
  dossierId: string,
  signer: OfficerCapacity,
): Promise<{ contentHash: string; parts: readonly ResultPart[] } | undefined> {
  const draft = await findDraft(dossierId, signer)
  if (!draft) return undefined
  const parts = draft.companion ? (['licence', 'companion'] as const) : (['licence'] as const)
  return { contentHash: draft.contentHash, parts }
}

/**
 * The draft of a part of the result as PDF: the real document, signed by the officer in the capacity in which they act,
 * so that what is looked at is what is signed.
 */
export async function renderDraft(
  actor: PersonActor,
  { dossierId, part }: { dossierId: string; part: ResultPart },
): Promise<Result<Uint8Array, { code: 'not-found' }>> {
  if (actor.capacity.kind !== 'officer') return refuse({ code: 'not-found' })
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!file.ok) return file
  const draft = await findDraft(dossierId, actor.capacity)
  const data = part === 'companion' ? draft?.companion?.data : draft?.data
  if (!data) return refuse({ code: 'not-found' })
  const { bytes } = await renderLicence(data)
  return accept(bytes)
}

async function findDraft(
  dossierId: string,
  signer: OfficerCapacity,
): Promise<DraftResult | undefined> {
  const dossier = await findDossier(db, dossierId)
  const document = dossier && (await findDocument(db, dossierId, 'licence'))
  if (!dossier || document?.state !== 'prepared') return undefined
  if ((await findProposal(db, dossierId)) === 'refuse') return undefined
  return draftResult(db, { dossier, document, signer })
}
