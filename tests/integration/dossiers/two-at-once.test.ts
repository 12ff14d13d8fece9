import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { listAccountBalances, listRefundRequests } from '@/db/queries/payments'
import { performEvent } from '@/lib/casework/perform-event'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { refuseIntake } from '@/lib/dossiers/refuse-intake'
import { viewForOffice, viewForOwner } from '@/lib/dossiers/view-dossier'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import {
  aFiledDossier,
  anApplicant,
  anOfficer,
  aPaidDossier,
  MONDAY,
  payFor,
  setTheStage,
} from './stage'
import { close, holdInspection } from './visit'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

async function act(actor: PersonActor, dossierId: string) {
  const dossier = await findDossier(db, dossierId)
  return { actor, dossierId, expectedVersion: dossier?.version ?? -1, at: MONDAY }
}

/** Until a transaction of this database stands before a row that another one holds. */
function untilSomebodyWaits(): Promise<void> {
  return vi.waitFor(async () => {
    const waiting = await db.execute(sql`
      select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
    expect(waiting).not.toHaveLength(0)
  }, 5_000)
}

describe('two officers at once', () => {
  it('one accepts, the other who refuses sees what happened; one event, no refund', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const desk = await anOfficer('deskOfficer')
    const both = await act(desk, dossierId)
    const outcomes = await Promise.all([
      acceptDossier(both),
      refuseIntake({ ...both, reasonKeys: ['missing-paper'], words: '' }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    const types = (await findEvents(db, dossierId)).map(({ type }) => type)
    expect(types.filter((type) => type === 'accept' || type === 'refuse-intake')).toHaveLength(1)
  })

  it('waits for the act that holds the dossier, and then sees what it changed', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const late = await act(await anOfficer('deskOfficer'), dossierId)
    const outcome = await inTransaction(async (tx) => {
      await tx.execute(sql`select id from dossiers where id = ${dossierId} for update`)
      const coming = acceptDossier(late)
      await untilSomebodyWaits()
      await tx.execute(sql`update dossiers set version = version + 1 where id = ${dossierId}`)
      return { coming }
    })
    expect(await outcome.coming).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
  })

  it('six acceptances of six dossiers give six codes in a row', async () => {
    const applicant = await anApplicant()
    const desk = await anOfficer('deskOfficer')
    const ids: string[] = []
    for (let n = 0; n < 6; n += 1) ids.push(await aPaidDossier(applicant))
    const acts = await Promise.all(ids.map((id) => act(desk, id)))
    const outcomes = await Promise.all(acts.map(acceptDossier))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    const rows = await Promise.all(ids.map((id) => findDossier(db, id)))
    const serials = rows.map((row) => Number(row?.dossierCode?.slice(-4))).toSorted((a, b) => a - b)
    const [first = 0] = serials
    expect(serials).toEqual(ids.map((_, index) => first + index))
    expect(rows[0]?.dossierCode).toMatch(/^H26\.15-261123-\d{4}$/)
  })

  it('a refused act leaves no serial behind', async () => {
    const applicant = await anApplicant()
    const desk = await anOfficer('deskOfficer')
    const [one, two] = [await aPaidDossier(applicant), await aPaidDossier(applicant)]
    await acceptDossier(await act(desk, one))
    const stale = { ...(await act(desk, two)), expectedVersion: 99 }
    expect(await acceptDossier(stale)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    await acceptDossier(await act(desk, two))
    const codes = await Promise.all(
      [one, two].map(async (id) => (await findDossier(db, id))?.dossierCode),
    )
    expect(Number(codes[1]?.slice(-4)) - Number(codes[0]?.slice(-4))).toBe(1)
  })
})

describe('who does not belong', () => {
  it('an officer of another province gets "not found" for every act and every look', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const stranger = await anOfficer('deskOfficer', { agencyId: 'syt-79' })
    const notFound = { ok: false, refusal: { code: 'not-found' } }
    expect(await acceptDossier(await act(stranger, dossierId))).toEqual(notFound)
    expect(await viewForOffice(stranger, { dossierId, at: MONDAY })).toEqual(notFound)
    const why = { reasonKeys: ['wrong-authority'], words: '' }
    expect(await refuseIntake({ ...(await act(stranger, dossierId)), ...why })).toEqual(notFound)
  })

  it('another applicant finds no dossier', async () => {
    const dossierId = await aFiledDossier(await anApplicant())
    const stranger = await anApplicant('Trần Văn Thử')
    expect(await viewForOwner(stranger, { dossierId, at: MONDAY })).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    })
  })

  it('the desk does not see an unpaid dossier', async () => {
    const dossierId = await aFiledDossier(await anApplicant())
    const desk = await anOfficer('deskOfficer')
    expect(await acceptDossier(await act(desk, dossierId))).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    })
  })

  it('a case officer may not accept, and is told so, since they may see it', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const officer = await anOfficer('caseOfficer')
    expect(await acceptDossier(await act(officer, dossierId))).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
  })

  it('a dossier is assigned only to a case officer of the agency', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId))
    const head = await anOfficer('headOfDivision')
    const stranger = await anOfficer('caseOfficer', { agencyId: 'syt-79' })
    const assignment = { ...(await act(head, dossierId)), postId: stranger.capacity.postId }
    expect(await assignDossier(assignment)).toMatchObject({
      refusal: { code: 'not-a-case-officer' },
    })
  })

  it('a leader’s approval without a code is refused by the door itself', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const leader = await anOfficer('agencyLeader')
    const approval = inTransaction((tx) =>
      performEvent(tx, {
        dossierId,
        event: 'approve',
        actor: leader,
        at: MONDAY,
        details: { documentId: newId(), contentHash: 'a'.repeat(64) },
      }),
    )
    expect(await approval).toMatchObject({ ok: false })
  })
})

describe('the clocks', () => {
  it('gives the desk 8 working hours from the payment, the appraisal 60 days, the issue 10 working days from the minutes', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const [desk, head, officer] = [
      await anOfficer('deskOfficer'),
      await anOfficer('headOfDivision'),
      await anOfficer('caseOfficer'),
    ]
    await acceptDossier(await act(desk, dossierId))
    const { postId } = officer.capacity
    await assignDossier({ ...(await act(head, dossierId)), postId })
    const later = new Date('2027-01-05T02:00:00Z')
    const minutes = { heldOn: '2027-01-04' }
    expect(await holdInspection({ officer, dossierId, at: later }, minutes)).toMatchObject({
      ok: true,
    })
    expect(await findDossier(db, dossierId)).toMatchObject({
      // 60 days from 23/11/2026 is Friday 22/01/2027, close of office.
      appraisalDueAt: new Date('2027-01-22T10:00:00Z'),
      // 10 working days from Monday 04/01/2027.
      issueDueAt: new Date('2027-01-18T10:00:00Z'),
      dueAt: new Date('2027-01-18T10:00:00Z'),
    })
  })

  it('takes no minutes from the future or from before acceptance', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId))
    const officer = await anOfficer('caseOfficer')
    const head = await anOfficer('headOfDivision')
    await assignDossier({ ...(await act(head, dossierId)), postId: officer.capacity.postId })
    expect(await holdInspection({ officer, dossierId }, { heldOn: '2026-11-24' })).toMatchObject({
      refusal: { code: 'minutes-in-the-future' },
    })
    expect(await close({ officer, dossierId }, { heldOn: '2026-11-20' })).toMatchObject({
      refusal: { code: 'minutes-before-acceptance' },
    })
  })
})

describe('a refusal at intake', () => {
  it('ends the dossier, tells the owner why, and opens one refund request that the books carry', async () => {
    const applicant = await anApplicant()
    const dossierId = await aFiledDossier(applicant)
    await payFor(applicant, dossierId)
    const desk = await anOfficer('deskOfficer')
    const why = { reasonKeys: ['wrong-authority'], words: 'Cơ sở thuộc Bộ Quốc phòng.' }
    const refused = await refuseIntake({ ...(await act(desk, dossierId)), ...why })
    expect(refused).toMatchObject({ ok: true })
    expect(await listRefundRequests(db, dossierId)).toMatchObject([
      { reason: 'refused-at-intake', amount: 4_300_000, state: 'open' },
    ])
    const balances = await listAccountBalances(db, [dossierId])
    expect(balances.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
    const view = await viewForOwner(applicant, { dossierId, at: MONDAY })
    expect(view.ok && view.value.words.map(({ text }) => text)).toEqual([
      '- Hồ sơ không thuộc thẩm quyền giải quyết (Điều 17 khoản 2 Nghị định 118/2025/NĐ-CP).\nCơ sở thuộc Bộ Quốc phòng.',
    ])
  })
})
