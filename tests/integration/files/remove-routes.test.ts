import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as fileRoute from '@/app/api/uploads/drafts/[draftId]/papers/[slotKey]/files/[fileId]/route'
import { db } from '@/db/client'
import { findDraftPapers } from '@/db/queries/files'
import type { PersonActor } from '@/lib/identity/actor'
import * as sample from '../../unit/files/sample-files'
import { aDraft, aPerson, slotKey } from './a-draft'
import { attach } from './uploads'

const session: { actor?: PersonActor } = {}
vi.mock('@/app/_server/current-actor', () => ({ currentActor: async () => session.actor }))

const pdf = await sample.pdfBytes()
const own = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }
let draftId: string

beforeEach(async () => {
  session.actor = await aPerson()
  draftId = await aDraft(session.actor)
})

type Sending = { headers?: Record<string, string>; query?: string; method?: string }

const request = ({ headers = own, query = '', method = 'POST' }: Sending) =>
  new Request(`http://localhost:3000/x${query}`, { method, headers })
const slotFiles = async () => (await findDraftPapers(db, draftId)).flatMap(({ files }) => files)

describe('taking a file out', () => {
  async function fileParams() {
    if (!session.actor) throw new Error('nobody')
    const [fileId = ''] = await attach(session.actor, draftId, ['a.pdf', pdf])
    return { params: Promise.resolve({ draftId, slotKey, fileId }) }
  }

  it('by a script', async () => {
    const context = await fileParams()
    expect((await fileRoute.DELETE(request({ method: 'DELETE' }), context)).status).toBe(200)
    expect((await fileRoute.DELETE(request({ method: 'DELETE' }), context)).status).toBe(404)
    expect(await slotFiles()).toEqual([])
  })

  it('by a form, which goes back whether it was there or not', async () => {
    const context = await fileParams()
    for (let times = 0; times < 2; times += 1) {
      const response = await fileRoute.POST(request({ query: '?back=/my/drafts/1' }), context)
      expect(response.status).toBe(303)
      expect(response.headers.get('location')).toBe(`/my/drafts/1#paper-${slotKey}`)
    }
    expect(await slotFiles()).toEqual([])
  })

  it('not from another site', async () => {
    const context = await fileParams()
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await fileRoute.POST(request({ headers }), context)).status).toBe(403)
    expect(await slotFiles()).toHaveLength(1)
  })
})
