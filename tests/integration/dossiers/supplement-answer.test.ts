import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findAnswersVersions, findPaperVersions } from '@/db/queries/content-versions'
import { findDossier } from '@/db/queries/dossiers'
import { findAnswerSlot } from '@/lib/supplements/answer-slot'
import { saveAnswer } from '@/lib/supplements/save-answer'
import { supplySupplement } from '@/lib/supplements/supply-supplement'
import { anApplicant, MONDAY, setTheStage } from './stage'
import { answer, askAndRelease, aWalkInAppraisal, bring, NAME, theRequest } from './supplement-walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

describe('the answer', () => {
  it('becomes the next version of answers and papers; the old ones stay', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const fileId = await answer(walk)
    const versions = await findAnswersVersions(db, walk.dossierId)
    expect(versions.map(({ answers }) => answers['facility_name'])).toEqual([
      'Phòng khám Răng Hàm Mặt An Bình',
      'Phòng khám Mẫu Mới',
    ])
    const papers = (await findPaperVersions(db, walk.dossierId)).filter(
      ({ slotKey }) => slotKey === 'rp-licence',
    )
    expect(papers).toMatchObject([
      { version: 1, supersededAt: MONDAY },
      { version: 2, supersededAt: null, files: [{ fileId }] },
    ])
    expect((await findDossier(db, walk.dossierId))?.subject).toBe('Phòng khám Mẫu Mới')
  })

  it('is written to open questions alone', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const { owner, dossierId } = walk
    const entries = [
      ['facility_name', 'Tên mới'],
      ['storeys', '9'],
    ] as const
    expect(await saveAnswer(owner, { dossierId, entries, at: MONDAY })).toEqual({
      ok: false,
      refusal: { code: 'closed-item', names: ['storeys'] },
    })
    expect((await theRequest(dossierId)).draft).toEqual({})
  })

  it('takes files for the papers that were asked for, and for no other', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const { id: supplementId } = await theRequest(walk.dossierId)
    const slot = async (slotKey: string, who = walk.owner) => {
      const found = await findAnswerSlot(who, { supplementId, slotKey })
      return found.ok ? 'open' : found.refusal.code
    }
    expect(await slot('rp-licence')).toBe('open')
    expect(await slot('lease')).toBe('closed-item')
    expect(await slot('application-form')).toBe('slot-not-found')
    expect(await slot('rp-licence', await anApplicant('Trần Văn Thử'))).toBe('not-found')
    await answer(walk)
    expect(await slot('rp-licence')).toBe('already-submitted')
  })

  it('says what is missing instead of being sent', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const { owner, dossierId } = walk
    const sent = await supplySupplement(owner, { dossierId, at: MONDAY })
    expect(sent).toMatchObject({
      refusal: {
        code: 'incomplete',
        missing: [{ path: 'paper_rp_licence', code: 'paper-missing' }],
      },
    })
  })

  it('counts once, however often it is pressed', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const { owner, dossierId } = walk
    await bring(walk, 'rp-licence')
    const press = () => supplySupplement(owner, { dossierId, at: MONDAY })
    const outcomes = await Promise.all([press(), press()])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await press()).toMatchObject({ refusal: { code: 'no-open-supplement' } })
    expect(await findAnswersVersions(db, dossierId)).toHaveLength(2)
  })

  it('is the owner’s: a stranger and an officer find nothing', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    for (const actor of [await anApplicant('Trần Văn Thử'), walk.desk, walk.officer]) {
      const saving = { dossierId: walk.dossierId, entries: [], at: MONDAY }
      expect(await saveAnswer(actor, saving)).toMatchObject({ refusal: { code: 'not-found' } })
      expect(await supplySupplement(actor, saving)).toMatchObject({
        refusal: { code: 'not-found' },
      })
    }
  })

  it('tells a second tab that another one wrote meanwhile', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const { owner, dossierId } = walk
    const save = (expectedVersion: number) =>
      saveAnswer(owner, { dossierId, entries: [[NAME.key, 'Tên']], expectedVersion, at: MONDAY })
    expect(await save(0)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await save(0)).toMatchObject({ refusal: { code: 'changed-elsewhere', version: 1 } })
  })
})
