import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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
  try {
    const bytes = await readFirstFile(request, maxBytes)
    if (bytes === 'cut') return refuse({ code: 'too-large' })
    return bytes.length > 0 ? accept(bytes) : refuse({ code: 'missing' })
  } catch {
    // Not a form, or one that broke off on the way: there is no file to speak of.
    return refuse({ code: 'missing' })
  }
}

async function readFirstFile(request: Request, maxBytes: number): Promise<Buffer | 'cut'> {
  const form = busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    limits: { files: 1, fileSize: maxBytes, fields: 5, parts: 8 },
  })
  const chunks: Buffer[] = []
  let cut = false
  form.on('file', (_field, file) => {
    file.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.on('limit', () => {
      cut = true
    })
  })
  await pipeline(Readable.from(request.body ?? []), form)
  return cut ? 'cut' : Buffer.concat(chunks)
}
