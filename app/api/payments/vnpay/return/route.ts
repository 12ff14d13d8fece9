import { findReturnPath } from '@/lib/payments/return-path'
import { env } from '@/lib/server/env'

/** Brings the payer back to the dossier; decides nothing, for anybody can write an address. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const location = new URL(await findReturnPath(query), env().PUBLIC_ORIGIN).toString()
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
