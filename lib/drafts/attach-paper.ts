import { db, inTransaction, type Transaction } from '@/db/client'
import {
  type AttachedFile,
  addPaperFile,
  attachedFile,
  type FileRow,
  findPaperExtent,
  findPaperFiles,
  insertFile,
  lockUploadsOf,
} from '@/db/queries/files'
import { promiseJobs } from '@/db/queries/jobs'
import { openPaper } from '@/lib/drafts/open-paper'
import {
  findPaperSlot,
  type OpenSlot,
  type SlotAddress,
  type SlotRefusal,
} from '@/lib/drafts/paper-slot'
import { fitsQuota, uploadQuota } from '@/lib/drafts/upload-quota'
import { cleanFileName } from '@/lib/files/file-name'
import { MEGABYTE, type ReceivedFile, receiveUpload } from '@/lib/files/intake'
import { removeFile } from '@/lib/files/store'
import type { UploadRefusal } from '@/lib/files/upload-refusal'
import type { PersonActor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** One file on its way in. `declaredSize` is what the sender announced, in bytes. */
export type IncomingFile = {
  declaredName: string
  declaredSize?: number
  bytes: AsyncIterable<Uint8Array>
}

export type AttachFileRefusal =
  | UploadRefusal
  | { code: 'too-many-files'; limit: number; name: string }
  | { code: 'quota-exceeded'; limitMb: number; name: string }
  | { code: 'draft-closed'; name: string }

/** What became of each file: one that was refused takes nothing from the others. */
export type AttachOutcome = { attached: AttachedFile[]; refused: AttachFileRefusal[] }

/**
 * Attaches uploads to a slot of the actor's draft, one after the other as they arrive. Each file is
 * its own transaction; the same file sent again (a retry) stays one. A scan is promised with it.
 */
export async function attachPaper(
  actor: PersonActor,
  { at, ...address }: SlotAddress & { at: Date },
  files: AsyncIterable<IncomingFile>,
): Promise<Result<AttachOutcome, SlotRefusal>> {
  const slot = await findPaperSlot(actor, address)
  if (!slot.ok) return slot
  return accept(await attachToSlot({ slot: slot.value, personId: actor.personId, at }, files))
}

export type Attaching = { slot: OpenSlot; personId: string; at: Date }

/** The same for a slot that was found before, wherever it belongs. */
export async function attachToSlot(
  attaching: Attaching,
  files: AsyncIterable<IncomingFile>,
): Promise<AttachOutcome> {
  const outcome: AttachOutcome = { attached: [], refused: [] }
  for await (const file of files) {
    const result = await attachFile(attaching, file)
    if (result.ok) outcome.attached.push(result.value)
    else outcome.refused.push(result.refusal)
  }
  return outcome
}

async function attachFile(
  attaching: Attaching,
  file: IncomingFile,
): Promise<Result<AttachedFile, AttachFileRefusal>> {
  const { rules } = attaching.slot
  const { bytes, ...declared } = file
  // Asked before the bytes are read, and again with the draft locked: others upload meanwhile.
  if (!(await fitsQuota(db, attaching.personId, file.declaredSize ?? 0))) {
    return refuse(quotaExceeded(cleanFileName(file.declaredName)))
  }
  const maxBytes = rules.maxSizeMb * MEGABYTE
  const received = await receiveUpload(bytes, { ...declared, accept: rules.accept, maxBytes })
  if (!received.ok) return received
  return keepOrRemove(attaching, received.value)
}

async function keepOrRemove(
  attaching: Attaching,
  received: ReceivedFile,
): Promise<Result<AttachedFile, AttachFileRefusal>> {
  let kept: Result<AttachedFile, AttachFileRefusal> | undefined
  try {
    kept = await inTransaction((tx) => keep(tx, attaching, received))
    return kept
  } finally {
    const stays = kept?.ok && kept.value.id === received.id
    if (!stays) await removeFile(received.storageKey)
  }
}

async function keep(
  tx: Transaction,
  attaching: Attaching,
  received: ReceivedFile,
): Promise<Result<AttachedFile, AttachFileRefusal>> {
  const { slot, personId } = attaching
  const { name } = received
  if (await slot.lock(tx)) return refuse({ code: 'draft-closed', name })
  const paperId = await openPaper(tx, attaching)
  const twin = await findTwin(tx, paperId, received)
  if (twin) return accept(attachedFile(twin))
  const extent = await findPaperExtent(tx, paperId)
  const limit = slot.rules.maxFiles
  if (extent.files >= limit) return refuse({ code: 'too-many-files', limit, name })
  await lockUploadsOf(tx, personId)
  if (!(await fitsQuota(tx, personId, received.size))) return refuse(quotaExceeded(name))
  const file = fileRow(attaching, received)
  await insertFile(tx, file)
  await addPaperFile(tx, { paperId, fileId: file.id, position: extent.nextPosition })
  const key = `scan-file:${file.id}`
  await promiseJobs(tx, [{ kind: 'scan-file', payload: { fileId: file.id }, key }])
  return accept(attachedFile(file))
}

/** The same bytes under the same name in the same slot: a sender that did not hear our answer. */
async function findTwin(
  tx: Transaction,
  paperId: string,
  received: ReceivedFile,
): Promise<FileRow | undefined> {
  const files = await findPaperFiles(tx, paperId)
  return files.find(
    ({ sha256, name, state }) =>
      sha256 === received.sha256 && name === received.name && state !== 'rejected',
  )
}

function fileRow({ personId, at }: Attaching, received: ReceivedFile): FileRow {
  return {
    ...received,
    uploadedBy: personId,
    state: 'received',
    rejectedReason: null,
    scannedBy: null,
    pageCount: null,
    createdAt: at,
  }
}

function quotaExceeded(name: string): AttachFileRefusal {
  return { code: 'quota-exceeded', limitMb: uploadQuota.megabytes, name }
}
