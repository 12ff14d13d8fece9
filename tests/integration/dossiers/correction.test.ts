import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findDossier, getAnswers } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findCorrections } from '@/db/queries/outcomes'
import { findLicenceOfDocument, findLicencesByNumber } from '@/db/queries/registry'
import { dayOf } from '@/lib/deadlines/day'
import { openResult } from '@/lib/dossiers/open-result'
import { openCorrection, proposeCorrection } from '@/lib/dossiers/outcomes/correct-result'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { viewForOwner } from '@/lib/dossiers/view-dossier'
import type { PersonActor } from '@/lib/identity/actor'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { planNotices } from '@/lib/notifications/plan'
import { clock } from '@/lib/server/business-clock'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { findLicence } from '@/lib/verification/find-licence'
import { findRegistered } from '@/lib/verification/find-registered'
import { verifyDocument } from '@/lib/verification/verify-document'
import { anIssuedLicence, issuedBytes, type Story, signAndSeal, stateOf } from './outcome-walk'
import { anApplicant, anOfficer, MONDAY, setTheStage } from './stage'
import { act, done } from './walk'

/** Seals are set by the worker, by the clock of the law. */
const today = () => dayOf(clock.now())
const WRONG = { foundBy: 'applicant' as const, reason: 'Tên cơ sở in thiếu chữ.' }
const RIGHT = {
  opinion: 'Đối chiếu giấy chứng nhận đăng ký doanh nghiệp.',
  lines: { facility_name: 'Phòng khám Răng Hàm Mặt Sửa Đúng' },
}

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const open = async (story: Story, by: PersonActor) =>
  openCorrection({ ...(await act(by, story.dossierId)), ...WRONG })
const licenceOf = async (dossierId: string) => {
  const document = await findDocument(db, dossierId, 'licence')
  if (!document) throw new Error('no licence')
  return document
}
const check = async (bytes: Uint8Array) =>
  verifyDocument(bytes, { trust: await configuredTrust(), at: new Date(), findRegistered })

describe('opening the correction of a wrong result', () => {
  let story: Story
  beforeEach(async () => {
    story = await anIssuedLicence()
  })

  it('starts three working days, and takes the result out of reach until it is right', async () => {
    done(await open(story, story.cast.desk))
    const dossier = await findDossier(db, story.dossierId)
    expect(dossier).toMatchObject({ state: 'correcting', nationalState: 4, endedAt: null })
    // From Monday over the holiday of 24/11: Wednesday, Thursday, Friday.
    expect(dossier?.dueAt?.toISOString()).toBe('2026-11-27T10:00:00.000Z')
    expect(dossier?.clocks.at(-1)).toMatchObject({
      key: 'correction',
      limit: [{ value: 3, unit: 'working-day' }],
    })
    const opened = await openResult(story.cast.owner, { dossierId: story.dossierId, at: MONDAY })
    expect(opened).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  it('is the desk’s and the head’s act alone, once', async () => {
    const { dossierId, cast } = story
    const strangers = [
      await anOfficer('deskOfficer', { agencyId: 'syt-79' }),
      await anApplicant('Người Lạ'),
    ]
    for (const stranger of strangers)
      expect(await open(story, stranger)).toEqual({ ok: false, refusal: { code: 'not-found' } })
    for (const person of [cast.owner, cast.officer, cast.leader, cast.clerk])
      expect(await open(story, person)).toMatchObject({ refusal: { code: 'not-permitted' } })
    expect(await stateOf(dossierId)).toBe('issued')
    const both = { ...(await act(cast.head, dossierId)), ...WRONG }
    const outcomes = await Promise.all([openCorrection(both), openCorrection(both)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await open(story, cast.desk)).toMatchObject({ refusal: { code: 'illegal-event' } })
    expect(await findCorrections(db, dossierId)).toHaveLength(1)
  })

  it('takes only a proposal that says which lines were wrong', async () => {
    const { dossierId, cast } = story
    done(await open(story, cast.desk))
    const officer = () => act(cast.officer, dossierId)
    const plain = { decision: 'grant' as const, opinion: RIGHT.opinion }
    const none = { ...RIGHT, lines: {} }
    const odd = { ...RIGHT, lines: { licence_number: '00001/HNO-GPHĐ' } }
    expect([
      await proposeDecision({ ...(await officer()), ...plain }),
      await proposeCorrection({ ...(await officer()), ...none }),
      await proposeCorrection({ ...(await officer()), ...odd }),
      await proposeCorrection({ ...(await act(cast.desk, dossierId)), ...RIGHT }),
    ]).toMatchObject([
      { refusal: { code: 'correction-open' } },
      { refusal: { code: 'nothing-corrected' } },
      { refusal: { code: 'unknown-line' } },
      { refusal: { code: 'not-permitted' } },
    ])
    expect(await stateOf(dossierId)).toBe('correcting')
  })
})

describe('a corrected result', () => {
  it('is a new document with its own number; the register and /verify know what it replaced', async () => {
    const story = await anIssuedLicence()
    const { dossierId, cast } = story
    const wrong = await licenceOf(dossierId)
    const wrongBytes = await issuedBytes(dossierId, 'licence')
    const withWrong = await findDocument(db, dossierId, 'companion')
    const declared = await getAnswers(db, dossierId)
    expect(await findLicenceOfDocument(db, wrong.id)).toMatchObject({ status: 'in-force' })

    done(await open(story, cast.desk))
    done(await proposeCorrection({ ...(await act(cast.officer, dossierId)), ...RIGHT }))
    await signAndSeal(story)

    const right = await licenceOf(dossierId)
    expect(right).toMatchObject({ ordinal: 2, state: 'issued' })
    expect(right.number).not.toBe(wrong.number)
    const after = await findLicenceOfDocument(db, wrong.id)
    expect(after).toMatchObject({
      status: 'revoked',
      statusReason: 'replaced-by-correction',
      replacedByDocumentId: right.id,
      validTo: today(),
    })
    expect(await findLicenceOfDocument(db, right.id)).toMatchObject({ status: 'in-force' })
    // What was decided with it goes the same way: one revoked, one new, which says what it replaces.
    const withRight = await findDocument(db, dossierId, 'companion')
    expect(withRight).toMatchObject({ ordinal: 2, state: 'issued' })
    expect(await findLicenceOfDocument(db, withWrong?.id ?? '')).toMatchObject({
      status: 'revoked',
      replacedByDocumentId: withRight?.id,
    })
    expect(JSON.stringify(withRight?.data)).toContain(`Văn bản số ${withWrong?.number} ngày`)
    expect(await findLicencesByNumber(db, wrong.number ?? '')).toHaveLength(1)

    const old = await check(wrongBytes)
    expect(old).toMatchObject({
      verdict: 'valid',
      reasons: ['licence-replaced'],
      registered: { status: 'revoked', replacedBy: right.number },
    })
    const bytes = await issuedBytes(dossierId, 'licence')
    for (const report of [await check(bytes), await check(bytes)])
      expect(report).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(createHash('sha256').update(bytes).digest('hex')).not.toBe(old.sha256)
    expect(await findLicence(wrong.number ?? '', today())).toMatchObject({
      status: 'revoked',
      replacedBy: right.number,
    })
    expect(await findLicence(right.verifyCode ?? '', today())).toMatchObject({
      status: 'in-force',
      replacedBy: null,
    })

    // What the applicant declared stays as it was; what was put right stands beside it.
    expect(await getAnswers(db, dossierId)).toEqual(declared)
    expect((await findCorrections(db, dossierId))[0]).toMatchObject({
      wrongDocumentId: wrong.id,
      newDocumentId: right.id,
      fields: [{ key: 'facility_name', now: RIGHT.lines.facility_name }],
    })
    expect(right.data).toMatchObject({
      fields: expect.arrayContaining([
        { label: 'Tên cơ sở', value: RIGHT.lines.facility_name },
        expect.objectContaining({ label: 'Thay thế' }),
      ]),
    })
  })

  it('is told as a correction, reaches its owner, and may itself be corrected again', async () => {
    const story = await anIssuedLicence()
    const { dossierId, cast } = story
    done(await open(story, cast.desk))
    done(await proposeCorrection({ ...(await act(cast.officer, dossierId)), ...RIGHT }))
    await signAndSeal(story)
    const issued = (await findEvents(db, dossierId)).findLast(({ type }) => type === 'issue')
    const { event, facts } = await gatherEventFacts(db, { dossierId, seq: issued?.seq ?? 0 })
    expect(planNotices(event, facts).inbox[0]?.kind).toBe('result-corrected')
    expect((await openResult(cast.owner, { dossierId, at: MONDAY })).ok).toBe(true)
    expect(await stateOf(dossierId)).toBe('delivered')

    done(await open(story, cast.head))
    const second = { ...RIGHT, lines: { working_hours: 'Thứ Hai đến thứ Sáu, 08:00 đến 17:00' } }
    done(await proposeCorrection({ ...(await act(cast.officer, dossierId)), ...second }))
    await signAndSeal(story)
    const third = await licenceOf(dossierId)
    expect(third.ordinal).toBe(3)
    // The first correction holds on under the second.
    expect(third.data).toMatchObject({
      fields: expect.arrayContaining([
        { label: 'Tên cơ sở', value: RIGHT.lines.facility_name },
        { label: 'Thời gian làm việc hằng ngày', value: second.lines.working_hours },
      ]),
    })
    const view = done(await viewForOwner(cast.owner, { dossierId, at: MONDAY }))
    expect(view.documents.find(({ kind }) => kind === 'licence')?.number).toBe(third.number)
  })
})
