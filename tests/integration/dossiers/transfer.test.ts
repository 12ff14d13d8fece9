import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { renderTransferSlipOf } from '@/lib/dossiers/outcomes/render-transfer'
import {
  declineTransfer,
  offerTransfer,
  takeTransfer,
} from '@/lib/dossiers/outcomes/transfer-dossier'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { countQueues, listQueue } from '@/lib/dossiers/work-queue'
import type { PersonActor } from '@/lib/identity/actor'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { planNotices } from '@/lib/notifications/plan'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import type { Officer } from './lending'
import { issuedBytes } from './outcome-walk'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from './stage'
import { act, done } from './walk'

const TO = { toAgencyId: 'syt-79', reason: 'Địa điểm hoạt động ở Thành phố Hồ Chí Minh.' }
const WHY_NOT = { reason: 'Địa chỉ trên giấy tờ thuộc Hà Nội.' }

let end: () => Promise<void>
let owner: PersonActor
let desk: Officer
let other: Officer
let dossierId: string
beforeAll(async () => {
  end = await setTheStage()
  desk = await anOfficer('deskOfficer')
  other = await anOfficer('deskOfficer', { agencyId: 'syt-79' })
})
beforeEach(async () => {
  owner = await anApplicant()
  dossierId = await aPaidDossier(owner)
})
afterAll(() => end())

const offer = async (by: PersonActor = desk, to: Partial<typeof TO> = {}) =>
  offerTransfer({ ...(await act(by, dossierId)), ...TO, ...to })
const theDossier = async () => {
  const dossier = await findDossier(db, dossierId)
  if (!dossier) throw new Error('no dossier')
  return dossier
}

/** What queues would show if somebody counted, against what they do show. */
async function miscounted() {
  return db.execute(sql`
    with counted as (
      select solving_agency_id as agency_id, state, '' as post, count(*)::int as n
        from dossiers group by 1, 2
      union all
      select solving_agency_id, state, assignee_post_id::text, count(*)::int
        from dossiers where assignee_post_id is not null group by 1, 2, 3
    )
    select coalesce(c.agency_id, q.agency_id) as agency, coalesce(c.state, q.state) as state
      from counted c
      full join queue_counters q
        on q.agency_id = c.agency_id and q.state = c.state and q.assignee_post_id = c.post
      where coalesce(c.n, 0) <> coalesce(q.open, 0)`)
}

describe('a dossier offered to the agency that is competent', () => {
  it('stays the sender’s until it is taken, and lies in the other desk’s own queue', async () => {
    const before = (await countQueues(other.capacity)).find(({ key }) => key === 'offered')
    done(await offer())
    expect(await theDossier()).toMatchObject({
      solvingAgencyId: 'syt-01',
      transferToAgencyId: 'syt-79',
      state: 'submitted',
    })
    const after = (await countQueues(other.capacity)).find(({ key }) => key === 'offered')
    expect(after?.open).toBe((before?.open ?? 0) + 1)
    const page = await listQueue(other, { key: 'offered' })
    expect(page?.rows.map(({ id }) => id)).toContain(dossierId)
    const view = done(await viewForOffice(other, { dossierId, at: MONDAY }))
    expect(view.actions.map(({ event }) => event).sort()).toEqual([
      'decline-transfer',
      'take-transfer',
    ])
    // The sender still answers.
    expect((await acceptDossier(await act(desk, dossierId))).ok).toBe(true)
  })

  it('is signed out with a transfer slip, and its owner is told by whom it will be decided', async () => {
    done(await offer())
    const event = (await findEvents(db, dossierId)).at(-1)
    const transferId = String(event?.details['transferId'])
    await renderTransferSlipOf({ transferId })
    await renderTransferSlipOf({ transferId })
    const report = verifyPdf(await issuedBytes(dossierId, 'transfer-slip'), {
      trust: await configuredTrust(),
      at: new Date(),
      requiredRoles: ['desk'],
    })
    expect(report.verdict).toBe('valid')
    expect((await findDocument(db, dossierId, 'transfer-slip'))?.data).toMatchObject({
      reason: TO.reason,
      dueAt: null,
    })
    const notice = await gatherEventFacts(db, { dossierId, seq: event?.seq ?? 0 })
    const [line] = planNotices(notice.event, notice.facts).inbox
    expect(line).toMatchObject({ kind: 'transfer-offered' })
    expect(line?.params['otherVi']).toContain('Hồ Chí Minh')
  })

  it('goes to no agency of that name, not to itself, and not twice', async () => {
    expect(await offer(desk, { toAgencyId: 'syt-00' })).toMatchObject({
      refusal: { code: 'unknown-agency' },
    })
    expect(await offer(desk, { toAgencyId: 'syt-01' })).toMatchObject({
      refusal: { code: 'same-agency' },
    })
    expect((await theDossier()).transferToAgencyId).toBeNull()
    done(await offer())
    expect(await offer(desk, { toAgencyId: 'byt' })).toMatchObject({
      refusal: { code: 'already-offered' },
    })
    expect((await theDossier()).transferToAgencyId).toBe('syt-79')
  })

  it('is offered by its desk alone, taken by the other desk alone', async () => {
    const notFound = { ok: false, refusal: { code: 'not-found' } }
    expect(await offer(other)).toEqual(notFound)
    expect(await offer(await anApplicant('Người Lạ'))).toEqual(notFound)
    expect(await offer(owner)).toMatchObject({ refusal: { code: 'not-permitted' } })
    expect(await offer(await anOfficer('headOfDivision'))).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    done(await offer())
    const leader = await anOfficer('agencyLeader', { agencyId: 'syt-79' })
    expect(await takeTransfer(await act(leader, dossierId))).toEqual(notFound)
    expect(await takeTransfer(await act(desk, dossierId))).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    expect((await theDossier()).solvingAgencyId).toBe('syt-01')
  })

  it('may be declined with a reason, and offered anew', async () => {
    done(await offer())
    done(await declineTransfer({ ...(await act(other, dossierId)), ...WHY_NOT }))
    expect(await theDossier()).toMatchObject({
      solvingAgencyId: 'syt-01',
      transferToAgencyId: null,
    })
    expect((await viewForOffice(other, { dossierId, at: MONDAY })).ok).toBe(false)
    expect((await offer()).ok).toBe(true)
  })
})

describe('a dossier that was taken', () => {
  it('is the other agency’s now: code, home and due date stay, the counters still add up', async () => {
    done(await acceptDossier(await act(desk, dossierId)))
    const before = await theDossier()
    done(await offer())
    done(await takeTransfer(await act(other, dossierId)))
    expect(await theDossier()).toMatchObject({
      state: 'accepted',
      solvingAgencyId: 'syt-79',
      transferToAgencyId: null,
      assigneePostId: null,
      homeAgencyId: before.homeAgencyId,
      dossierCode: before.dossierCode,
      dueAt: before.dueAt,
    })
    expect((await viewForOffice(desk, { dossierId, at: MONDAY })).ok).toBe(false)
    expect((await viewForOffice(other, { dossierId, at: MONDAY })).ok).toBe(true)
    expect(await miscounted()).toEqual([])
  })

  it('by two at once is taken once; taken or declined afterwards it is not', async () => {
    done(await offer())
    const both = await act(other, dossierId)
    const outcomes = await Promise.all([
      takeTransfer(both),
      declineTransfer({ ...both, ...WHY_NOT }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await takeTransfer(await act(other, dossierId))).ok).toBe(false)
    expect((await declineTransfer({ ...(await act(other, dossierId)), ...WHY_NOT })).ok).toBe(false)
    expect(await miscounted()).toEqual([])
  })
})
