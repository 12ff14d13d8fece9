import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VNPay } from 'vnpay'
import { vnpayGateway } from '@/lib/payments/gateways/vnpay'
import { sign } from '@/lib/payments/gateways/vnpay-signature'

const secret = 'a secret shared with the gateway alone'
const order = { txnRef: 'ref1', createdAt: new Date('2026-11-23T18:30:05Z') }
const at = new Date('2026-11-23T18:36:00Z')

const ANSWER = {
  vnp_ResponseId: 'r1',
  vnp_Command: 'querydr',
  vnp_ResponseCode: '00',
  vnp_Message: 'QueryDR Success',
  vnp_TmnCode: 'ONEDOOR1',
  vnp_TxnRef: 'ref1',
  vnp_Amount: '145000000',
  vnp_BankCode: 'NCB',
  vnp_PayDate: '20261124013500',
  vnp_TransactionNo: '14226112',
  vnp_TransactionType: '01',
  vnp_TransactionStatus: '00',
  vnp_OrderInfo: 'Nop phi',
  vnp_PromotionCode: '',
  vnp_PromotionAmount: '',
}

let server: Server
let reply: { status: number; body: string }
let asked: Record<string, string>

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    asked = JSON.parse(Buffer.concat(chunks).toString())
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const gateway = (queryUrl = `${origin()}/merchant_webapi/api/transaction`) =>
  vnpayGateway({
    payUrl: 'https://gateway.test/pay',
    queryUrl,
    tmnCode: 'ONEDOOR1',
    hashSecret: secret,
    returnUrl: 'https://portal.test/return',
  })

function answer(change: Record<string, string | number> = {}, key = secret): string {
  const fields = { ...ANSWER, ...change }
  return JSON.stringify({ ...fields, vnp_SecureHash: sign(key, Object.values(fields).join('|')) })
}

async function ask(body: string, status = 200) {
  reply = { status, body }
  return gateway().queryOrder(order, at)
}

describe('asking the gateway', () => {
  it('sends a question signed as the npm package signs it', async () => {
    await ask(answer())
    const ours = asked
    const theirs = new VNPay({
      tmnCode: 'ONEDOOR1',
      secureSecret: secret,
      vnpayHost: origin(),
      queryDrAndRefundHost: origin(),
    })
    await theirs.queryDr({
      vnp_RequestId: ours['vnp_RequestId'] ?? '',
      vnp_TxnRef: 'ref1',
      vnp_TransactionDate: 20261124013005,
      vnp_CreateDate: 20261124013600,
      vnp_IpAddr: '127.0.0.1',
      vnp_OrderInfo: ours['vnp_OrderInfo'] ?? '',
      vnp_TransactionNo: undefined as never,
    })
    expect(ours['vnp_SecureHash']).toBe(asked['vnp_SecureHash'])
    expect(ours).toMatchObject({
      vnp_TransactionDate: '20261124013005',
      vnp_CreateDate: '20261124013600',
    })
  })

  it('learns that the payer paid', async () => {
    expect(await ask(answer())).toMatchObject({
      ok: true,
      value: {
        raw: ANSWER,
        notice: {
          txnRef: 'ref1',
          amount: 1_450_000,
          verdict: 'paid',
          paidAt: new Date('2026-11-23T18:35:00Z'),
        },
      },
    })
    expect(await ask(answer({ vnp_Amount: 145000000 }))).toMatchObject({ ok: true })
  })

  it.each([
    ['01', 'pending'],
    ['02', 'failed'],
    ['07', 'pending'],
  ])('reads the status %s as %s', async (vnp_TransactionStatus, verdict) => {
    expect(await ask(answer({ vnp_TransactionStatus }))).toMatchObject({
      value: { notice: { verdict } },
    })
  })

  it.each([
    ['an order it never saw', () => answer({ vnp_ResponseCode: '91' }), 'not-found'],
    ['an answer without a signature', () => JSON.stringify(ANSWER), 'bad-signature'],
    ['an answer signed by another', () => answer({}, 'other'), 'bad-signature'],
    ['an answer about another order', () => answer({ vnp_TxnRef: 'x' }), 'gateway-error'],
    ['an answer for another shop', () => answer({ vnp_TmnCode: 'x' }), 'gateway-error'],
    ['a request too many', () => answer({ vnp_ResponseCode: '94' }), 'gateway-error'],
    ['a list', () => '[]', 'gateway-error'],
    ['a nested answer', () => '{"a":{"b":1}}', 'gateway-error'],
    ['a page', () => '<html>', 'unreachable'],
  ])('reports %s', async (_name, body, code) => {
    expect(await ask(body())).toEqual({ ok: false, refusal: { code } })
  })

  it('reports a gateway that fails', async () => {
    expect(await ask(answer(), 503)).toEqual({ ok: false, refusal: { code: 'gateway-error' } })
  })

  it('reports a gateway that is not there', async () => {
    const nowhere = gateway('http://127.0.0.1:1/')
    expect(await nowhere.queryOrder(order, at)).toEqual({
      ok: false,
      refusal: { code: 'unreachable' },
    })
  })
})
