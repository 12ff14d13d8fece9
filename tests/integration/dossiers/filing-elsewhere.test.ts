import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findEvents } from '@/db/queries/events'
import { findPassing } from '@/db/queries/passings'
import { dossiers } from '@/db/schema/dossiers'
import { refusedAttempts } from '@/db/schema/turns'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { handOver } from '@/lib/dossiers/outcomes/hand-over'
import { confirmPapers } from '@/lib/dossiers/outcomes/pass-on'
import { renderPassingSlipOf } from '@/lib/dossiers/outcomes/render-passing'
import { refuseIntake } from '@/lib/dossiers/refuse-intake'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { countQueues, listQueue } from '@/lib/dossiers/work-queue'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { planNotices } from '@/lib/notifications/plan'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import {
  ARRIVAL,
  aHeldDossier,
  aPassedDossier,
  HO_CHI_MINH,
  openElsewhere,
  passOnNow,
  theDossier,
} from './elsewhere-walk'
import { anIssuedLicence, issuedBytes } from './outcome-walk'
import { anOfficer, MONDAY, setTheStage } from './stage'
import { act, done } from './walk'

const LATER = new Date('2026-11-25T02:00:00Z')
const notFound = { ok: false, refusal: { code: 'not-found' } }

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
  await openElsewhere()
})
afterAll(() => end())

const refusalsOf = async (dossierId: string) =>
  (
    await db
      .select({ event: refusedAttempts.event, code: refusedAttempts.code })
      .from(refusedAttempts)
      .where(eq(refusedAttempts.dossierId, dossierId))
  ).map(({ event, code }) => `${event} ${code}`)

/** What the owner's inbox says about the newest event of a type. */
async function toldAbout(dossierId: string, type: string) {
  const seq = (await findEvents(db, dossierId)).findLast((event) => event.type === type)?.seq ?? 0
  const { event, facts } = await gatherEventFacts(db, { dossierId, seq })
  return planNotices(event, facts).inbox[0]
}

describe('a dossier held where it was filed', () => {
  it('is received, but no clock runs; three places stand in it', async () => {
    const { dossierId } = await aHeldDossier()
    const dossier = await theDossier(dossierId)
    expect(dossier).toMatchObject({
      state: 'submitted',
      supportPlace: 'Ủy ban nhân dân phường Bến Thành',
      receivingAgencyId: HO_CHI_MINH,
      solvingAgencyId: 'syt-01',
      filedElsewhere: 'held',
      clockStartAt: null,
      acceptanceDueAt: null,
      dueAt: null,
      clocks: [],
    })
    expect(dossier.receivedAt).not.toBeNull()
    const paid = (await findEvents(db, dossierId)).find(({ type }) => type === 'fee-paid')
    expect(paid?.clockEffect).toBe('receive')
    expect(await toldAbout(dossierId, 'fee-paid')).toMatchObject({ kind: 'received-elsewhere' })
  })

  it('lies in the queue of the counter; the desk that decides sees it coming and can do nothing', async () => {
    const { dossierId, desk, counter } = await aHeldDossier()
    const page = await listQueue(counter, { key: 'pass-on' })
    expect(page?.rows.map(({ id }) => id)).toContain(dossierId)
    const open = (await countQueues(counter.capacity)).find(({ key }) => key === 'pass-on')?.open
    expect(open).toBe(page?.rows.length)
    const intake = await listQueue(desk, { key: 'intake' })
    expect(intake?.rows.find(({ id }) => id === dossierId)?.filedElsewhere).toBe('held')

    expect(await acceptDossier(await act(desk, dossierId))).toEqual({
      ok: false,
      refusal: { code: 'not-passed-on' },
    })
    const why = { reasonKeys: ['wrong-authority'], words: '' }
    expect(await refuseIntake({ ...(await act(desk, dossierId)), ...why })).toMatchObject({
      refusal: { code: 'not-passed-on' },
    })
    const view = done(await viewForOffice(desk, { dossierId, at: MONDAY }))
    expect(view.actions.map(({ event }) => event)).toEqual(['declare-conflict'])
    expect(await refusalsOf(dossierId)).toEqual([
      'accept not-passed-on',
      'refuse-intake not-passed-on',
    ])
  })

  it('is passed on by that counter alone, which decides nothing; a third agency knows nothing of it', async () => {
    const held = await aHeldDossier()
    const { dossierId, desk, counter } = held
    const view = done(await viewForOffice(counter, { dossierId, at: MONDAY }))
    expect(view).toMatchObject({ readsPapers: true, inside: false })
    expect(view.actions.map(({ event }) => event)).toEqual(['pass-on'])
    expect(await acceptDossier(await act(counter, dossierId))).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    expect(await passOnNow({ ...held, counter: desk })).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    const third = { ...counter, capacity: { ...counter.capacity, agencyId: 'syt-48' } }
    expect(await passOnNow({ ...held, counter: third })).toEqual(notFound)
    expect(await viewForOffice(third, { dossierId, at: MONDAY })).toEqual(notFound)
    expect((await listQueue(third, { key: 'pass-on' }))?.rows).toEqual([])
    const clerk = await anOfficer('caseOfficer', { agencyId: HO_CHI_MINH })
    expect(await viewForOffice(clerk, { dossierId, at: MONDAY })).toEqual(notFound)
  })
})

describe('passing it on', () => {
  it('starts the clock of the agency that decides, and gives the papers one working day', async () => {
    const { dossierId } = await aPassedDossier(['rp-licence'])
    expect(await theDossier(dossierId)).toMatchObject({
      state: 'submitted',
      filedElsewhere: 'passed',
      clockStartAt: ARRIVAL,
      // 8 working hours from Monday 15:30, over a day off.
      acceptanceDueAt: new Date('2026-11-25T08:30:00Z'),
    })
    expect(await findPassing(db, dossierId)).toMatchObject({
      papers: ['rp-licence'],
      papersDueAt: new Date('2026-11-25T10:00:00Z'),
      confirmedAt: null,
    })
    const line = await toldAbout(dossierId, 'pass-on')
    expect(line).toMatchObject({
      kind: 'passed-on',
      params: {
        acceptanceDueAt: '2026-11-25T08:30:00.000Z',
        papersBy: '2026-11-25T10:00:00.000Z',
      },
    })
    expect(line?.params['receiverVi']).toContain('Hồ Chí Minh')
  })

  it('happens once, also when two press at once; a second time is refused and on record', async () => {
    const held = await aHeldDossier()
    const outcomes = await Promise.all([passOnNow(held), passOnNow(held)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await passOnNow(held)).toEqual({ ok: false, refusal: { code: 'already-passed-on' } })
    expect(await refusalsOf(held.dossierId)).toContain('pass-on already-passed-on')
    const types = (await findEvents(db, held.dossierId)).map(({ type }) => type)
    expect(types.filter((type) => type === 'pass-on')).toHaveLength(1)
  })

  it('names no paper that was not filed, and then passes nothing on', async () => {
    const held = await aHeldDossier()
    expect(await passOnNow(held, ['no-such-paper'])).toEqual({
      ok: false,
      refusal: { code: 'unknown-paper' },
    })
    expect((await theDossier(held.dossierId)).filedElsewhere).toBe('held')
  })

  it('sends a slip with task and limit of both, signed at the counter', async () => {
    const { dossierId } = await aPassedDossier(['rp-licence'])
    const passingId = (await findPassing(db, dossierId))?.id ?? ''
    await renderPassingSlipOf({ passingId })
    await renderPassingSlipOf({ passingId })
    const report = verifyPdf(await issuedBytes(dossierId, 'transfer-slip'), {
      trust: await configuredTrust(),
      at: new Date(),
      requiredRoles: ['desk'],
    })
    expect(report.verdict).toBe('valid')
    expect((await findDocument(db, dossierId, 'transfer-slip'))?.data).toMatchObject({
      countedFrom: ARRIVAL.toISOString(),
      tasks: [
        { task: 'Giải quyết hồ sơ và chuyển kết quả về nơi tiếp nhận' },
        { task: 'Chuyển hồ sơ giấy', limit: expect.stringContaining('ngày 25 tháng 11 năm 2026') },
        { task: 'Trả kết quả bản giấy cho người nộp, nếu có' },
      ],
    })
  })
})

describe('a dossier that has arrived', () => {
  it('is accepted by the agency that decides; its date counts from the arrival, not from acceptance', async () => {
    const { dossierId, desk, counter } = await aPassedDossier()
    done(await acceptDossier({ ...(await act(desk, dossierId)), at: LATER }))
    expect(await theDossier(dossierId)).toMatchObject({
      acceptedAt: LATER,
      clockStartAt: ARRIVAL,
      // 60 days from Monday 23/11/2026; from acceptance they would end on Monday 25/01/2027.
      appraisalDueAt: new Date('2027-01-22T10:00:00Z'),
    })
    const view = done(await viewForOffice(counter, { dossierId, at: LATER }))
    expect(view).toMatchObject({ readsPapers: false, inside: false, actions: [], opinions: [] })
    const followed = await listQueue(counter, { key: 'passed-on' })
    expect(followed?.rows.map(({ id }) => id)).toContain(dossierId)
  })

  it('has its papers confirmed once, where any are awaited', async () => {
    const { dossierId, desk, counter } = await aPassedDossier(['rp-licence'])
    expect(await confirmPapers(await act(counter, dossierId))).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    done(await confirmPapers({ ...(await act(desk, dossierId)), at: LATER }))
    expect((await findPassing(db, dossierId))?.confirmedAt).toEqual(LATER)
    const again = { ok: false, refusal: { code: 'no-papers-awaited' } }
    expect(await confirmPapers(await act(desk, dossierId))).toEqual(again)
    const electronic = await aPassedDossier()
    expect(await confirmPapers(await act(desk, electronic.dossierId))).toEqual(again)
  })

  it('has its result handed over where it was filed', async () => {
    const { dossierId } = await anIssuedLicence()
    const counter = await anOfficer('deskOfficer', { agencyId: HO_CHI_MINH })
    const receipt = {
      via: 'counter' as const,
      receiver: 'owner' as const,
      receiverName: '',
      shown: ['receipt' as const],
      identityNumber: '',
      originalsReturned: '',
      postNumber: '',
    }
    expect(await handOver({ ...(await act(counter, dossierId)), ...receipt })).toEqual(notFound)
    await db
      .update(dossiers)
      .set({ receivingAgencyId: HO_CHI_MINH, filedElsewhere: 'passed' })
      .where(eq(dossiers.id, dossierId))
    done(await handOver({ ...(await act(counter, dossierId)), ...receipt }))
    expect((await theDossier(dossierId)).state).toBe('delivered')
  })
})
