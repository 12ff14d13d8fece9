import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findEvents } from '@/db/queries/events'
import { findHandOvers } from '@/db/queries/outcomes'
import { openResult } from '@/lib/dossiers/open-result'
import { type HandOver, handOver } from '@/lib/dossiers/outcomes/hand-over'
import type { PersonActor } from '@/lib/identity/actor'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { planNotices } from '@/lib/notifications/plan'
import { anIssuedLicence, aRefusal, type Story, stateOf } from './outcome-walk'
import { anApplicant, anOfficer, MONDAY, setTheStage } from './stage'
import { act, done } from './walk'

type Paper = Omit<HandOver, 'actor' | 'dossierId' | 'expectedVersion' | 'at'>

const AT_THE_COUNTER: Paper = {
  via: 'counter',
  receiver: 'owner',
  receiverName: '',
  shown: ['receipt'],
  identityNumber: '',
  originalsReturned: '',
  postNumber: '',
}

let end: () => Promise<void>
let story: Story
beforeAll(async () => {
  end = await setTheStage()
  story = await anIssuedLicence()
})
afterAll(() => end())

const give = async (
  { dossierId, cast }: Story,
  more: Partial<Paper> = {},
  by: PersonActor = cast.desk,
) => handOver({ ...(await act(by, dossierId)), ...AT_THE_COUNTER, ...more })

describe('handing a result over', () => {
  it.each<[string, Partial<Paper>, string]>([
    ['nothing shown', { shown: [] }, 'nothing-shown'],
    ['an identity paper without its number', { shown: ['identity-paper'] }, 'no-identity-number'],
    ['a proxy without a name', { receiver: 'proxy' }, 'no-receiver-name'],
    [
      'a proxy without authority',
      { receiver: 'proxy', receiverName: 'Lê Văn Mẫu' },
      'no-authority',
    ],
    [
      'an authority without the receipt',
      { receiver: 'proxy', receiverName: 'Lê Văn Mẫu', shown: ['authority'] },
      'nothing-shown',
    ],
    ['post without a number', { via: 'post' }, 'no-post-number'],
  ])('is refused with %s', async (_, more, code) => {
    expect(await give(story, more)).toEqual({ ok: false, refusal: { code } })
    expect(await stateOf(story.dossierId)).toBe('issued')
  })

  it('is the desk’s act: not the case officer’s, not another agency’s', async () => {
    const stranger = { ok: false, refusal: { code: 'not-found' } }
    const elsewhere = await anOfficer('deskOfficer', { agencyId: 'syt-79' })
    expect(await give(story, {}, story.cast.officer)).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    expect(await give(story, {}, elsewhere)).toEqual(stranger)
    expect(await give(story, {}, await anApplicant('Người Lạ'))).toEqual(stranger)
  })

  it('keeps who came with what; the identity number is sealed; a second time there is nothing to give', async () => {
    const proxy: Partial<Paper> = {
      receiver: 'proxy',
      receiverName: 'Lê Văn Mẫu',
      shown: ['identity-paper', 'authority'],
      identityNumber: '001090000777',
      originalsReturned: 'Bản chính giấy phép hành nghề',
    }
    const both = [give(story, proxy), give(story, proxy)]
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await stateOf(story.dossierId)).toBe('delivered')
    const [kept] = await findHandOvers(db, story.dossierId)
    expect(kept).toMatchObject({ via: 'counter', receiver: 'proxy', receiverName: 'Lê Văn Mẫu' })
    const found = await db.execute(
      sql`select 1 from hand_overs where hand_overs::text like '%001090000777%'`,
    )
    expect(found).toHaveLength(0)
    expect(await give(story)).toEqual({ ok: false, refusal: { code: 'already-handed-over' } })
  })

  it('online first, then the paper copy by post: both stand in the record', async () => {
    const other = await anIssuedLicence()
    const { dossierId, cast } = other
    expect((await openResult(cast.owner, { dossierId, at: MONDAY })).ok).toBe(true)
    done(await give(other, { via: 'post', postNumber: 'EB123456789VN' }))
    expect(await findHandOvers(db, dossierId)).toMatchObject([
      { via: 'post', postNumber: 'EB123456789VN' },
      { via: 'online', receiver: null },
    ])
    expect((await openResult(cast.owner, { dossierId, at: MONDAY })).ok).toBe(true)
    const delivered = (await findEvents(db, dossierId)).filter(({ type }) => type === 'deliver')
    expect(delivered).toHaveLength(2)
  })

  it('works for a refusal as for a licence', async () => {
    const refusal = await aRefusal()
    done(await give(refusal))
    expect(await stateOf(refusal.dossierId)).toBe('delivered')
  })

  it('announces a result that is early before it is handed over', async () => {
    const { dossierId } = await anIssuedLicence()
    const issued = (await findEvents(db, dossierId)).findLast(({ type }) => type === 'issue')
    const { event, facts } = await gatherEventFacts(db, { dossierId, seq: issued?.seq ?? 0 })
    const [line] = planNotices(event, facts).inbox
    expect(line?.kind).toBe('issued')
    expect(line?.params['early']).toBe('2026-12-08T10:00:00.000Z')
  })
})
