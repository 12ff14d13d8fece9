import { confirmPayment } from '@/lib/dossiers/confirm-payment'
import { UNKNOWN_ERROR } from '@/lib/payments/outcomes'
import { requestLog } from '@/lib/server/log'

/** The gateway's notice (IPN). The only word on whether a payment was made; always answered by 200. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const answer = await confirmPayment(query).catch((error: unknown) => {
    requestLog(request.headers).error({ err: error }, 'a payment notice could not be recorded')
    return UNKNOWN_ERROR
  })
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}
