import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { HashAlgorithm, ProductCode, VNPay, VnpCurrCode, VnpLocale } from 'vnpay'
import { freePort } from '@/lib/cli/launch-database.mjs'
import { gatewayServer } from '@/tests/sandbox/gateway/server'
import { json, listen, serveRoutes } from '@/tests/sandbox/http'
import { readSettings } from '@/tests/sandbox/settings'

// The gateway signs by its own few lines, the portal by the library: here the two meet.
const SECRET = 'a secret of both sides, long enough'
let servers: Server[] = []
let folder = ''
let notices: URL[] = []
let answers: string[] = []
let gateway = ''
let vnpay: VNPay
let refs = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const [portal, port] = [await freePort(), await freePort()]
  gateway = `http://localhost:${port}`
  const settings = readSettings({
    PORT: String(port - 2),
    PUBLIC_ORIGIN: `http://localhost:${portal}`,
    DATA_DIR: folder,
    EID_CLIENT_ID: 'x',
    EID_CLIENT_SECRET: 'x',
    PAYMENT_TMN_CODE: 'ONEDOOR1',
    PAYMENT_HASH_SECRET: SECRET,
    SIGNING_KEYS_DIR: folder,
  })
  const confirm = serveRoutes({
    'GET /api/payments/vnpay/notice': ({ url }) => {
      notices.push(url)
      const ours = url.searchParams.get('vnp_TxnRef') === `R${refs}`
      return json({ RspCode: (ours && answers.shift()) || '00', Message: 'Confirm Success' })
    },
  })
  servers = [await listen(confirm, portal), await listen(gatewayServer(settings), port)]
  vnpay = new VNPay({
    tmnCode: 'ONEDOOR1',
    secureSecret: SECRET,
    vnpayHost: gateway,
    queryDrAndRefundHost: gateway,
    hashAlgorithm: HashAlgorithm.SHA512,
  })
  portalOrigin = settings.places.portal
})
let portalOrigin = ''

beforeEach(() => {
  notices = []
  answers = []
})

afterAll(async () => {
  for (const server of servers) server.close()
  await rm(folder, { recursive: true, force: true })
})

function newPayment(ref: string): string {
  return vnpay.buildPaymentUrl({
    vnp_Amount: 4_300_000,
    vnp_IpAddr: '127.0.0.1',
    vnp_TxnRef: ref,
    vnp_OrderInfo: 'Phí thẩm định NOP-1 & lệ phí',
    vnp_OrderType: ProductCode.Other,
    vnp_ReturnUrl: `${portalOrigin}/payments/vnpay/return`,
    vnp_Locale: VnpLocale.VN,
    vnp_CurrCode: VnpCurrCode.VND,
    vnp_CreateDate: 20_261_122_090_000,
    vnp_ExpireDate: 20_261_122_091_500,
  })
}

/** The notices that came for one order; those of an earlier test may still be under way. */
const noticesOf = (ref: string) =>
  notices.filter((notice) => notice.searchParams.get('vnp_TxnRef') === ref)

async function choose(outcome: string): Promise<{ ref: string; back: URL }> {
  refs += 1
  const ref = `R${refs}`
  await expect(fetch(newPayment(ref)).then((page) => page.status)).resolves.toBe(200)
  const body = JSON.stringify({ outcome })
  const response = await fetch(`${gateway}/api/orders/${ref}/outcome`, { method: 'POST', body })
  const { location } = JSON.parse(await response.text())
  return { ref, back: new URL(location) }
}

function verified(url: URL) {
  return vnpay.verifyIpnCall(Object.fromEntries(url.searchParams) as never)
}

function ask(ref: string) {
  return vnpay.queryDr({
    vnp_RequestId: crypto.randomUUID(),
    vnp_TxnRef: ref,
    vnp_OrderInfo: 'Phí thẩm định',
    vnp_TransactionDate: 20_261_122_090_000,
    vnp_CreateDate: 20_261_122_090_500,
    vnp_IpAddr: '127.0.0.1',
  } as never)
}

it('shows the order of a signed link and refuses an altered one', async () => {
  const page = await fetch(newPayment('SHOWN'))
  await expect(page.text()).resolves.toContain('4.300.000 đ')
  const altered = newPayment('ALTERED').replace('430000000', '100000')
  const refused = await fetch(altered)
  expect(refused.status).toBe(400)
})

it('pays: the return, the notice and the query are signed and say the same', async () => {
  const { ref, back } = await choose('pay')
  await vi.waitFor(() => expect(noticesOf(ref)).toHaveLength(1))
  const [notice = back] = noticesOf(ref)
  expect(verified(back)).toMatchObject({ isVerified: true, isSuccess: true, vnp_TxnRef: ref })
  expect(verified(notice)).toMatchObject({
    isVerified: true,
    isSuccess: true,
    vnp_Amount: 4_300_000,
  })
  await expect(ask(ref)).resolves.toMatchObject({
    isVerified: true,
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_TransactionNo: notice.searchParams.get('vnp_TransactionNo'),
  })
})

it('cancels with code 24', async () => {
  const { ref, back } = await choose('cancel')
  expect(verified(back)).toMatchObject({
    isVerified: true,
    isSuccess: false,
    vnp_ResponseCode: '24',
  })
  await expect(ask(ref)).resolves.toMatchObject({ vnp_TransactionStatus: '02' })
})

it('takes the money and tells nobody when the notice is lost', async () => {
  const { ref } = await choose('lost-notice')
  await expect(ask(ref)).resolves.toMatchObject({ vnp_TransactionStatus: '00' })
  expect(noticesOf(ref)).toHaveLength(0)
})

it('tells again when the portal does not confirm', async () => {
  answers = ['99', '00']
  const { ref } = await choose('pay')
  await vi.waitFor(() => expect(noticesOf(ref)).toHaveLength(2), { timeout: 5000 })
})

it('pays twice with two transaction numbers', async () => {
  const { ref } = await choose('pay-twice')
  await vi.waitFor(() => expect(noticesOf(ref)).toHaveLength(2), { timeout: 5000 })
  const numbers = noticesOf(ref).map((notice) => notice.searchParams.get('vnp_TransactionNo'))
  expect(new Set(numbers).size).toBe(2)
})

it('sends a forged notice that no verification accepts, and no money', async () => {
  const { ref, back } = await choose('forged')
  await vi.waitFor(() => expect(noticesOf(ref)).toHaveLength(1))
  expect([back, ...noticesOf(ref)].map((url) => verified(url).isVerified)).toEqual([false, false])
  await expect(ask(ref)).resolves.toMatchObject({ vnp_TransactionStatus: '01' })
})

it('answers a query with a wrong checksum by 97', async () => {
  const body = JSON.stringify({
    vnp_RequestId: 'r1',
    vnp_Command: 'querydr',
    vnp_TmnCode: 'ONEDOOR1',
    vnp_SecureHash: 'ab',
  })
  const url = `${gateway}/merchant_webapi/api/transaction`
  const answer = await fetch(url, { method: 'POST', body }).then((response) => response.json())
  expect(answer).toMatchObject({ vnp_ResponseCode: '97' })
})
