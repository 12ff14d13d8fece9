import { describe, expect, it, vi } from 'vitest'
import { GET as takeNotice } from '@/app/api/payments/vnpay/notice/route'
import { GET as comeBack } from '@/app/api/payments/vnpay/return/route'
import { aDossier } from './a-dossier'
import { anOrder, noticeOf } from './the-gateway'

vi.mock('@/lib/dossiers/confirm-payment', async (original) => {
  const real = await original<typeof import('@/lib/dossiers/confirm-payment')>()
  const confirmPayment = (query: Record<string, string>) =>
    query['break'] ? Promise.reject(new Error('broken')) : real.confirmPayment(query)
  return { ...real, confirmPayment }
})

function call(door: typeof takeNotice, query: Record<string, string>): Promise<Response> {
  return door(new Request(`http://localhost:3000/x?${new URLSearchParams(query)}`))
}

describe('the address for notices', () => {
  it('answers a forged notice by 97, as JSON that nobody keeps', async () => {
    const order = await anOrder(await aDossier())
    const response = await call(takeNotice, noticeOf(order, {}, 'another secret'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ RspCode: '97', Message: 'Invalid signature' })
  })

  it('answers 99 when our own side breaks, so that the gateway tries again', async () => {
    const response = await call(takeNotice, { break: 'yes' })
    expect(await response.json()).toEqual({ RspCode: '99', Message: 'Unknown error' })
  })
})

describe('the address for coming back', () => {
  it('leads to the dossier on the public origin', async () => {
    const dossierId = await aDossier()
    const response = await call(comeBack, noticeOf(await anOrder(dossierId)))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(
      `http://localhost:3000/my/dossiers/${dossierId}/payment?returned=paid`,
    )
  })

  it('leads nowhere else, whatever the address says', async () => {
    const response = await call(comeBack, { vnp_ReturnUrl: 'https://evil.test', vnp_TxnRef: 'x' })
    expect(response.headers.get('location')).toBe('http://localhost:3000/my/dossiers')
  })
})
