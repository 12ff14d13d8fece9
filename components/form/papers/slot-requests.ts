import * as z from 'zod/mini'
import type { Refused, SlotFile } from '@/components/form/papers/slot'

const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  state: z.enum(['received', 'clean', 'rejected']),
  rejectedReason: z.nullable(z.string()),
  pageCount: z.nullable(z.number()),
})
const attachedSchema = z.object({ ok: z.literal(true), file: fileSchema })
const filesSchema = z.object({ ok: z.literal(true), files: z.array(fileSchema) })
const refusedSchema = z.object({
  ok: z.literal(false),
  refusal: z.looseObject({ code: z.string() }),
})

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
    const answer = filesSchema.safeParse(await (await fetch(address)).json())
    return answer.success ? answer.data.files : undefined
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
  const body = parse(text)
  const attached = attachedSchema.safeParse(body)
  if (attached.success) return { kind: 'attached', file: attached.data.file }
  const refused = refusedSchema.safeParse(body)
  if (refused.success) return { kind: 'refused', refusal: { name, ...refused.data.refusal } }
  return { kind: 'unreachable' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
