import { beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as showPage } from '@/app/api/files/[fileId]/pages/[page]/route'
import { GET as download } from '@/app/api/files/[fileId]/route'
import { db } from '@/db/client'
import { findFile } from '@/db/queries/files'
import { renderPages } from '@/lib/files/preview'
import { scanFile } from '@/lib/files/scan'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { applicant } from '../../factories/actors'
import * as sample from '../../unit/files/sample-files'
import { aDraft, aPerson } from './a-draft'
import { attach } from './uploads'

const session: { actor?: PersonActor | undefined } = {}
vi.mock('@/app/_server/current-actor', () => ({ currentActor: async () => session.actor }))

const pdf = await sample.pdfBytes(2)
const nowhere = new Request('http://localhost:3000/x')
let owner: PersonActor
let fileId: string

beforeEach(async () => {
  owner = await aPerson()
  session.actor = owner
  const [id = ''] = await attach(owner, await aDraft(owner), ['Đơn "mới".pdf', pdf])
  fileId = id
})

const get = (id = fileId) => download(nowhere, { params: Promise.resolve({ fileId: id }) })
const getPage = (page: string, id = fileId) =>
  showPage(nowhere, { params: Promise.resolve({ fileId: id, page }) })

describe('a download', () => {
  it('is saved and never shown, whole and under its name', async () => {
    await scanFile(fileId)
    const response = await get()
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition':
        'attachment; filename="Don _moi_.pdf"; filename*=UTF-8\'\'%C4%90%C6%A1n%20_m%E1%BB%9Bi_.pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf)
  })

  it.each([
    ['in quarantine', async () => get()],
    [
      'of somebody else',
      async () => {
        await scanFile(fileId)
        session.actor = await aPerson()
        return get()
      },
    ],
    [
      'without a session',
      async () => {
        await scanFile(fileId)
        session.actor = undefined
        return get()
      },
    ],
    ['that is not there', async () => get(newId())],
    ['by no id', async () => get('../../etc/passwd')],
  ])('is not there for a file %s', async (_, ask) => {
    const response = await ask()
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe('Không tìm thấy tệp.\n')
  })
})

describe('the picture of a page', () => {
  let painted: string | undefined

  // Painting starts a process; once is enough for all.
  beforeEach(async () => {
    painted ??= await paintedFile()
    const row = await findFile(db, painted)
    session.actor = applicant(row?.uploadedBy ?? '')
  })

  async function paintedFile(): Promise<string> {
    await scanFile(fileId)
    await renderPages(fileId)
    return fileId
  }

  it('is shown, and kept by that browser only', async () => {
    const response = await getPage('2', painted)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('cache-control')).toBe('private, max-age=3600, immutable')
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP')
  })

  it.each(['0', '3', '-1', '1e3', '01', 'x', '99999999999'])(
    'is not there for page %s',
    async (page) => {
      expect((await getPage(page, painted)).status).toBe(404)
    },
  )

  it('is not there for a stranger', async () => {
    session.actor = await aPerson()
    expect((await getPage('1', painted)).status).toBe(404)
  })
})
