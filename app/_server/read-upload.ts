import { Readable } from 'node:stream'
import busboy from 'busboy'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type UploadRefusal = { code: 'missing' } | { code: 'too-large' }

/**
 * The one file of a form sent as multipart, in memory, read as it comes and given up as soon as it
 * grows beyond `maxBytes`. Works for forms sent without JavaScript.
 */
export async function readUpload(
  request: Request,
  maxBytes: number,
): Promise<Result<Buffer, UploadRefusal>> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return refuse({ code: 'missing' })
  const form = busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fileSize: maxBytes, fields: 5, parts: 8 },
  })
  const chunks: Buffer[] = []
  let cut = false
  form.on('file', (_field, file) => {
    file.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.on('limit', () => {
      cut = true
      chunks.length = 0
    })
  })
  const done = new Promise<void>((resolve, reject) => {
    form.on('close', resolve)
    form.on('error', reject)
  })
  Readable.fromWeb(request.body as import('node:stream/web').ReadableStream).pipe(form)
  try {
    await done
  } catch {
    return refuse({ code: 'missing' })
  }
  if (cut) return refuse({ code: 'too-large' })
  const bytes = Buffer.concat(chunks)
  return bytes.length > 0 ? accept(bytes) : refuse({ code: 'missing' })
}
