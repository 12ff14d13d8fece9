import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as slotRoute from '@/app/api/uploads/drafts/[draftId]/papers/[slotKey]/route'
import { readUploadResult } from '@/app/api/uploads/upload-result'
import { catalogs } from '@/components/messages/catalog'
import type { PersonActor } from '@/lib/identity/actor'
import * as sample from '../../unit/files/sample-files'
import { aDraft, aPerson, slotKey } from './a-draft'

const session: { actor?: PersonActor | undefined; cookie?: string } = {}
vi.mock('@/app/_server/current-actor', () => ({ currentActor: async () => session.actor }))
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => session.cookie && { value: session.cookie } }),
}))

const pdf = new Uint8Array(await sample.pdfBytes())
const own = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }
let draftId: string

beforeEach(async () => {
  session.actor = await aPerson()
  draftId = await aDraft(session.actor)
})

type Sending = {
  headers?: Record<string, string>
  body?: BodyInit
  query?: string
  method?: string
}

function request({ headers = own, body, query = '', method = 'POST' }: Sending): Request {
  const address = `http://localhost:3000/api/uploads/drafts/${draftId}/papers/${slotKey}${query}`
  return new Request(address, { method, headers, ...(body ? { body, duplex: 'half' } : {}) })
}

function send(sending: Sending, slot = slotKey): Promise<Response> {
  return slotRoute.POST(request(sending), { params: Promise.resolve({ draftId, slotKey: slot }) })
}

const named = (name: string) => ({ ...own, 'x-file-name': encodeURIComponent(name) })

async function slotFiles(): Promise<{ id: string; name: string; state: string }[]> {
  const params = Promise.resolve({ draftId, slotKey })
  const response = await slotRoute.GET(request({ method: 'GET', headers: {} }), { params })
  return (await response.json()).files
}

describe('a file sent by a script', () => {
  it('is taken and answered with what the page shows', async () => {
    const response = await send({ headers: named('Hợp đồng.pdf'), body: pdf })
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { ok, file } = await response.json()
    expect({ ok, name: file.name, state: file.state }).toEqual({
      ok: true,
      name: 'Hợp đồng.pdf',
      state: 'received',
    })
    expect(await slotFiles()).toMatchObject([{ id: file.id, state: 'received' }])
  })

  it('is refused with a key of the messages and its parameters', async () => {
    const response = await send({ headers: named('a.pdf'), body: '<html>' })
    expect(response.status).toBe(415)
    const { ok, refusal, message } = await response.json()
    expect({ ok, message }).toEqual({ ok: false, message: 'uploads.type-not-allowed' })
    expect(refusal).toMatchObject({
      code: 'type-not-allowed',
      name: 'a.pdf',
      kinds: 'PDF, JPG, PNG',
    })
    expect(catalogs.vi.uploads).toHaveProperty(refusal.code)
  })

  it('is answered when it is too large, and what was announced too', async () => {
    const tooLarge = new Uint8Array(21 * 1024 * 1024).fill(0x41)
    const response = await send({ headers: named('a.pdf'), body: tooLarge })
    expect(response.status).toBe(413)
    expect((await response.json()).refusal).toEqual({
      code: 'too-large',
      limitMb: 20,
      name: 'a.pdf',
    })
    const announced = { ...named('b.pdf'), 'content-length': '10000000000' }
    expect((await send({ headers: announced, body: pdf })).status).toBe(413)
  })

  it('is refused when it ends before its announced length', async () => {
    const announced = { ...named('a.pdf'), 'content-length': String(pdf.length + 1) }
    const response = await send({ headers: announced, body: pdf })
    expect((await response.json()).refusal).toEqual({ code: 'incomplete', name: 'a.pdf' })
  })

  it.each([
    ['a name that does not decode', { 'x-file-name': '%E0%A4%A' }, '%E0%A4%A.pdf'],
    ['a path', { 'x-file-name': '..%2F..%2Fx.pdf' }, 'x.pdf'],
    ['no name', {}, 'giay-to.pdf'],
  ])('gets a plain name for %s', async (_, header, name) => {
    const response = await send({ headers: { ...own, ...header }, body: pdf })
    expect(response.status).toBe(201)
    expect((await response.json()).file.name).toBe(name)
  })

  it('without a body is an empty file', async () => {
    expect((await (await send({ headers: named('a.pdf') })).json()).refusal.code).toBe('empty')
  })
})

describe('who may send', () => {
  it('is nobody without a session', async () => {
    session.actor = undefined
    const response = await send({ headers: named('a.pdf'), body: pdf })
    expect(response.status).toBe(401)
    expect((await response.json()).message).toBe('uploads.signed-out')
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3001' }],
    ['another origin, to an old browser', { origin: 'https://evil.test' }],
    ['nowhere', { origin: 'null' }],
    ['a program that says nothing', {}],
  ])('is not a page of %s', async (_, headers) => {
    const response = await send({ headers, body: pdf })
    expect(response.status).toBe(403)
    expect(await slotFiles()).toEqual([])
  })

  it('is an old browser that names our origin only', async () => {
    const headers = { origin: own.origin, 'x-file-name': 'a.pdf' }
    expect((await send({ headers, body: pdf })).status).toBe(201)
  })

  it('is not a stranger to the draft; he cannot even tell that it is there', async () => {
    session.actor = await aPerson()
    const response = await send({ headers: named('a.pdf'), body: pdf })
    expect(response.status).toBe(404)
  })
})

describe('a form sent without JavaScript', () => {
  const back = `?back=${encodeURIComponent('/my/drafts/1?step=papers')}`

  function form(...files: [string, Uint8Array | string][]): FormData {
    const data = new FormData()
    data.append('note', 'a field that is not a file')
    data.append('files', new File([], ''))
    for (const [name, bytes] of files) data.append('files', new File([bytes as BlobPart], name))
    return data
  }

  async function outcome(response: Response) {
    const { pathname, searchParams, hash } = new URL(
      response.headers.get('location') ?? '',
      'http://x',
    )
    session.cookie =
      /^upload_result=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
    return {
      pathname,
      hash,
      step: searchParams.get('step'),
      result: await readUploadResult(searchParams.get('upload')),
    }
  }

  it('takes several files, names the refused one, and goes back to its page', async () => {
    const body = form(['Tờ 1.pdf', pdf], ['Tờ 2.pdf', '<html>'], ['Tờ 3.jpg', await sample.photo()])
    const response = await send({ body, query: back })
    expect(response.status).toBe(303)
    expect(await outcome(response)).toMatchObject({
      pathname: '/my/drafts/1',
      step: 'papers',
      hash: `#paper-${slotKey}`,
      result: {
        slotKey,
        attached: 2,
        refused: [{ code: 'type-not-allowed', name: 'Tờ 2.pdf', kinds: 'PDF, JPG, PNG' }],
      },
    })
    expect((await slotFiles()).map(({ name }) => name)).toEqual(['Tờ 1.pdf', 'Tờ 3.jpg'])
  })

  it('goes on with the next file after one that is too large', async () => {
    const body = form(['lớn.pdf', new Uint8Array(21 * 1024 * 1024).fill(0x41)], ['nhỏ.pdf', pdf])
    const { result } = await outcome(await send({ body, query: back }))
    expect(result).toMatchObject({ attached: 1, refused: [{ code: 'too-large', name: 'lớn.pdf' }] })
  })

  it('with many long names keeps its cookie small', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `${n}${'ậ'.repeat(200)}.pdf`)
    const body = form(...names.map((name): [string, string] => [name, 'x']))
    const response = await send({ body, query: back })
    expect(response.headers.get('set-cookie')?.length).toBeLessThan(4096)
    expect((await outcome(response)).result?.refused).toHaveLength(4)
  })

  it.each(['https://evil.test/', '//evil.test', '/\\evil.test', '/api/auth/signout', ''])(
    'never leads to "%s"',
    async (target) => {
      const query = `?back=${encodeURIComponent(target)}`
      const response = await send({ body: form(['a.pdf', pdf]), query })
      expect(response.headers.get('location')).toMatch(/^\/\?upload=/)
    },
  )

  it('that breaks off takes what was whole', async () => {
    const whole = new Response(form(['a.pdf', pdf], ['b.pdf', pdf]))
    const type = whole.headers.get('content-type') ?? ''
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const headers = { ...own, 'content-type': type }
    const response = await send({
      headers,
      body: bytes.slice(0, bytes.length - pdf.length),
      query: back,
    })
    const { result } = await outcome(response)
    expect(result).toMatchObject({ attached: 1, refused: [{ code: 'incomplete', name: 'b.pdf' }] })
  })

  it('shows no outcome on a page that it does not belong to', async () => {
    await outcome(await send({ body: form(['a.pdf', pdf]), query: back }))
    expect(await readUploadResult('another')).toBeUndefined()
    session.cookie = 'nonsense'
    expect(await readUploadResult('nonsense')).toBeUndefined()
  })
})
