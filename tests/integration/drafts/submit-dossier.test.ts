import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findPaperVersions, getNewestAnswers } from '@/db/queries/content-versions'
import { insertSuspension } from '@/db/queries/definitions'
import { findDossier, findParties } from '@/db/queries/dossiers'
import { changeDraft, findOwnDraft } from '@/db/queries/drafts'
import { findEvents } from '@/db/queries/events'
import { saveSection } from '@/lib/drafts/save-section'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { viewDraft } from '@/lib/drafts/view-draft'
import { newId } from '@/lib/shared/ids'
import { clinicAnswers } from '@/tests/factories/answers'
import { aFullDraft, anApplicant, MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

describe('filing a draft', () => {
  it('makes one dossier of Hà Nội, waiting for its fee, with an event that holds hashes', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    const filed = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    if (!filed.ok) throw new Error(filed.refusal.code)
    expect(await findDossier(db, filed.value.dossierId)).toMatchObject({
      state: 'awaiting-payment',
      nationalState: 1,
      paymentState: 'due',
      homeAgencyId: 'syt-01',
      solvingAgencyId: 'syt-01',
      dossierCode: null,
      feeVnd: 4_300_000,
      receivedAt: null,
      subject: 'Phòng khám Răng Hàm Mặt An Bình',
    })
    const roles = (await findParties(db, filed.value.dossierId)).map(({ role }) => role).toSorted()
    expect(roles).toEqual(['contact', 'owner', 'submitter'])
    const [event] = await findEvents(db, filed.value.dossierId)
    expect(event).toMatchObject({ seq: 1, type: 'submit', previousHash: '', fromState: null })
  })

  it('leads ten impatient clicks with one key to one dossier', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    const key = newId()
    const clicks = Array.from({ length: 10 }, () =>
      submitDossier({ actor, draftId, key, at: MONDAY }),
    )
    const ids = (await Promise.all(clicks)).map((filed) => (filed.ok ? filed.value.dossierId : ''))
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).not.toBe('')
  })

  it('finds the same dossier for a later click with another key', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    const first = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    const second = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    expect(second).toEqual(first)
  })

  it('refuses a key that filed another draft', async () => {
    const actor = await anApplicant()
    const key = newId()
    const [one, other] = [await aFullDraft(actor), await aFullDraft(actor)]
    await submitDossier({ actor, draftId: one, key, at: MONDAY })
    expect(await submitDossier({ actor, draftId: other, key, at: MONDAY })).toEqual({
      ok: false,
      refusal: { code: 'key-used-otherwise' },
    })
  })

  it('names what is missing and files nothing', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    await inTransaction((tx) => changeDraft(tx, draftId, { answers: {}, updatedAt: MONDAY }))
    const refused = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    expect(refused).toMatchObject({ refusal: { code: 'incomplete' } })
    const draft = await findOwnDraft(
      db,
      { personId: actor.personId, organisationId: null },
      draftId,
    )
    expect(draft?.submittedDossierId).toBeNull()
  })

  it('is nobody else’s: another applicant finds no such draft', async () => {
    const draftId = await aFullDraft(await anApplicant())
    const stranger = await anApplicant('Trần Văn Thử')
    const refused = { ok: false, refusal: { code: 'not-found' } }
    expect(await submitDossier({ actor: stranger, draftId, key: newId(), at: MONDAY })).toEqual(
      refused,
    )
    expect(await viewDraft(stranger, draftId)).toEqual(refused)
    const saving = { draftId, sectionKey: 'facility', entries: [], at: MONDAY }
    expect(await saveSection(stranger, saving)).toEqual(refused)
  })

  it('files nothing that a later answer hid', async () => {
    const actor = await anApplicant()
    const address = { province: '01', commune: '00175', street: 'Số 1 đường Mẫu' }
    const changedMind = {
      wants_paper_copy: false,
      copy_channel: 'buu-chinh',
      copy_address: address,
    }
    const draftId = await aFullDraft(actor, { answersOf: () => clinicAnswers(changedMind) })
    const filed = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    if (!filed.ok) throw new Error(filed.refusal.code)
    const { answers } = await getNewestAnswers(db, filed.value.dossierId)
    expect(answers).toHaveProperty('wants_paper_copy', false)
    expect(answers).not.toHaveProperty('copy_channel')
    expect(answers).not.toHaveProperty('copy_address')
  })

  it('leaves a paper behind that a later answer made superfluous', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    const own = await findOwnDraft(db, { personId: actor.personId, organisationId: null }, draftId)
    const answers = { ...own?.answers, premises_ownership: 'so-huu' }
    await inTransaction((tx) => changeDraft(tx, draftId, { answers, updatedAt: MONDAY }))
    const filed = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    if (!filed.ok) throw new Error(JSON.stringify(filed.refusal))
    const slots = (await findPaperVersions(db, filed.value.dossierId)).map(({ slotKey }) => slotKey)
    expect(slots).toContain('rp-licence')
    expect(slots).not.toContain('lease')
  })

  it('keeps national identifiers sealed in the database and open to their owner', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    const stored = await findOwnDraft(
      db,
      { personId: actor.personId, organisationId: null },
      draftId,
    )
    expect(JSON.stringify(stored?.answers)).not.toContain('001085001234')
    const view = await viewDraft(actor, draftId)
    expect(JSON.stringify(view)).toContain('001085001234')
  })

  it('is refused while the procedure is suspended; the draft stays', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    const reason = 'Tạm dừng để nâng cấp'
    const from = new Date(MONDAY.getTime() - 1)
    const suspension = { id: newId(), procedureKey: PROCEDURE, reason, from, to: null }
    await inTransaction((tx) => insertSuspension(tx, suspension))
    expect(await submitDossier({ actor, draftId, key: newId(), at: MONDAY })).toEqual({
      ok: false,
      refusal: { code: 'procedure-suspended', reason },
    })
    expect(await viewDraft(actor, draftId)).toMatchObject({ ok: true })
  })
})
