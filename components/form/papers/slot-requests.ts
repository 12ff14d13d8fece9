import { parseJson } from '@/components/form/own-answers'
import type { Refused, SlotFile } from '@/components/form/papers/slot'
import { isRecord } from '@/lib/procedures/read/reading'

export type UploadAnswer =
  | { kind: 'attached'; file: SlotFile }
  | { kind: 'refused'; refusal: Refused }
  | { kind: 'unreachable' }
  | { kind: 'cancelled' }

type Upload = {
  address: string
  file: File
  onPercent: (percent: number) => void
  signal: AbortSignal
}

/** Nothing moved for so long: the connection is gone, though nobody said so. */
const SILENCE_MS = 60_000

/** What a broken transfer leaves behind; the same file sent again is whole. */
const BROKEN = new Set(['incomplete', 'too-slow'])

/**
 * How long to wait before a file is sent again by itself, after so many tries that did not arrive; null
 * when it is the person's turn. A phone between two cells is back within half a minute.
 */
export function pauseBefore(tries: number): number | null {
  return PAUSES[tries - 1] ?? null
}
const PAUSES = [2_000, 5_000, 10_000, 20_000]

/** Sends one file; only XMLHttpRequest tells how far it has come. */
export function sendFile({ address, file, onPercent, signal }: Upload): Promise<UploadAnswer> {
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
  return new Promise((resolve) => {
    let silent = false
    const fallSilent = () => {
      silent = true
      request.abort()
    }
    let silence = setTimeout(fallSilent, SILENCE_MS)
    const end = (answer: UploadAnswer) => {
      clearTimeout(silence)
      resolve(answer)
    }
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(silence)
      silence = setTimeout(fallSilent, SILENCE_MS)
      onPercent((loaded / total) * 100)
    }
    request.onload = () => end(understand(request.responseText, file.name))
    request.onerror = () => end({ kind: 'unreachable' })
    request.ontimeout = () => end({ kind: 'unreachable' })
    request.onabort = () => end({ kind: silent ? 'unreachable' : 'cancelled' })
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** The files of a slot and how far their checks are; undefined when nobody answers. */
export async function fetchFiles(address: string): Promise<SlotFile[] | undefined> {
  try {
    const body: unknown = await (await fetch(address)).json()
    const files = isRecord(body) ? body['files'] : undefined
    return Array.isArray(files) && files.every(isSlotFile) ? files : undefined
  } catch {
    return undefined
  }
}

/** Takes a file out of its slot; one that was gone already is gone, too. */
export async function removeFile(address: string, fileId: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/files/${fileId}`, { method: 'DELETE' })
    return answer.ok || answer.status === 404
  } catch {
    return false
  }
}

/** Turns a page of a file a quarter to the right; undefined when nobody answers. */
export async function turnPage(
  address: string,
  { fileId, page, name }: { fileId: string; page: number; name: string },
): Promise<'turned' | Refused | undefined> {
  try {
    const path = `${address}/files/${fileId}/turn?page=${page}`
    const answer = await fetch(path, { method: 'PUT' })
    if (answer.ok) return 'turned'
    const body: unknown = await answer.json()
    const refusal = isRecord(body) ? body['refusal'] : undefined
    if (!isRecord(refusal) || typeof refusal['code'] !== 'string') return undefined
    return { name, ...refusal, code: refusal['code'] }
  } catch {
    return undefined
  }
}

function understand(text: string, name: string): UploadAnswer {
  const body = parseJson(text)
  if (!isRecord(body)) return { kind: 'unreachable' }
  const { file, refusal } = body
  if (isSlotFile(file)) return { kind: 'attached', file }
  if (!isRecord(refusal) || typeof refusal['code'] !== 'string') return { kind: 'unreachable' }
  if (BROKEN.has(refusal['code'])) return { kind: 'unreachable' }
  return { kind: 'refused', refusal: { name, ...refusal, code: refusal['code'] } }
}

function isSlotFile(value: unknown): value is SlotFile {
  if (!isRecord(value)) return false
  const { id, name, size, state } = value
  const isState = state === 'received' || state === 'clean' || state === 'rejected'
  return typeof id === 'string' && typeof name === 'string' && typeof size === 'number' && isState
}
