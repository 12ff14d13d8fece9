import { unsubscribe } from '@/lib/notifications/preferences'

type Context = { params: Promise<{ token: string }> }

const headers = { 'cache-control': 'no-store' }

/** The one press of a mail programme (RFC 8058): no cookie, no page, and again it changes nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const form = await request.formData().catch(() => undefined)
  if (form?.get('List-Unsubscribe') !== 'One-Click')
    return new Response(null, { status: 400, headers })
  const left = await unsubscribe((await params).token, new Date())
  return new Response(null, { status: left.ok ? 200 : 404, headers })
}

/** Who opens the address instead of posting to it is asked first: scanners of mail open every link. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 303, headers: { ...headers, location } })
}
