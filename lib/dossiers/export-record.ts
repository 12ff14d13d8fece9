import { db, type Transaction } from '@/db/client'
import { logAccess } from '@/db/queries/casework'
import { findHeadLinks, findLeavesOf, findLeavesOfHead, inSnapshot } from '@/db/queries/chain-heads'
import { findEvents } from '@/db/queries/events'
import { findCaseFile } from '@/lib/casework/case-file'
import type { PersonActor } from '@/lib/identity/actor'
import { proofOf } from '@/lib/ledger/chain-head'
import { type RecordHead, writeRecordFile } from '@/lib/ledger/record-file'
import { isId, newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type ExportedRecord = { name: string; text: string }

/**
 * The record of a dossier with the heads that cover it, for its owner and for officers who may see the
 * dossier; docs/verify-record.mjs checks it. It holds ids and salted hashes, no personal values, and
 * says what is stored also when that is broken.
 */
export async function exportRecord(
  actor: PersonActor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<ExportedRecord, { code: 'not-found' }>> {
  if (!isId(dossierId)) return refuse({ code: 'not-found' })
  const record = await inSnapshot(async (tx) => {
    const file = await findCaseFile(tx, actor, { dossierId, right: 'view-dossier' })
    if (!file.ok) return file
    const { id, dossierCode: code, submissionReference, lastSeq, lastHash } = file.value.dossier
    const text = writeRecordFile({
      exportedAt: at,
      dossier: { id, code, lastSeq, lastHash },
      events: await findEvents(tx, id),
      heads: await headsOf(tx, id),
    })
    return accept({ name: `ho-so-${code ?? submissionReference}-ban-ghi.json`, text })
  })
  if (record.ok) await noteLook(actor, dossierId)
  return record
}

/** From the first head that covers the chain to the newest of all; signed where that matters. */
async function headsOf(tx: Transaction, dossierId: string): Promise<RecordHead[]> {
  const covers = new Map<number, NonNullable<RecordHead['covers']>>()
  for (const { headNumber, seq, hash } of await findLeavesOf(tx, [dossierId])) {
    const leaves = await findLeavesOfHead(tx, headNumber)
    const position = leaves.findIndex((leaf) => leaf.dossierId === dossierId)
    covers.set(headNumber, { position, seq, hash, proof: proofOf(leaves, position) })
  }
  const links = await findHeadLinks(tx, [...covers.keys()])
  return links.map(({ number, payload, signature }) => {
    const covered = covers.get(number)
    return {
      payload,
      ...(signature ? { signature } : {}),
      ...(covered ? { covers: covered } : {}),
    }
  })
}

/** Owners see which officer opened their dossier; this is a way to open it. */
async function noteLook(actor: PersonActor, dossierId: string): Promise<void> {
  if (actor.capacity.kind !== 'officer') return
  await logAccess(db, {
    id: newId(),
    dossierId,
    personId: actor.personId,
    postId: actor.capacity.postId,
    purpose: 'casework',
    detail: { opened: 'record' },
    at: new Date(),
  })
}
