import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { outgoingMessages } from '@/db/schema/notifications'
import { openFile } from '@/lib/dossiers/open-file'
import { payFee } from '@/lib/dossiers/pay-fee'
import { viewForOwner } from '@/lib/dossiers/view-dossier'
import { keepDrafts } from '@/lib/drafts/keep-drafts'
import { printDraft } from '@/lib/drafts/print-draft'
import { saveSection } from '@/lib/drafts/save-section'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { viewDraft } from '@/lib/drafts/view-draft'
import { viewSlot } from '@/lib/drafts/view-slot'
import type { PersonActor } from '@/lib/identity/actor'
import { readInbox } from '@/lib/notifications/inbox'
import { notify } from '@/lib/notifications/notify'
import { newId } from '@/lib/shared/ids'
import { addComment, resolveComment, viewComments } from '@/lib/workspace/comments'
import { endMembership } from '@/lib/workspace/end-membership'
import { viewMyTurn } from '@/lib/workspace/my-turn'
import { finishSection, giveSection, viewTeamwork } from '@/lib/workspace/sections'
import { changeFilingRule } from '@/lib/workspace/view-organisation'
import { aFullDraft, MONDAY, PROCEDURE, payFor, setTheStage } from '../dossiers/stage'
import { aCompany, again, hire } from './a-company'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const at = MONDAY
const refused = (code: string) => ({ ok: false, refusal: { code } })

async function shared() {
  const company = await aCompany()
  const preparer = await hire(company, 'preparer')
  const professional = await hire(company, 'professional', { name: 'Bác sĩ Chuyên Môn' })
  const draftId = await aFullDraft(preparer.actor)
  return { company, head: company.head, preparer, professional, draftId }
}

async function given(sectionKey = 'papers') {
  const all = await shared()
  const { preparer, professional, draftId } = all
  const to = professional.actor.personId
  const done = await giveSection(preparer.actor, { draftId, sectionKey, personId: to, at })
  expect(done).toMatchObject({ ok: true })
  return all
}

async function view(actor: PersonActor, draftId: string) {
  const found = await viewDraft(actor, draftId)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
const standing = async (actor: PersonActor, draftId: string) =>
  (await viewTeamwork(actor, await view(actor, draftId), at))?.sections[0]?.standing

describe('a section that was given to somebody', () => {
  it('opens the draft to them, that section of it and no other', async () => {
    const { professional, draftId } = await given('facility')
    const { actor } = professional
    expect((await view(actor, draftId)).given).toEqual(['facility'])
    const save = (sectionKey: string) =>
      saveSection(actor, { draftId, sectionKey, entries: [['facility_name', 'Tên']], at })
    expect(await save('owner')).toEqual(refused('section-not-found'))
    expect(await save('facility')).toMatchObject({ ok: true })
    expect(await printDraft(actor, { draftId, at })).toEqual(refused('not-found'))
    expect(await viewSlot(actor, { draftId, slotKey: 'rp-licence' })).toEqual(
      refused('slot-not-found'),
    )
  })

  it('opens the papers of that section', async () => {
    const { professional, preparer, draftId } = await given('papers')
    const fileOf = async () =>
      (await view(preparer.actor, draftId)).papers.find(({ slotKey }) => slotKey === 'rp-licence')
        ?.files[0]?.id ?? ''
    const slot = { draftId, slotKey: 'rp-licence' }
    expect(await viewSlot(professional.actor, slot)).toMatchObject({ ok: true })
    expect(await openFile(professional.actor, await fileOf())).toMatchObject({ ok: true })
    const other = await given('facility')
    const files = (await view(other.preparer.actor, other.draftId)).papers
    const closed = files.find(({ slotKey }) => slotKey === 'rp-licence')?.files[0]?.id ?? ''
    expect(await openFile(other.professional.actor, closed)).toEqual(refused('not-found'))
  })

  it('needs them until they say it is done, and again when somebody changes it', async () => {
    const { professional, preparer, head, draftId } = await given('facility')
    const { actor } = professional
    expect(await standing(actor, draftId)).toBe('needs-you')
    expect(await standing(head, draftId)).toBe('waiting')
    expect((await viewMyTurn(actor, at))?.sections).toMatchObject([{ sectionKey: 'facility' }])
    const place = { draftId, sectionKey: 'facility', at }
    expect(await finishSection(preparer.actor, place)).toEqual(refused('not-your-section'))
    expect(await finishSection(actor, place)).toMatchObject({ ok: true })
    expect(await standing(head, draftId)).toBe('done')
    expect((await viewMyTurn(actor, at))?.sections).toEqual([])
    const entries = [['facility_name', 'Phòng khám Khác']] as const
    await saveSection(preparer.actor, { draftId, sectionKey: 'facility', entries, at })
    expect(await standing(actor, draftId)).toBe('needs-you')
  })

  it('is given by those who may, to people of the organisation, until a day to come', async () => {
    const { company, preparer, professional, draftId } = await given('facility')
    const rival = await aCompany()
    const give = (actor: PersonActor, personId: string, more = {}) =>
      giveSection(actor, { draftId, sectionKey: 'facility', personId, at, ...more })
    const { personId } = preparer.actor
    expect(await give(professional.actor, personId)).toEqual(refused('not-found'))
    expect(await give(rival.head, personId)).toEqual(refused('not-found'))
    expect(await give(company.head, rival.head.personId)).toEqual(refused('not-a-member'))
    expect(await give(company.head, personId, { dueOn: '2026-11-22' })).toEqual(
      refused('due-day-past'),
    )
    expect(await give(company.head, personId, { dueOn: '2026-11-23' })).toMatchObject({ ok: true })
    const consultant = await hire(company, 'consultant', { procedures: ['cchnd-new'] })
    expect(await give(company.head, consultant.actor.personId)).toEqual(refused('not-a-member'))
  })
})

describe('what is said about a section', () => {
  it('is seen by whoever works there, with name and time, until it is settled', async () => {
    const { professional, preparer, draftId } = await given('facility')
    const place = { draftId, sectionKey: 'facility', at }
    const said = await addComment(professional.actor, { ...place, text: ' Sai tên đường? ' })
    expect(await addComment(professional.actor, { ...place, text: ' ' })).toEqual(
      refused('comment-empty'),
    )
    const elsewhere = { ...place, sectionKey: 'owner', text: 'Chào' }
    expect(await addComment(professional.actor, elsewhere)).toEqual(refused('section-not-found'))
    await addComment(preparer.actor, elsewhere)
    const seen = await viewComments(await view(professional.actor, draftId))
    expect(seen).toMatchObject([{ text: 'Sai tên đường?', authorName: 'Bác sĩ Chuyên Môn' }])
    expect((await viewMyTurn(preparer.actor, at))?.notices[0]).toMatchObject({ kind: 'commented' })
    const commentId = said.ok ? said.value.commentId : ''
    const rival = await aCompany()
    expect(await resolveComment(rival.head, { ...place, commentId })).toEqual(refused('not-found'))
    expect(await resolveComment(preparer.actor, { ...place, commentId })).toMatchObject({
      ok: true,
    })
    expect(await viewComments(await view(preparer.actor, draftId))).toMatchObject([
      { resolvedByName: 'Phạm Thị Soạn' },
      { resolvedByName: null },
    ])
  })

  it('is not filed with the dossier', async () => {
    const { head, draftId } = await given('facility')
    const text = 'Chỉ nói trong nhà'
    await addComment(head, { draftId, sectionKey: 'facility', text, at })
    const filed = await submitDossier({ actor: head, draftId, key: newId(), at })
    const dossierId = filed.ok ? filed.value.dossierId : ''
    const shown = await viewForOwner(head, { dossierId, at })
    expect(shown).toMatchObject({ ok: true })
    expect(JSON.stringify(shown)).not.toContain(text)
  })
})

describe('leaving', () => {
  it('loses no draft, no words, and hands sections back to the representative', async () => {
    const { head, professional, preparer, draftId } = await given('facility')
    const text = 'Đã xem phần này'
    await addComment(professional.actor, { draftId, sectionKey: 'facility', text, at })
    await endMembership(professional.actor, { membershipId: professional.membershipId, at })
    await endMembership(head, { membershipId: preparer.membershipId, at })
    const left = await view(head, draftId)
    expect(left.draft.procedureKey).toBe(PROCEDURE)
    expect(await viewComments(left)).toMatchObject([{ text, authorName: 'Bác sĩ Chuyên Môn' }])
    expect(await standing(head, draftId)).toBe('needs-you')
    expect((await viewMyTurn(head, at))?.notices.map(({ kind }) => kind)).toContain(
      'section-returned',
    )
  })
})

describe('a draft that nobody touches', () => {
  it('ends after word to the representative, once whoever began it has left', async () => {
    const { head, preparer, draftId } = await shared()
    await endMembership(head, { membershipId: preparer.membershipId, at })
    await keepDrafts(new Date(at.getTime() + 80 * 24 * 60 * 60_000))
    const letters = await db
      .select()
      .from(outgoingMessages)
      .where(eq(outgoingMessages.kind, 'draft-ending'))
    const letter = letters.find(({ params }) => params['draftId'] === draftId)
    expect(letter?.recipientPersonId).toBe(head.personId)
  })
})

describe('what an agency says about a dossier', () => {
  it('goes to the representative once whoever filed it has left', async () => {
    const { company, head, preparer, draftId } = await shared()
    await changeFilingRule(head, true)
    const trusted = await again(preparer.actor)
    const filed = trusted && (await submitDossier({ actor: trusted, draftId, key: newId(), at }))
    const dossierId = filed?.ok ? filed.value.dossierId : ''
    await notify({ dossierId, seq: 1 })
    expect(await readInbox(preparer.actor.personId, 'vi')).toHaveLength(1)
    await endMembership(company.head, { membershipId: preparer.membershipId, at })
    const { actor: accountant } = await hire(company, 'accountant')
    expect(await readInbox(head.personId, 'vi')).toHaveLength(0)
    await payFor(accountant, dossierId)
    await notify({ dossierId, seq: 2 })
    expect(await readInbox(head.personId, 'vi')).toHaveLength(1)
    expect(await readInbox(preparer.actor.personId, 'vi')).toHaveLength(1)
  })
})

describe('a dossier of the organisation', () => {
  it('shows an accountant its fee and not what was declared', async () => {
    const { company, head, preparer, professional, draftId } = await shared()
    const { actor: accountant } = await hire(company, 'accountant')
    const filed = await submitDossier({ actor: head, draftId, key: newId(), at })
    const dossierId = filed.ok ? filed.value.dossierId : ''
    const look = (actor: PersonActor) => viewForOwner(actor, { dossierId, at })
    expect(await look(accountant)).toMatchObject({ ok: true, value: { answers: {}, papers: [] } })
    const seen = await look(preparer.actor)
    expect(seen.ok && Object.keys(seen.value.answers).length).toBeGreaterThan(10)
    expect(await look(professional.actor)).toEqual(refused('not-found'))
    const pay = (actor: PersonActor) =>
      payFee(actor, { dossierId, locale: 'vi', payerIp: '127.0.0.1' })
    expect(await pay(preparer.actor)).toEqual(refused('not-found'))
    expect(await pay(accountant)).toMatchObject({ ok: true })
    expect(await findDossier(db, dossierId)).toMatchObject({ state: 'awaiting-payment' })
  })
})
