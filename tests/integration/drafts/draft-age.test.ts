import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { outgoingMessages } from '@/db/schema/notifications'
import { ageOf } from '@/lib/drafts/draft-age'
import { keepDrafts } from '@/lib/drafts/keep-drafts'
import { listEndedDrafts, restoreDraft } from '@/lib/drafts/restore-draft'
import { saveSection } from '@/lib/drafts/save-section'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { listDrafts, viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { confirmAddress, wantAddress } from '@/lib/notifications/notice-address'
import { composeOutsideLetter } from '@/lib/notifications/outside-letters'
import { open } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { aFullDraft, anApplicant, MONDAY, setTheStage } from '../dossiers/stage'
import { done } from '../dossiers/walk'

const DAY = 24 * 60 * 60 * 1000
const PORTAL = { origin: 'http://localhost:3000', demo: false }
const notFound = { ok: false, refusal: { code: 'not-found' } }

let strikeTheStage: () => Promise<void>
beforeAll(async () => {
  strikeTheStage = await setTheStage()
})
afterAll(() => strikeTheStage())

const onDay = (days: number) => new Date(MONDAY.getTime() + days * DAY)

const lettersTo = (personId: string) =>
  db.select().from(outgoingMessages).where(eq(outgoingMessages.recipientPersonId, personId))

async function aDraft(): Promise<{ owner: PersonActor; draftId: string }> {
  const owner = await anApplicant()
  return { owner, draftId: await aFullDraft(owner) }
}

/** Told on day 76, ended on day 90. */
async function anEndedDraft() {
  const one = await aDraft()
  await keepDrafts(onDay(76))
  await keepDrafts(onDay(90))
  return one
}

describe('the age of a draft', () => {
  it('is ninety days, counted from the last change, and said two weeks before', () => {
    const draft = { updatedAt: MONDAY, warnedAt: null }
    expect(ageOf(draft, onDay(75))).toEqual({ keptUntil: '2027-02-21', endsSoon: false })
    expect(ageOf(draft, onDay(76))).toEqual({ keptUntil: '2027-02-21', endsSoon: true })
    const toldLate = { updatedAt: MONDAY, warnedAt: onDay(100) }
    expect(ageOf(toldLate, onDay(100)).keptUntil).toBe('2027-03-17')
  })

  it('lets it be for 76 days, then tells its owner once, with the day and the way there', async () => {
    const { owner, draftId } = await aDraft()
    await keepDrafts(onDay(75))
    expect(await lettersTo(owner.personId)).toEqual([])
    await keepDrafts(onDay(76))
    await keepDrafts(onDay(77))
    const letters = await lettersTo(owner.personId)
    expect(letters).toHaveLength(1)
    const { params, locale } = letters[0] ?? { params: {}, locale: '' }
    const { subject, text } = composeOutsideLetter({ kind: 'draft-ending', params }, PORTAL)
    expect(locale).toBe('vi')
    expect(subject).toMatch(/^Bản nháp được giữ đến ngày 21\/02\/2027: /)
    expect(text).toContain(`http://localhost:3000/my/drafts/${draftId}`)
    const english = { ...params, locale: 'en' }
    expect(composeOutsideLetter({ kind: 'draft-ending', params: english }, PORTAL).subject).toMatch(
      /^Your draft is kept until 21\/02\/2027/,
    )
  })

  it('writes to the address that the owner confirmed', async () => {
    const { owner } = await aDraft()
    const [wanted, newCode] = ['ha.moi@example.vn', () => '314159']
    done(await wantAddress(owner.personId, wanted, { newCode }))
    done(await confirmAddress(owner.personId, newCode()))
    await keepDrafts(onDay(76))
    const letters = await lettersTo(owner.personId)
    const ending = letters.find(({ kind }) => kind === 'draft-ending')
    expect(open(ending?.addressSealed ?? '')).toBe(wanted)
  })

  it('ends it on day 90; it is nowhere to be written, and can be brought back with all it held', async () => {
    const { owner, draftId } = await anEndedDraft()
    expect(await listDrafts(owner, onDay(90))).toEqual([])
    expect(await viewDraft(owner, draftId)).toEqual(notFound)
    const sent = { actor: owner, draftId, key: newId(), at: onDay(90) }
    expect(await submitDossier(sent)).toMatchObject(notFound)
    expect(await listEndedDrafts(owner)).toMatchObject([
      { id: draftId, restorableUntil: '2027-03-23' },
    ])
    expect(await restoreDraft(owner, { draftId, at: onDay(100) })).toMatchObject({ ok: true })
    const view = await viewDraft(owner, draftId)
    expect(view.ok && view.value.answers).toHaveProperty('facility_name')
    expect(view.ok && view.value.papers.length).toBeGreaterThan(3)
    expect(await keepDrafts(onDay(101))).toMatchObject({ ended: 0, deleted: 0 })
    expect(await listEndedDrafts(owner)).toEqual([])
  })

  it('is nobody else’s to bring back, and deleted for good thirty days later', async () => {
    const { owner, draftId } = await anEndedDraft()
    const stranger = await anApplicant('Trần Văn Thử')
    expect(await restoreDraft(stranger, { draftId, at: onDay(91) })).toEqual(notFound)
    await keepDrafts(onDay(119))
    expect(await listEndedDrafts(owner)).toHaveLength(1)
    await keepDrafts(onDay(120))
    expect(await listEndedDrafts(owner)).toEqual([])
    expect(await restoreDraft(owner, { draftId, at: onDay(120) })).toEqual(notFound)
  })

  it('begins anew with a change, and the owner is told anew', async () => {
    const { owner, draftId } = await aDraft()
    await keepDrafts(onDay(76))
    const entries = [['facility_name', 'Phòng khám Một']] as const
    await saveSection(owner, { draftId, sectionKey: 'facility', entries, at: onDay(80) })
    await keepDrafts(onDay(120))
    expect(await listDrafts(owner, onDay(120))).toHaveLength(1)
    await keepDrafts(onDay(156))
    expect(await lettersTo(owner.personId)).toHaveLength(2)
  })

  it('does not end untold: after a standstill the two weeks count from the notice', async () => {
    const { owner } = await aDraft()
    await keepDrafts(onDay(200))
    expect(await listDrafts(owner, onDay(200))).toHaveLength(1)
    await keepDrafts(onDay(213))
    expect(await listDrafts(owner, onDay(213))).toHaveLength(1)
    await keepDrafts(onDay(214))
    expect(await listDrafts(owner, onDay(214))).toEqual([])
  })

  it('touches nothing that was filed', async () => {
    const { owner, draftId } = await aDraft()
    const filed = await submitDossier({ actor: owner, draftId, key: newId(), at: MONDAY })
    expect(filed.ok).toBe(true)
    await keepDrafts(onDay(300))
    expect(await lettersTo(owner.personId)).not.toContainEqual(
      expect.objectContaining({ kind: 'draft-ending' }),
    )
  })
})
