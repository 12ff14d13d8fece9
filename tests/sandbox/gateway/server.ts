import type { RequestListener } from 'node:http'
import {
  type Answer,
  type Exchange,
  json,
  readForm,
  readText,
  redirect,
  serveRoutes,
} from '../http'
import { styleSheet } from '../page'
import { memoryFolder, type SandboxSettings } from '../settings'
import { merchantApi } from './merchant-api'
import { deliver, type Merchant, resultQuery } from './notices'
import { newOrder, type Order, openOrderBook } from './orders'
import { findOutcome, type Notice, outcomes, settle } from './outcomes'
import { orderListPage, paymentPage, problemPage, settledPage } from './pages'
import { type Fields, verifyQuery } from './signature'

/** A payment gateway that speaks the VNPAY 2.1.0 protocol, written apart from the portal's library. */
export function gatewayServer(settings: SandboxSettings): RequestListener {
  const gateway = openGateway(settings)
  const { places } = settings
  const faults = { queryDown: false }
  return serveRoutes({
    'GET /style.css': styleSheet,
    'GET /': () => orderListPage(places, gateway.book.all()),
    'GET /paymentv2/vpcpay.html': (exchange) => gateway.show(exchange.url),
    'POST /orders/:ref': async (exchange) => {
      const outcome = (await readForm(exchange.request)).get('outcome') ?? ''
      return gateway.choose(exchange, outcome, (location) => redirect(location))
    },
    'POST /orders/:ref/notice': (exchange) => {
      gateway.repeatNotice(exchange.params['ref'] ?? '')
      return redirect('/')
    },
    'POST /merchant_webapi/api/transaction': async ({ request }) => {
      if (faults.queryDown) return json({ message: 'maintenance' }, 503)
      return json(gateway.answerMerchant(textFields(JSON.parse(await readText(request)))))
    },
    'GET /api/orders': () => json(gateway.book.all()),
    'GET /api/orders/:ref': ({ params }) => json(gateway.book.find(params['ref'] ?? '') ?? null),
    'POST /api/orders/:ref/outcome': async (exchange) => {
      const { outcome } = JSON.parse(await readText(exchange.request))
      return gateway.choose(exchange, String(outcome), (location) => json({ location }))
    },
    'POST /api/faults': async ({ request }) => {
      Object.assign(faults, JSON.parse(await readText(request)))
      return json(faults)
    },
  })
}

function openGateway(settings: SandboxSettings) {
  const { places } = settings
  const book = openOrderBook(memoryFolder(settings))
  const merchant: Merchant = {
    tmnCode: settings.PAYMENT_TMN_CODE,
    secret: settings.PAYMENT_HASH_SECRET,
    noticeUrl: `${places.portal}/api/payments/vnpay/notice`,
  }
  const start = (ref: string, notice: Notice) => void deliver(book, merchant, { ref, notice })
  const backLink = (order: Order, forged?: true) => {
    const notice = {
      transactionNo: order.transactionNo,
      delay: 0,
      tries: 1,
      ...(forged && { forged }),
    }
    const url = new URL(order.returnUrl)
    const separator = url.search === '' ? '?' : '&'
    return `${url.href}${separator}${resultQuery(order, merchant, notice)}`
  }
  return {
    book,
    answerMerchant: merchantApi(merchant, book),
    show: (url: URL): Answer => {
      const fields = Object.fromEntries(url.searchParams)
      const problem = whyRefused(fields, merchant, places.portal)
      if (problem) return problemPage(places, problem)
      const order = book.find(fields['vnp_TxnRef'] ?? '') ?? newOrder(fields)
      book.save(order)
      if (order.state === 'waiting') return paymentPage(places, order)
      return settledPage(places, order, backLink(order))
    },
    choose: (exchange: Exchange, name: string, answer: (location: string) => Answer): Answer => {
      const order = book.find(exchange.params['ref'] ?? '')
      const outcome = findOutcome(name)
      if (!order || !outcome)
        return problemPage(places, 'Không có khoản thanh toán hoặc lựa chọn này.')
      if (order.state !== 'waiting') return answer(backLink(order))
      const settled = settle(order, outcome)
      book.save(settled)
      for (const notice of outcomes[outcome].notices(settled)) start(order.ref, notice)
      return answer(backLink(settled, outcome === 'forged' ? true : undefined))
    },
    repeatNotice: (ref: string) => {
      const order = book.find(ref)
      if (!order || order.state === 'waiting') return
      start(ref, { transactionNo: order.transactionNo, delay: 0, tries: 1 })
    },
  }
}

const DEMANDED: readonly [string, RegExp][] = [
  ['vnp_Version', /^2\.1\.0$/],
  ['vnp_Command', /^pay$/],
  ['vnp_CurrCode', /^VND$/],
  ['vnp_Amount', /^[1-9]\d{2,11}$/],
  ['vnp_TxnRef', /^[A-Za-z0-9_-]{1,100}$/],
  ['vnp_OrderInfo', /^.{1,255}$/],
  ['vnp_ReturnUrl', /^https?:\/\//],
  ['vnp_IpAddr', /^[0-9a-fA-F.:]{7,45}$/],
  ['vnp_CreateDate', /^\d{14}$/],
]

function whyRefused(fields: Fields, merchant: Merchant, portal: string): string | undefined {
  if (fields['vnp_TmnCode'] !== merchant.tmnCode) return 'Mã đơn vị (vnp_TmnCode) không đúng.'
  if (!verifyQuery(merchant.secret, fields)) return 'Chữ ký không hợp lệ (mã 97).'
  const wrong = DEMANDED.find(([name, shape]) => !shape.test(fields[name] ?? ''))
  if (wrong) return `Giá trị của ${wrong[0]} không hợp lệ.`
  if (new URL(fields['vnp_ReturnUrl'] ?? '').origin !== portal)
    return 'Địa chỉ quay lại chưa đăng ký.'
  const expires = fields['vnp_ExpireDate']
  if (expires && expires <= (fields['vnp_CreateDate'] ?? '')) return 'Giao dịch đã hết hạn.'
  return undefined
}

/** The merchant's JSON carries numbers and texts alike; the protocol signs them as text. */
function textFields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, String(field)]))
}
