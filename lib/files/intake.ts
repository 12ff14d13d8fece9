import { cleanFileName, extensionOf, namesProgram, withExtension } from '@/lib/files/file-name'
import type { StagedFile } from '@/lib/files/file-store'
import { type ReadingFault, readWithin } from '@/lib/files/incoming-bytes'
import { inspectFile } from '@/lib/files/inspect'
import { findKindByExtension, type MediaKind, mediaKinds } from '@/lib/files/media-kinds'
import { stageFile, storageKeyOf } from '@/lib/files/store'
import type { ContentRefusal, UploadRefusal } from '@/lib/files/upload-refusal'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** In bytes; papers and rules say their limits in megabytes. */
export const MEGABYTE = 1024 * 1024
const STALL_MS = 30_000
const TOTAL_MS = 10 * 60_000

export type UploadRules = {
  declaredName: string
  /** Size that the sender announced, in bytes; other than what arrives means a broken transfer. */
  declaredSize?: number
  accept: readonly MediaKind[]
  maxBytes: number
  stallMs?: number
  totalMs?: number
}

/** A file that lies in the store and is not yet known to the database. */
export type ReceivedFile = {
  id: string
  name: string
  size: number
  sha256: string
  mediaType: string
  storageKey: string
}

/**
 * Takes in one file as it streams by: counted and hashed while it is written, inspected on disk,
 * and made visible only when it passed. A refused or broken upload leaves nothing behind. The
 * source is read no further than one byte over the limit and is never closed.
 */
export async function receiveUpload(
  source: AsyncIterable<Uint8Array>,
  rules: UploadRules,
): Promise<Result<ReceivedFile, UploadRefusal>> {
  const name = cleanFileName(rules.declaredName)
  const refused = (why: ContentRefusal) => refuse({ ...why, name })
  if ((rules.declaredSize ?? 0) > rules.maxBytes) return refused(faultRefusal('too-large', rules))
  const { maxBytes, stallMs = STALL_MS, totalMs = TOTAL_MS } = rules
  const incoming = readWithin(source, { maxBytes, stallMs, totalMs })
  const staged = await stageFile(incoming.bytes)
  const fault = incoming.fault()
  const verdict = fault ? { refusal: faultRefusal(fault, rules) } : await judge(staged, rules, name)
  if ('refusal' in verdict) {
    await staged.discard()
    return refused(verdict.refusal)
  }
  return accept(await keep(staged, { kind: verdict.kind, name }))
}

async function judge(
  staged: StagedFile,
  rules: UploadRules,
  name: string,
): Promise<{ kind: MediaKind } | { refusal: ContentRefusal }> {
  if (staged.size === 0) return { refusal: { code: 'empty' } }
  if (rules.declaredSize !== undefined && rules.declaredSize !== staged.size) {
    return { refusal: { code: 'incomplete' } }
  }
  const found = await inspectFile({ ...staged, accept: rules.accept })
  if ('refusal' in found || agrees(name, found.kind)) return found
  return { refusal: { code: 'name-contradicts-content' } }
}

/** The extension must be one of the kind found, or absent; a program hidden before it is no name. */
function agrees(name: string, kind: MediaKind): boolean {
  const extension = extensionOf(name)
  if (namesProgram(name)) return false
  return extension === '' || findKindByExtension(extension) === kind
}

async function keep(
  staged: StagedFile,
  found: { kind: MediaKind; name: string },
): Promise<ReceivedFile> {
  const id = newId()
  const storageKey = storageKeyOf(id)
  if (!(await staged.publish(storageKey))) throw new Error(`storage key ${storageKey} is taken`)
  return {
    id,
    name: withExtension(found.name, found.kind),
    size: staged.size,
    sha256: staged.sha256,
    mediaType: mediaKinds[found.kind].mediaType,
    storageKey,
  }
}

function faultRefusal(fault: ReadingFault, rules: UploadRules): ContentRefusal {
  if (fault !== 'too-large') return { code: fault }
  return { code: 'too-large', limitMb: Math.floor(rules.maxBytes / MEGABYTE) }
}
