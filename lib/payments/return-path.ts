import { db } from '@/db/client'
import { findOrder } from '@/db/queries/payments'
import { paymentGateway } from './gateways/configured'
import { storable } from './keep-raw'

const MY_DOSSIERS = '/my/dossiers'

/**
 * Where a payer who comes back from the gateway belongs: the payment page of the dossier. What the
 * address says of the payment is for display only and changes nothing; only a signed address is
 * followed, so that nobody learns of a dossier by guessing.
 */
export async function findReturnPath(query: Record<string, string>): Promise<string> {
  const reading = paymentGateway().readNotice(query)
  if (!reading.ok) return MY_DOSSIERS
  const { txnRef, verdict } = reading.value
  const order = await findOrder(db, { txnRef: storable(txnRef) })
  return order ? `${MY_DOSSIERS}/${order.dossierId}/payment?returned=${verdict}` : MY_DOSSIERS
}
