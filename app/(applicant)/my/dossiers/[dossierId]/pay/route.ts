import { clientAddress } from '@/app/_server/client-address'
import { requireActor } from '@/app/_server/current-actor'
import { getLocale } from '@/app/_server/translator'
import { payFee } from '@/lib/dossiers/pay-fee'
import { env } from '@/lib/server/env'

type Context = { params: Promise<{ dossierId: string }> }

/**
 * Leads to the payment gateway. A plain link, since a form may not lead off our origin (CSP form-action);
 * asked again it finds the same open order.
 */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const back = `/my/dossiers/${dossierId}/payment`
  const actor = await requireActor('applicant', back)
  const payerIp = await clientAddress()
  const started = await payFee(actor, { dossierId, locale: await getLocale(), payerIp })
  if (started.ok) return leadTo(started.value.redirectUrl)
  if (started.refusal.code === 'not-found') return new Response(null, { status: 404 })
  return leadTo(`${env().PUBLIC_ORIGIN}${back}`)
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
