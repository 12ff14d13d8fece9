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

/** Sends one file; only XMLHttpRequest tells how far it has come. */
export function sendFile({ address, file, onPercent, signal }: Upload): Promise<UploadAnswer> {
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onPercent((loaded / total) * 100)
    request.onload = () => resolve(understand(request.responseText, file.name))
    request.onerror = () => resolve({ kind: 'unreachable' })
    request.ontimeout = () => resolve({ kind: 'unreachable' })
    request.onabort = () => resolve({ kind: 'cancelled' })
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

function understand(text: string, name: string): UploadAnswer {
  const body = parseJson(text)
  if (!isRecord(body)) return { kind: 'unreachable' }
  const { file, refusal } = body
  if (isSlotFile(file)) return { kind: 'attached', file }
  if (!isRecord(refusal) || typeof refusal['code'] !== 'string') return { kind: 'unreachable' }
  return { kind: 'refused', refusal: { name, ...refusal, code: refusal['code'] } }
}

function isSlotFile(value: unknown): value is SlotFile {
  if (!isRecord(value)) return false
  const { id, name, size, state } = value
  const isState = state === 'received' || state === 'clean' || state === 'rejected'
  return typeof id === 'string' && typeof name === 'string' && typeof size === 'number' && isState
}
