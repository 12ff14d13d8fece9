import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { releaseSupplement, returnSupplementRequest } from '@/lib/supplements/release-supplement'
import { askSupplement, requestSupplement } from '@/lib/supplements/request-supplement'
import { anApplicant, anOfficer, setTheStage } from './stage'
import {
  ASK,
  answer,
  askAndRelease,
  askAtIntake,
  at,
  aWalk,
  aWalkInAppraisal,
  theRequest,
  type Walk,
} from './supplement-walk'
import { act, done } from './walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const see = async ({ dossierId }: Walk) => {
  const dossier = await findDossier(db, dossierId)
  if (!dossier) throw new Error('gone')
  const { state, dueAt, reportDueAt, replyDueAt, acceptanceDueAt } = dossier
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return {
    state,
    due: iso(dueAt),
    report: iso(reportDueAt),
    reply: iso(replyDueAt),
    acceptance: iso(acceptanceDueAt),
  }
}
const lastEvent = async ({ dossierId }: Walk) => (await findEvents(db, dossierId)).at(-1)

describe('asked at intake', () => {
  it('waits 15 days without a clock, and a new one of 8 hours starts with the answer', async () => {
    const walk = await aWalk()
    await askAtIntake(walk)
    // 23/11 + 15 days = 08/12/2026, a Tuesday.
    expect(await see(walk)).toMatchObject({
      state: 'supplement-at-intake',
      due: null,
      reply: '2026-12-08T10:00:00.000Z',
    })
    await answer(walk, at('2026-11-27'))
    // Friday 27/11 10:00 + 8 working hours = Monday 30/11 10:00.
    expect(await see(walk)).toMatchObject({
      state: 'submitted',
      reply: null,
      acceptance: '2026-11-30T03:00:00.000Z',
    })
    done(await acceptDossier(await act(walk.desk, walk.dossierId, at('2026-11-27'))))
  })

  it('may be asked once: the second time is refused and leaves nothing behind', async () => {
    const walk = await aWalk()
    await askAtIntake(walk)
    await answer(walk)
    const second = await requestSupplement({ ...(await act(walk.desk, walk.dossierId)), ...ASK })
    expect(second).toEqual({ ok: false, refusal: { code: 'supplement-rounds-used' } })
    expect(await see(walk)).toMatchObject({ state: 'submitted' })
  })

  it.each([
    ['a case officer', 'not-permitted', () => anOfficer('caseOfficer')],
    [
      'the desk of another agency',
      'not-found',
      () => anOfficer('deskOfficer', { agencyId: 'syt-79' }),
    ],
    ['a stranger', 'not-found', () => anApplicant('Trần Văn Thử')],
  ])('is not for %s', async (_name, code, who) => {
    const walk = await aWalk()
    const asked = await requestSupplement({ ...(await act(await who(), walk.dossierId)), ...ASK })
    expect(asked).toMatchObject({ ok: false, refusal: { code } })
    expect(await see(walk)).toMatchObject({ state: 'submitted' })
  })

  it('is not asked with an empty list', async () => {
    const walk = await aWalk()
    const empty = { ...(await act(walk.desk, walk.dossierId)), reason: ASK.reason, items: [] }
    expect(await requestSupplement(empty)).toMatchObject({
      refusal: { code: 'supplement-no-items' },
    })
  })
})

describe('asked in the appraisal', () => {
  it('in time: the limit stands still and is counted anew from the answer', async () => {
    const walk = await aWalkInAppraisal()
    // Accepted Monday 23/11; the third working day is Friday 27/11, since 24/11 is a holiday.
    await askAndRelease(walk, at('2026-11-27'))
    expect(await see(walk)).toMatchObject({ state: 'supplement', due: null })
    expect(await theRequest(walk.dossierId)).toMatchObject({ timely: true, state: 'released' })
    await answer(walk, at('2026-12-04'))
    // 04/12/2026 + 60 days = 02/02/2027, a Tuesday.
    expect(await see(walk)).toMatchObject({ state: 'appraisal', due: '2027-02-02T10:00:00.000Z' })
  })

  it('late: it goes out all the same, the limit runs on, and the breach is on record', async () => {
    const walk = await aWalkInAppraisal()
    const before = await see(walk)
    await askAndRelease(walk, at('2026-11-30'))
    // 23/11/2026 + 60 days = 22/01/2027, a Friday.
    expect(before.due).toBe('2027-01-22T10:00:00.000Z')
    expect(await see(walk)).toMatchObject({ state: 'supplement', due: before.due })
    expect(await theRequest(walk.dossierId)).toMatchObject({ timely: false })
    expect(await lastEvent(walk)).toMatchObject({
      type: 'record-breach',
      details: { kind: 'supplement-late', clockKey: 'appraisal', due: '2026-11-27T10:00:00.000Z' },
    })
    await answer(walk, at('2026-12-04'))
    expect(await see(walk)).toMatchObject({ state: 'appraisal', due: before.due })
  })

  it('goes out by the desk alone, and not twice', async () => {
    const walk = await aWalkInAppraisal()
    const { dossierId, officer, desk } = walk
    done(await askSupplement({ ...(await act(officer, dossierId)), ...ASK }))
    expect(await releaseSupplement(await act(officer, dossierId))).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    const both = await act(desk, dossierId)
    const outcomes = await Promise.all([releaseSupplement(both), releaseSupplement(both)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await releaseSupplement(await act(desk, dossierId))).toMatchObject({
      refusal: { code: 'illegal-event' },
    })
  })

  it('sent back to its author, it uses up no round', async () => {
    const walk = await aWalkInAppraisal()
    const { dossierId, officer, desk } = walk
    done(await askSupplement({ ...(await act(officer, dossierId)), ...ASK }))
    const reason = 'Đã có trong cơ sở dữ liệu.'
    done(await returnSupplementRequest({ ...(await act(desk, dossierId)), reason }))
    await askAndRelease(walk)
    await answer(walk)
    const again = await askSupplement({ ...(await act(officer, dossierId)), ...ASK })
    expect(again).toMatchObject({ refusal: { code: 'supplement-rounds-used' } })
  })
})
