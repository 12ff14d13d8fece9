import { db, type Queryable } from '@/db/client'
import { type DocumentRow, findDocument } from '@/db/queries/documents'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { findCaseFile } from '@/lib/casework/case-file'
import type { OfficerCapacity, PersonActor } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import { extensionMatter } from '@/lib/letters/extension-matter'
import type { Lettering } from '@/lib/letters/letter-frame'
import { LETTER_FORMS, type LetterKind } from '@/lib/letters/letter-kinds'
import { stopMatter } from '@/lib/letters/stop-matter'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type LetterDraft = { document: DocumentRow; data: unknown; contentHash: string }

const MATTERS = {
  'extension-letter': extensionMatter,
  'stop-notice': stopMatter,
} as const satisfies Record<LetterKind, (tx: Queryable, about: Lettering) => Promise<unknown>>

/** The letter as this signer would sign it now; undefined when there is nothing to be signed. */
export async function draftLetter(
  tx: Queryable,
  kind: LetterKind,
  { dossier, signer }: { dossier: DossierRow; signer: OfficerCapacity },
): Promise<LetterDraft | undefined> {
  const document = await findDocument(tx, dossier.id, kind)
  if (document?.state !== 'prepared') return undefined
  const data = await MATTERS[kind](tx, { dossier, document, signer })
  return data && { document, data, contentHash: saltedHash(dossier.salt, data) }
}

/** The hash of that letter, which the leader's act and its code are bound to. */
export async function findLetterHash(
  dossierId: string,
  { kind, signer }: { kind: LetterKind; signer: OfficerCapacity },
): Promise<string | undefined> {
  const dossier = await findDossier(db, dossierId)
  return dossier && (await draftLetter(db, kind, { dossier, signer }))?.contentHash
}

/** That letter as PDF, made anew each time and never stored: what is looked at is what is signed. */
export async function renderLetterDraft(
  actor: PersonActor,
  { dossierId, kind }: { dossierId: string; kind: LetterKind },
): Promise<Result<Uint8Array, { code: 'not-found' }>> {
  if (actor.capacity.kind !== 'officer') return refuse({ code: 'not-found' })
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!file.ok) return file
  const { dossier } = file.value
  const draft = await draftLetter(db, kind, { dossier, signer: actor.capacity })
  if (!draft) return refuse({ code: 'not-found' })
  return accept((await LETTER_FORMS[kind].render(draft.data)).bytes)
}
