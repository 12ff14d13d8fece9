import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findOpinions } from '@/db/queries/casework'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { assignableOfficers } from '@/lib/dossiers/assignment/assignable-officers'
import { claimDossier } from '@/lib/dossiers/assignment/claim-dossier'
import { giveBack } from '@/lib/dossiers/assignment/give-back'
import { takeOver } from '@/lib/dossiers/assignment/take-over'
import { countQueues, listQueue } from '@/lib/dossiers/work-queue'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from './stage'
import { act, done } from './walk'

let endStage: () => Promise<void>
beforeAll(async () => {
  endStage = await setTheStage()
})
afterAll(() => endStage())

const officerWithCase = () => anOfficer('caseOfficer')
const colleague = () => anOfficer('caseOfficer', { nth: 1 })
const reason = 'Nghỉ phép dài ngày theo quyết định.'

async function anAcceptedDossier(): Promise<string> {
  const dossierId = await aPaidDossier(await anApplicant())
  done(await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId)))
  return dossierId
}

async function aClaimedDossier(): Promise<string> {
  const dossierId = await anAcceptedDossier()
  done(await claimDossier(await act(await officerWithCase(), dossierId)))
  return dossierId
}

const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code

async function refusalsOf(dossierId: string): Promise<string[]> {
  const rows = await db.execute<{ code: string }>(
    sql`select code from refused_attempts where dossier_id = ${dossierId}`,
  )
  return rows.map((row) => row.code)
}

describe('claiming', () => {
  it('puts an accepted dossier on the desk of the case officer who takes it', async () => {
    const dossierId = await aClaimedDossier()
    const { capacity } = await officerWithCase()
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'appraisal',
      assigneePostId: capacity.postId,
    })
  })

  it('goes to one of two who claim at once', async () => {
    const dossierId = await anAcceptedDossier()
    // Both look at the dossier before either claims it.
    const looked = [
      await act(await officerWithCase(), dossierId),
      await act(await colleague(), dossierId),
    ]
    const both = await Promise.all(looked.map(claimDossier))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.map(code).filter(Boolean)).toEqual(['changed-meanwhile'])
    const events = await findEvents(db, dossierId)
    expect(events.filter(({ type }) => type === 'claim')).toHaveLength(1)
    expect(await refusalsOf(dossierId)).toEqual(['changed-meanwhile'])
  })

  it.each([
    ['deskOfficer', 'syt-01', 'not-permitted'],
    ['headOfDivision', 'syt-01', 'not-permitted'],
    ['agencyLeader', 'syt-01', 'not-permitted'],
    ['caseOfficer', 'syt-79', 'not-found'],
  ] as const)('is not for the %s of %s (%s)', async (role, agencyId, refusal) => {
    const dossierId = await anAcceptedDossier()
    const other = await anOfficer(role, { agencyId })
    expect(code(await claimDossier(await act(other, dossierId)))).toBe(refusal)
    expect(code(await claimDossier(await act(await anApplicant(), dossierId)))).toBe('not-found')
    expect(await findDossier(db, dossierId)).toMatchObject({ state: 'accepted' })
  })
})

describe('giving back', () => {
  it('leaves the dossier for somebody else, with the reason in words', async () => {
    const dossierId = await aClaimedDossier()
    const officer = await officerWithCase()
    done(await giveBack({ ...(await act(officer, dossierId)), reason }))
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'accepted',
      assigneePostId: null,
    })
    expect(await findOpinions(db, dossierId)).toMatchObject([
      { kind: 'return', text: reason, public: false },
    ])
    const last = (await findEvents(db, dossierId)).at(-1)
    expect(JSON.stringify(last?.details)).not.toContain('Nghỉ phép')
  })

  it('is for whom the dossier is assigned to, not for a colleague', async () => {
    const dossierId = await aClaimedDossier()
    const given = await giveBack({ ...(await act(await colleague(), dossierId)), reason })
    expect(code(given)).toBe('not-permitted')
  })
})

describe('taking over', () => {
  it('moves the dossier to a colleague, with the reason in words', async () => {
    const dossierId = await aClaimedDossier()
    const other = await colleague()
    done(await takeOver({ ...(await act(other, dossierId)), reason }))
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'appraisal',
      assigneePostId: other.capacity.postId,
    })
    expect(await findOpinions(db, dossierId)).toMatchObject([{ kind: 'take-over', text: reason }])
    const officer = await officerWithCase()
    const late = await giveBack({ ...(await act(officer, dossierId)), reason })
    expect(code(late)).toBe('not-permitted')
  })

  it('takes nothing from oneself, and leaves nothing behind when refused', async () => {
    const dossierId = await aClaimedDossier()
    const before = await findDossier(db, dossierId)
    const officer = await officerWithCase()
    const taken = await takeOver({ ...(await act(officer, dossierId)), reason })
    expect(code(taken)).toBe('already-yours')
    expect(await findDossier(db, dossierId)).toEqual(before)
    expect(await findOpinions(db, dossierId)).toEqual([])
  })

  it.each([
    ['headOfDivision', 'syt-01', 'not-permitted'],
    ['caseOfficer', 'syt-79', 'not-found'],
  ] as const)('is not for the %s of %s (%s)', async (role, agencyId, refusal) => {
    const dossierId = await aClaimedDossier()
    const other = await anOfficer(role, { agencyId })
    expect(code(await takeOver({ ...(await act(other, dossierId)), reason }))).toBe(refusal)
  })
})

describe('assigning by load', () => {
  it('suggests who has least to do, never who has the dossier already', async () => {
    const dossierId = await aClaimedDossier()
    await aClaimedDossier()
    const [officer, other] = [await officerWithCase(), await colleague()]
    const asked = { dossierId, agencyId: 'syt-01', at: MONDAY }
    const held = officer.capacity.postId
    const offered = await assignableOfficers({ ...asked, assigneePostId: held })
    const loads = new Map(offered.map(({ post, load }) => [post.id, load]))
    expect(loads.get(held)).toBeGreaterThan(loads.get(other.capacity.postId) ?? 0)
    expect(offered.filter(({ suggested }) => suggested).map(({ post }) => post.id)).toEqual([
      other.capacity.postId,
    ])
    const alone = await assignableOfficers({ ...asked, assigneePostId: other.capacity.postId })
    expect(alone.find(({ suggested }) => suggested)?.post.id).toBe(held)
  })

  it('refuses somebody who is no case officer of the agency, and a post that does not exist', async () => {
    const dossierId = await anAcceptedDossier()
    const head = await anOfficer('headOfDivision')
    const stranger = await anOfficer('caseOfficer', { agencyId: 'syt-79' })
    for (const postId of [head.capacity.postId, stranger.capacity.postId, head.personId]) {
      const assigned = await assignDossier({ ...(await act(head, dossierId)), postId })
      expect(code(assigned)).toBe('not-a-case-officer')
    }
  })
})

describe('the queues', () => {
  it('show the unassigned to heads and case officers, and count the same', async () => {
    const dossierId = await anAcceptedDossier()
    for (const officer of [await anOfficer('headOfDivision'), await officerWithCase()]) {
      const page = await listQueue(officer, { key: 'assign' })
      const counts = await countQueues(officer.capacity)
      expect(page?.rows.map(({ id }) => id)).toContain(dossierId)
      expect(counts.find(({ key }) => key === 'assign')?.open).toBe(page?.rows.length)
    }
  })

  it('have counters that agree with a recount of all dossiers', async () => {
    const kept = await db.execute(sql`
      select agency_id, state, assignee_post_id, open from queue_counters where open <> 0
      order by 1, 2, 3`)
    const counted = await db.execute(sql`
      select solving_agency_id as agency_id, state, assignee_post_id, count(*)::int as open from (
        select solving_agency_id, state, '' as assignee_post_id from dossiers
        union all
        select solving_agency_id, state, assignee_post_id::text from dossiers
        where assignee_post_id is not null) as desks
      group by 1, 2, 3 order by 1, 2, 3`)
    expect([...kept]).toEqual([...counted])
  })
})
