import { Readable } from 'node:stream'
import { opinionVisitor } from '@/app/_server/opinion-visitor'
import { openOpinion } from '@/lib/dossiers/opinions/answer-opinion'
import { attachmentHeader } from '@/lib/files/file-name'
import { openFileStream } from '@/lib/files/store'

type Context = { params: Promise<{ token: string; fileId: string }> }

/** A paper that was chosen for the question, for whoever has entered; saved, never shown. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token, fileId } = await params
  const opened = await openOpinion(await opinionVisitor(token))
  const file = opened.ok ? opened.value.papers.find(({ id }) => id === fileId) : undefined
  if (file?.state !== 'clean') return new Response(null, { status: 404 })
  return new Response(Readable.toWeb(await openFileStream(file.storageKey)) as BodyInit, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': attachmentHeader(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  })
}
