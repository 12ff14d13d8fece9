import type { Transaction } from '@/db/client'
import {
  closeOpenOrders,
  getPayableDossierForUpdate,
  insertOrder,
  listOrders,
  type PaymentOrder,
} from '@/db/queries/payments'
import { newId } from '@/lib/shared/ids'
import type { JobPromise } from '@/lib/shared/job-kinds'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'
import { paymentGateway } from './gateways/configured'

/** How long the gateway takes payment for an order (VNPAY's own default). */
export const ORDER_VALIDITY_MINUTES = 15
const ASK_AFTER_MINUTES = 5
const MINUTE = 60_000

export type PaymentRequest = {
  dossierId: string
  locale: 'vi' | 'en'
  payerIp: string
  /** Real time, not the law's clock: the gateway compares it with its own. */
  at: Date
}
export type StartedPayment = {
  orderId: string
  redirectUrl: string
  /** To be promised in the same transaction: asks the gateway if no notice has come by then. */
  jobs: JobPromise[]
}
export type StartRefusal = { code: 'not-awaiting-payment' | 'nothing-to-pay' }

/** Before the desk looks, and when the law sets a fee in mid-process. */
const PAYABLE: readonly LicenceState[] = ['awaiting-payment', 'awaiting-obligation']

/**
 * Sends the payer to the gateway. A dossier has one open order at a time: while it is valid the same
 * order is offered again, so that two tabs cannot pay twice; after that a new one takes its place.
 */
export async function startPayment(
  tx: Transaction,
  request: PaymentRequest,
): Promise<Result<StartedPayment, StartRefusal>> {
  const dossier = await getPayableDossierForUpdate(tx, request.dossierId)
  if (!PAYABLE.includes(dossier.state)) return refuse({ code: 'not-awaiting-payment' })
  if (dossier.feeVnd <= 0) return refuse({ code: 'nothing-to-pay' })

  const open = (await listOrders(tx, dossier.id)).find(({ state }) => state === 'open')
  const usable = open && open.expiresAt > request.at && open.amount === dossier.feeVnd
  if (usable) return accept(started(open, dossier.submissionReference, request))

  await closeOpenOrders(tx, dossier.id, 'expired')
  const order = newOrder(dossier, request.at)
  await insertOrder(tx, order)
  return accept(started(order, dossier.submissionReference, request))
}

function newOrder(dossier: { id: string; feeVnd: number }, at: Date): PaymentOrder {
  const id = newId()
  return {
    id,
    dossierId: dossier.id,
    txnRef: id.replaceAll('-', ''),
    amount: dossier.feeVnd,
    gateway: paymentGateway().name,
    state: 'open',
    createdAt: at,
    expiresAt: new Date(at.getTime() + ORDER_VALIDITY_MINUTES * MINUTE),
    paidAt: null,
    gatewayTransactionNo: null,
  }
}

function started(
  order: PaymentOrder,
  reference: string,
  { locale, payerIp }: PaymentRequest,
): StartedPayment {
  const description = `Nop phi tham dinh ho so ${reference}`
  return {
    orderId: order.id,
    redirectUrl: paymentGateway().startPayment({ ...order, description, locale, payerIp }),
    jobs: [
      {
        kind: 'reconcile-payment',
        payload: { orderId: order.id },
        key: `reconcile-payment:${order.id}`,
        runAfter: new Date(order.createdAt.getTime() + ASK_AFTER_MINUTES * MINUTE),
      },
    ],
  }
}
