import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { freePort } from '@/lib/cli/launch-database.mjs'
import { eidServer } from '@/tests/sandbox/eid/server'
import { listen } from '@/tests/sandbox/http'
import { readSettings } from '@/tests/sandbox/settings'

let eid = ''
let server: Server

// The provider reminds everybody, once, that it keeps its state in memory.
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const port = await freePort()
  const settings = readSettings({
    PORT: String(port - 1),
    PUBLIC_ORIGIN: 'http://localhost:3000',
    DATA_DIR: '/nowhere',
    EID_CLIENT_ID: 'portal',
    EID_CLIENT_SECRET: 'secret',
    PAYMENT_TMN_CODE: 'x',
    PAYMENT_HASH_SECRET: 'x',
    SIGNING_KEYS_DIR: '/nowhere',
  })
  eid = settings.places.eid
  server = await listen(eidServer(settings), port)
})

afterAll(() => {
  server.close()
})

const request = {
  client_id: 'portal',
  response_type: 'code',
  redirect_uri: 'http://localhost:3000/api/auth/callback/eid',
  scope: 'openid profile',
  state: 'state',
  nonce: 'nonce',
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'S256',
}

/** Asks to sign in, and follows to the page that the browser would show. */
async function askToSignIn(change: Partial<Record<keyof typeof request, string>>) {
  const query = new URLSearchParams(Object.entries({ ...request, ...change }))
  const first = await fetch(`${eid}/auth?${query}`, { redirect: 'manual' })
  const location = new URL(first.headers.get('location') ?? '/none', eid)
  if (location.origin !== eid) return { location, status: first.status, text: '' }
  const cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const page = await fetch(location, { headers: { cookie } })
  return { location, status: page.status, text: await page.text() }
}

it('shows the cast to a request with all its guards', async () => {
  const { status, text } = await askToSignIn({})
  expect(status).toBe(200)
  expect(text).toContain('Lê Thị Mẫu')
  expect(text).toContain('Nguyễn Văn Mẫu')
})

it.each([
  ['PKCE', { code_challenge: '', code_challenge_method: '' }],
  ['a hashed PKCE', { code_challenge_method: 'plain' }],
])('sends back a request without %s', async (_name, change) => {
  const { location } = await askToSignIn(change)
  expect(location.searchParams.get('error')).toBe('invalid_request')
})

it.each([
  ['state', { state: '' }],
  ['nonce', { nonce: '' }],
])('shows nobody to a request without %s', async (_name, change) => {
  const { status, text } = await askToSignIn(change)
  expect(status).toBe(400)
  expect(text).not.toContain('Lê Thị Mẫu')
})

it('sends nobody to an address that is not registered', async () => {
  const { status, location } = await askToSignIn({ redirect_uri: 'http://evil.test/' })
  expect(location.origin).toBe(eid)
  expect(status).toBeGreaterThanOrEqual(400)
})
