import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findPaperVersions } from '@/db/queries/content-versions'
import { findDossier, findParties } from '@/db/queries/dossiers'
import { changeDraft } from '@/db/queries/drafts'
import { findEvents } from '@/db/queries/events'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { viewDraft } from '@/lib/drafts/view-draft'
import { newId } from '@/lib/shared/ids'
import { changeContent } from '@/lib/supplements/change-content'
import { listContentVersions } from '@/lib/supplements/content-versions'
import { startChange } from '@/lib/supplements/start-change'
import { anApplicant, MONDAY, setTheStage } from './stage'
import { answer, askAndRelease, at, aWalk, aWalkInAppraisal, type Walk } from './supplement-walk'
import { done } from './walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const LATER = at('2026-11-25')
async function begin({ owner, dossierId }: Walk): Promise<string> {
  return done(await startChange(owner, { dossierId, at: LATER })).draftId
}
async function write({ owner }: Walk, draftId: string, change: Record<string, string>) {
  const { draft } = done(await viewDraft(owner, draftId))
  const answers = { ...draft.answers, ...change }
  await inTransaction((tx) => changeDraft(tx, draftId, { answers, updatedAt: LATER }))
}
const send = ({ owner }: Walk, draftId: string) => changeContent(owner, { draftId, at: LATER })

describe('a change of content', () => {
  it.each([
    ['before acceptance', aWalk],
    ['in the appraisal', aWalkInAppraisal],
  ])('%s becomes the next version; code, state and dates stay', async (_name, start) => {
    const walk = await start()
    const before = await findDossier(db, walk.dossierId)
    const draftId = await begin(walk)
    await write(walk, draftId, { facility_name: 'Phòng khám Hoa Sen' })
    done(await send(walk, draftId))
    const after = await findDossier(db, walk.dossierId)
    expect(after).toMatchObject({
      state: before?.state,
      dossierCode: before?.dossierCode,
      dueAt: before?.dueAt,
      subject: 'Phòng khám Hoa Sen',
    })
    expect((await findEvents(db, walk.dossierId)).at(-1)).toMatchObject({
      type: 'change-content',
      details: { answersVersion: 2, changed: ['facility_name'], files: [] },
    })
  })

  it('is seen by the officer with before, after, time and who', async () => {
    const walk = await aWalkInAppraisal()
    const draftId = await begin(walk)
    await write(walk, draftId, { facility_name: 'Phòng khám Hoa Sen' })
    done(await send(walk, draftId))
    const { versions } = done(await listContentVersions(walk.officer, walk.dossierId))
    expect(versions).toMatchObject([
      {
        version: 2,
        by: 'change-content',
        who: 'Lê Thị Mẫu',
        changed: [
          {
            key: 'facility_name',
            before: 'Phòng khám Răng Hàm Mặt An Bình',
            after: 'Phòng khám Hoa Sen',
          },
        ],
      },
    ])
    expect(versions[0]?.at).toEqual(LATER)
  })

  it('moves the letters to the new telephone and address', async () => {
    const walk = await aWalk()
    const draftId = await begin(walk)
    await write(walk, draftId, { facility_phone: '0912000111', facility_email: 'moi@mau.test' })
    done(await send(walk, draftId))
    const contact = (await findParties(db, walk.dossierId)).find(({ role }) => role === 'contact')
    expect(contact).toMatchObject({
      name: 'Lê Thị Mẫu',
      phone: '0912000111',
      email: 'moi@mau.test',
    })
  })

  it('leaves papers that stayed the same alone', async () => {
    const walk = await aWalk()
    const before = await findPaperVersions(db, walk.dossierId)
    const draftId = await begin(walk)
    await write(walk, draftId, { facility_name: 'Phòng khám Hoa Sen' })
    done(await send(walk, draftId))
    expect(await findPaperVersions(db, walk.dossierId)).toEqual(before)
  })

  it('counts once, however often it is pressed, and is no dossier of its own', async () => {
    const walk = await aWalk()
    const draftId = await begin(walk)
    expect(await begin(walk)).toBe(draftId)
    const { owner } = walk
    const filed = await submitDossier({ actor: owner, draftId, key: newId(), at: LATER })
    expect(filed).toMatchObject({ refusal: { code: 'not-found' } })
    await write(walk, draftId, { facility_name: 'Phòng khám Hoa Sen' })
    const outcomes = await Promise.all([send(walk, draftId), send(walk, draftId)])
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    const types = (await findEvents(db, walk.dossierId)).map(({ type }) => type)
    expect(types.filter((type) => type === 'change-content')).toHaveLength(1)
  })

  it.each([
    ['nothing', {}, 'nothing-changed'],
    ['what must be answered', { facility_name: '' }, 'incomplete'],
  ])('of %s is refused', async (_name, change, code) => {
    const walk = await aWalk()
    const draftId = await begin(walk)
    await write(walk, draftId, change)
    expect(await send(walk, draftId)).toMatchObject({ refusal: { code } })
  })

  it('that moves the dossier to another agency is refused', async () => {
    const walk = await aWalk()
    const draftId = await begin(walk)
    const elsewhere = { province: '79', commune: '25747', street: 'Số 1' }
    const { draft } = done(await viewDraft(walk.owner, draftId))
    const answers = { ...draft.answers, facility_address: elsewhere }
    await inTransaction((tx) => changeDraft(tx, draftId, { answers, updatedAt: LATER }))
    expect(await send(walk, draftId)).toMatchObject({ refusal: { code: 'agency-would-change' } })
  })

  it('is too late while a supplement is awaited, and stale after one came', async () => {
    const walk = await aWalkInAppraisal()
    const draftId = await begin(walk)
    await write(walk, draftId, { facility_name: 'Phòng khám Hoa Sen' })
    await askAndRelease(walk, at('2026-11-26'))
    expect(await send(walk, draftId)).toMatchObject({ refusal: { code: 'illegal-event' } })
    expect(await startChange(walk.owner, { dossierId: walk.dossierId, at: LATER })).toMatchObject({
      refusal: { code: 'change-too-late' },
    })
    await answer(walk, at('2026-11-27'))
    expect(await send(walk, draftId)).toMatchObject({ refusal: { code: 'content-moved-on' } })
  })

  it('is the owner’s alone', async () => {
    const walk = await aWalk()
    const draftId = await begin(walk)
    for (const actor of [await anApplicant('Trần Văn Thử'), walk.desk]) {
      expect(await startChange(actor, { dossierId: walk.dossierId, at: MONDAY })).toMatchObject({
        refusal: { code: 'not-found' },
      })
      expect(await changeContent(actor, { draftId, at: MONDAY })).toMatchObject({
        refusal: { code: 'not-found' },
      })
    }
  })
})
