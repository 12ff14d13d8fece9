import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { officerPosts } from '@/db/schema/agencies'
import { delegations } from '@/db/schema/inside'
import { lendPowers, takeBackPowers, viewDelegations } from '@/lib/administration/delegations'
import { chooseCapacity, findCapacities, obviousCapacity } from '@/lib/identity/capacities'
import { findSignedIn, openSession, type SignedIn } from '@/lib/identity/sessions'
import { aPaper, deputy, director, type Officer } from '../dossiers/lending'
import { anOfficer, MONDAY, setTheStage } from '../dossiers/stage'
import { done } from '../dossiers/walk'

let endStage: () => Promise<void>
beforeAll(async () => {
  endStage = await setTheStage()
  await db.delete(delegations)
})
afterAll(() => endStage())

const browser = 'a browser'
const DAY = 24 * 60 * 60_000
/** The last moment of Monday 30/11/2026 in Viet Nam, and the one after it. */
const LAST = new Date('2026-11-30T16:59:59Z')
const OVER = new Date('2026-11-30T17:00:00Z')

/** Sessions live in real time, powers by the law's clock: here only the second one moves. */
async function comeIn(officer: Officer): Promise<string> {
  return openSession(
    db,
    { personId: officer.personId, signIn: 'password-otp', assurance: null, userAgent: browser },
    MONDAY,
  )
}

async function look(sessionId: string, lawTime = MONDAY): Promise<SignedIn> {
  const found = await findSignedIn({ sessionId, userAgent: browser, now: MONDAY, lawTime })
  if (!found) throw new Error('nobody is signed in')
  return found
}

async function inTheirPlace() {
  const [from, to] = [await director(), await deputy()]
  const { delegationId } = done(await lendPowers(aPaper(from, to, { capacity: 'TUQ.' })))
  const sessionId = await comeIn(to)
  const chosen = await chooseCapacity(await look(sessionId), `lent:${delegationId}`, MONDAY)
  expect(chosen.ok).toBe(true)
  return { from, to, delegationId, sessionId }
}

describe('lent powers as a capacity', () => {
  it('are a further choice, named after the lender, the capacity and the last day', async () => {
    const { from, to, delegationId, sessionId } = await inTheirPlace()
    const options = await findCapacities(await look(sessionId), MONDAY)
    expect(options.find(({ key }) => key === `lent:${delegationId}`)).toMatchObject({
      kind: 'officer',
      position: 'Phó Giám đốc',
      inPlaceOf: { name: from.fullName, position: 'Giám đốc', capacity: 'TUQ.', until: OVER },
    })
    expect(obviousCapacity(options, 'office')).toBeUndefined()
    expect((await look(sessionId)).capacity).toMatchObject({
      kind: 'officer',
      postId: to.capacity.postId,
      roles: from.capacity.roles,
      delegation: {
        delegationId,
        principalPostId: from.capacity.postId,
        principalPersonId: from.personId,
        principalName: from.fullName,
        capacity: 'TUQ.',
        events: ['approve', 'return-to-case-officer'],
      },
    })
  })

  it('end by themselves with the last day, in the middle of a session', async () => {
    const { delegationId, sessionId } = await inTheirPlace()
    expect((await look(sessionId, LAST)).capacity).not.toBeNull()
    const after = await look(sessionId, OVER)
    expect(after.capacity).toBeNull()
    const keys = (await findCapacities(after, OVER)).map(({ key }) => key)
    expect(keys).not.toContain(`lent:${delegationId}`)
    const again = await chooseCapacity(after, `lent:${delegationId}`, OVER)
    expect(again).toEqual({ ok: false, refusal: { code: 'capacity-not-held' } })
  })

  it('do not hold before their first day', async () => {
    const [from, to] = [await director(), await deputy()]
    const later = { fromDay: '2026-11-24', toDay: '2026-11-30' }
    const { delegationId } = done(await lendPowers(aPaper(from, to, later)))
    const person = await look(await comeIn(to))
    expect((await chooseCapacity(person, `lent:${delegationId}`, MONDAY)).ok).toBe(false)
    const tomorrow = new Date(MONDAY.getTime() + DAY)
    expect((await chooseCapacity(person, `lent:${delegationId}`, tomorrow)).ok).toBe(true)
  })

  it('are gone with the next request once they are taken back', async () => {
    const { from, delegationId, sessionId } = await inTheirPlace()
    done(await takeBackPowers(from, { delegationId, at: MONDAY }))
    expect((await look(sessionId)).capacity).toBeNull()
    const twice = await takeBackPowers(from, { delegationId, at: MONDAY })
    expect(twice).toEqual({ ok: false, refusal: { code: 'delegation-unknown' } })
    const [row] = await db.select().from(delegations).where(eq(delegations.id, delegationId))
    expect(row).toMatchObject({ revokedBy: from.personId, revokedAt: MONDAY })
  })

  it('go with a lender who leaves', async () => {
    const { from, sessionId } = await inTheirPlace()
    const post = eq(officerPosts.id, from.capacity.postId)
    await db.update(officerPosts).set({ validTo: MONDAY }).where(post)
    expect((await look(sessionId)).capacity).toBeNull()
    await db.update(officerPosts).set({ validTo: null }).where(post)
  })

  it('are nobody else’s: not another officer’s, not the lender’s', async () => {
    const { from, delegationId } = await inTheirPlace()
    for (const other of [from, await anOfficer('headOfDivision')]) {
      const person = await look(await comeIn(other))
      expect((await chooseCapacity(person, `lent:${delegationId}`, MONDAY)).ok).toBe(false)
    }
  })
})

describe('the page of lent powers', () => {
  it('shows a leader what they lent, the administrator all, and whoever lends nothing no page', async () => {
    const { from, delegationId } = await inTheirPlace()
    const own = await viewDelegations(from, MONDAY)
    expect(own?.lenders.map(({ post }) => post.id)).toEqual([from.capacity.postId])
    expect(own?.rows.find(({ id }) => id === delegationId)?.standing).toBe('lent')
    const all = await viewDelegations(await anOfficer('administrator'), MONDAY)
    expect(all?.lenders.map(({ post }) => post.position).toSorted()).toEqual([
      'Giám đốc',
      'Phó Giám đốc',
      'Trưởng phòng',
    ])
    expect(await viewDelegations(await anOfficer('caseOfficer'), MONDAY)).toBeUndefined()
    const abroad = await anOfficer('agencyLeader', { agencyId: 'syt-79' })
    expect((await viewDelegations(abroad, MONDAY))?.rows).toEqual([])
    const taken = await takeBackPowers(abroad, { delegationId, at: MONDAY })
    expect(taken).toEqual({ ok: false, refusal: { code: 'delegation-unknown' } })
    const deputyTakes = await takeBackPowers(await deputy(), { delegationId, at: MONDAY })
    expect(deputyTakes).toEqual({ ok: false, refusal: { code: 'delegation-not-yours' } })
  })
})
