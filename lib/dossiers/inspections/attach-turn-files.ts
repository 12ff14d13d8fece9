import { inTransaction, type Transaction } from '@/db/client'
import { findDossierForUpdate } from '@/db/queries/dossiers'
import { type AttachedFile, attachedFile, deleteLooseFile, insertFile } from '@/db/queries/files'
import { promiseJobs } from '@/db/queries/jobs'
import { addTurnFile, findTurnFiles, takeTurnFile } from '@/db/queries/turn-files'
import {
  findTurnPlace,
  type TurnAddress,
  type TurnPlace,
  type TurnPlaceRefusal,
} from '@/lib/dossiers/inspections/turn-place'
import { MEGABYTE, type ReceivedFile, receiveUpload } from '@/lib/files/intake'
import { removeFile } from '@/lib/files/store'
import type { UploadRefusal } from '@/lib/files/upload-refusal'
import type { PersonActor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'

type Incoming = {
  declaredName: string
  declaredSize?: number
  bytes: AsyncIterable<Uint8Array>
}
export type TurnFileRefusal =
  | UploadRefusal
  | { code: 'too-many-files'; limit: number; name: string }
  | { code: 'draft-closed'; name: string }
export type TurnFilesOutcome = { attached: AttachedFile[]; refused: TurnFileRefusal[] }
type Attaching = { actor: PersonActor; address: TurnAddress; place: TurnPlace; at: Date }

/**
 * Takes in the photos of a visit, the scan of signed minutes, or what comes with a report on corrections:
 * each file for itself, quarantined and scanned like every upload, so that a broken line loses one at most.
 */
export async function attachTurnFiles(
  actor: PersonActor,
  { at, ...address }: TurnAddress & { at: Date },
  files: AsyncIterable<Incoming>,
): Promise<Result<TurnFilesOutcome, TurnPlaceRefusal>> {
  const place = await findTurnPlace(actor, address)
  if (!place.ok) return place
  const outcome: TurnFilesOutcome = { attached: [], refused: [] }
  for await (const file of files) {
    const result = await attachOne({ actor, address, place: place.value, at }, file)
    if (result.ok) outcome.attached.push(result.value)
    else outcome.refused.push(result.refusal)
  }
  return accept(outcome)
}

async function attachOne(
  attaching: Attaching,
  { bytes, ...declared }: Incoming,
): Promise<Result<AttachedFile, TurnFileRefusal>> {
  const { accept: kinds, maxSizeMb } = attaching.place.rules
  const limits = { accept: kinds, maxBytes: maxSizeMb * MEGABYTE }
  const received = await receiveUpload(bytes, { ...declared, ...limits })
  if (!received.ok) return received
  let kept: Result<AttachedFile, TurnFileRefusal> | undefined
  try {
    kept = await inTransaction((tx) => keep(tx, attaching, received.value))
    return kept
  } finally {
    if (!(kept?.ok && kept.value.id === received.value.id))
      await removeFile(received.value.storageKey)
  }
}

async function keep(
  tx: Transaction,
  { actor, address, at }: Attaching,
  received: ReceivedFile,
): Promise<Result<AttachedFile, TurnFileRefusal>> {
  // Whoever closes the visit holds the same lock: nothing slips in behind the minutes.
  await findDossierForUpdate(tx, address.dossierId)
  const place = await findTurnPlace(actor, address, tx)
  const { name } = received
  if (!place.ok) return refuse({ code: 'draft-closed', name })
  const there = await findTurnFiles(tx, place.value)
  const twin = there.find(({ sha256, state }) => sha256 === received.sha256 && state !== 'rejected')
  if (twin) return accept(attachedFile(twin))
  const limit = place.value.rules.maxFiles
  if (there.length >= limit) return refuse({ code: 'too-many-files', limit, name })
  const row = { rejectedReason: null, scannedBy: null, pageCount: null, createdAt: at }
  const file = { ...received, ...row, uploadedBy: actor.personId, state: 'received' as const }
  await insertFile(tx, file)
  const { owner, ownerId, dossierId } = place.value
  await addTurnFile(tx, { owner, ownerId, dossierId, fileId: file.id, addedAt: at })
  const key = `scan-file:${file.id}`
  await promiseJobs(tx, [{ kind: 'scan-file', payload: { fileId: file.id }, key }])
  return accept(attachedFile(file))
}

/** Takes a file out again while its place is open; one that is not there is 'not-found'. */
export async function removeTurnFile(
  actor: PersonActor,
  address: TurnAddress,
  fileId: string,
): Promise<Result<undefined, TurnPlaceRefusal>> {
  const keys = await inTransaction(async (tx) => {
    await findDossierForUpdate(tx, address.dossierId)
    const place = await findTurnPlace(actor, address, tx)
    if (!place.ok || !(await takeTurnFile(tx, place.value, fileId))) return undefined
    return deleteLooseFile(tx, fileId)
  })
  if (!keys) return refuse({ code: 'not-found' })
  for (const storageKey of keys) await removeFile(storageKey)
  return accept(undefined)
}
