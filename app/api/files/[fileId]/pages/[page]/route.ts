import { currentActor } from '@/app/_server/current-actor'
import { openFilePage } from '@/lib/dossiers/open-file'
import { readFileBytes } from '@/lib/files/store'
import { notFound } from '../../../nothing'

type Context = { params: Promise<{ fileId: string; page: string }> }

/** The picture of a page, painted by us: safe to show. It never changes, so a browser may keep it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { fileId, page } = await params
  const actor = await currentActor()
  if (!actor || !/^[1-9]\d{0,3}$/.test(page)) return notFound()
  const picture = await openFilePage(actor, fileId, Number(page))
  if (!picture.ok) return notFound()
  const bytes = await readFileBytes(picture.value.storageKey)
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600, immutable',
    },
  })
}
