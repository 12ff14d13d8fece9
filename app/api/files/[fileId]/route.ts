import { Readable } from 'node:stream'
import { currentActor } from '@/app/_server/current-actor'
import { openFile } from '@/lib/dossiers/open-file'
import { attachmentHeader } from '@/lib/files/file-name'
import { openFileStream } from '@/lib/files/store'
import { notFound } from '../nothing'

type Context = { params: Promise<{ fileId: string }> }

/**
 * A stranger's file: saved, never shown. Whatever is in it, the browser keeps it out of the portal's
 * origin and does not guess its type.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  const file = actor && (await openFile(actor, (await params).fileId))
  if (!file?.ok) return notFound()
  const { name, mediaType, size, storageKey } = file.value
  return new Response(Readable.toWeb(await openFileStream(storageKey)) as BodyInit, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': attachmentHeader(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  })
}
