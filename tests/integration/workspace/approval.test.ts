import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findParties } from '@/db/queries/dossiers'
import { findFiling } from '@/db/queries/filing-requests'
import { dossierFilings } from '@/db/schema/workspace'
import { askApproval, type Decision, decideFiling, viewFiling } from '@/lib/drafts/filing-approval'
import { removePaperFile } from '@/lib/drafts/remove-paper-file'
import { saveSection } from '@/lib/drafts/save-section'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { viewMyTurn } from '@/lib/workspace/my-turn'
import { changeFilingRule } from '@/lib/workspace/view-organisation'
import { aFullDraft, MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'
import { aCompany, again, hire } from './a-company'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const refused = (code: string) => ({ ok: false, refusal: { code } })
const YES: Decision = { approves: true }
const at = MONDAY

const file = (actor: PersonActor, draftId: string) =>
  submitDossier({ actor, draftId, key: newId(), at })
const requestOf = async (actor: PersonActor, draftId: string) =>
  (await viewFiling(actor, { draftId, at })).request
async function decide(actor: PersonActor, draftId: string, decision: Decision = YES) {
  const requestId = (await requestOf(actor, draftId))?.id ?? newId()
  return decideFiling(actor, { draftId, requestId, decision, at })
}

/** A company whose preparer has a full draft. */
async function prepared() {
  const company = await aCompany()
  const { actor: preparer } = await hire(company, 'preparer')
  return { company, head: company.head, preparer, draftId: await aFullDraft(preparer) }
}

/** The same, approved. */
async function approved() {
  const all = await prepared()
  const { preparer, head, draftId } = all
  expect(await askApproval(preparer, { draftId, at })).toMatchObject({ ok: true })
  expect(await decide(head, draftId)).toMatchObject({ ok: true })
  return all
}

describe('filing by a preparer', () => {
  it('waits for the representative; asked, it still waits', async () => {
    const { preparer, head, draftId } = await prepared()
    expect(await viewFiling(preparer, { draftId, at })).toMatchObject({ way: 'approval' })
    expect(await file(preparer, draftId)).toEqual(refused('approval-needed'))
    await askApproval(preparer, { draftId, at })
    expect(await file(preparer, draftId)).toEqual(refused('approval-needed'))
    expect((await viewMyTurn(head, at))?.approvals).toMatchObject([
      { draftId, askedByName: 'Phạm Thị Soạn' },
    ])
  })

  it('goes after approval, and keeps who prepared, approved and filed', async () => {
    const { preparer, head, draftId } = await approved()
    const filed = await file(preparer, draftId)
    if (!filed.ok) throw new Error(filed.refusal.code)
    const { dossierId } = filed.value
    expect(await findFiling(db, dossierId)).toMatchObject({
      preparedBy: 'Phạm Thị Soạn',
      approvedBy: 'Đặng Quốc Việt',
      submittedBy: 'Phạm Thị Soạn',
    })
    const parties = await findParties(db, dossierId)
    expect(parties.find(({ role }) => role === 'submitter')?.personId).toBe(preparer.personId)
    const representative = parties.find(({ role }) => role === 'representative')
    expect(representative).toMatchObject({ personId: head.personId })
    expect(representative?.proof).toMatch(/^approval:/)
    expect((await viewMyTurn(head, at))?.approvals).toEqual([])
  })

  it('whose approval was not for what the draft says now is refused: answers', async () => {
    const { preparer, head, draftId } = await approved()
    const entries = [['facility_name', 'Phòng khám Khác']] as const
    await saveSection(preparer, { draftId, sectionKey: 'facility', entries, at })
    expect(await requestOf(preparer, draftId)).toMatchObject({ state: 'approved', stands: false })
    const answer = await file(preparer, draftId)
    expect(answer.ok).toBe(false)
    // What is saved of a section is all of it: the rest of it is missing now, or the approval dropped.
    expect(['approval-dropped', 'incomplete']).toContain(!answer.ok && answer.refusal.code)
    expect((await decide(head, draftId)).ok).toBe(false)
  })

  it('nor for its papers', async () => {
    const { preparer, draftId } = await approved()
    const view = await viewDraft(preparer, draftId)
    const paper = view.ok ? view.value.papers[0] : undefined
    if (!paper?.files[0]) throw new Error('no paper')
    const address = { draftId, slotKey: paper.slotKey }
    await removePaperFile(preparer, address, paper.files[0].id)
    const answer = await file(preparer, draftId)
    expect(['approval-dropped', 'incomplete']).toContain(!answer.ok && answer.refusal.code)
  })

  it('is not approved when it changed between asking and approval', async () => {
    const { preparer, head, draftId } = await prepared()
    await askApproval(preparer, { draftId, at })
    const before = await requestOf(head, draftId)
    const other = await viewDraft(head, draftId)
    if (!other.ok || !before) throw new Error('nothing was asked')
    await db.execute(
      sql`update drafts set answers = answers || '{"facility_name":"Phòng khám Khác"}' where id = ${draftId}`,
    )
    expect(await decide(head, draftId)).toEqual(refused('approval-dropped'))
    // Asked again, the old request is no more.
    await askApproval(preparer, { draftId, at })
    const late = { draftId, requestId: before.id, decision: YES, at }
    expect(await decideFiling(head, late)).toEqual(refused('approval-decided'))
    expect(await decide(head, draftId)).toMatchObject({ ok: true })
    expect(await file(preparer, draftId)).toMatchObject({ ok: true })
  })

  it('drops an approval for another answer', async () => {
    const { preparer, draftId } = await approved()
    await db.execute(
      sql`update drafts set answers = answers || '{"facility_name":"Phòng khám Khác"}' where id = ${draftId}`,
    )
    expect(await file(preparer, draftId)).toEqual(refused('approval-dropped'))
  })

  it('is returned with a reason, and never without', async () => {
    const { preparer, head, draftId } = await prepared()
    await askApproval(preparer, { draftId, at })
    const back = (reason: string) => decide(head, draftId, { approves: false, reason })
    expect(await back('  ')).toEqual(refused('reason-missing'))
    expect(await back('Thiếu hợp đồng thuê mới')).toMatchObject({ ok: true })
    expect(await requestOf(preparer, draftId)).toMatchObject({
      state: 'returned',
      reason: 'Thiếu hợp đồng thuê mới',
    })
    expect(await file(preparer, draftId)).toEqual(refused('approval-needed'))
    expect((await viewMyTurn(preparer, at))?.notices[0]).toMatchObject({ kind: 'approval-refused' })
  })
})

describe('two at once', () => {
  it('approve once', async () => {
    const { preparer, head, draftId } = await prepared()
    await askApproval(preparer, { draftId, at })
    const requestId = (await requestOf(head, draftId))?.id ?? ''
    const press = () => decideFiling(head, { draftId, requestId, decision: YES, at })
    const answers = await Promise.all([press(), press()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual(refused('approval-decided'))
  })

  it('file once: the preparer after approval, and the representative', async () => {
    const { preparer, head, draftId } = await approved()
    const [one, other] = await Promise.all([file(preparer, draftId), file(head, draftId)])
    expect(one).toMatchObject({ ok: true })
    expect(other).toEqual(one)
  })
})

describe('who decides', () => {
  it('is the representative of that organisation alone', async () => {
    const { company, preparer, head, draftId } = await prepared()
    await askApproval(preparer, { draftId, at })
    const requestId = (await requestOf(head, draftId))?.id ?? ''
    const rival = await aCompany()
    const { actor: accountant } = await hire(company, 'accountant')
    for (const actor of [preparer, accountant, rival.head])
      expect(await decideFiling(actor, { draftId, requestId, decision: YES, at })).toEqual(
        refused('not-found'),
      )
    expect(await askApproval(accountant, { draftId, at })).toEqual(refused('not-found'))
    expect(await file(accountant, draftId)).toEqual(refused('not-found'))
  })

  it('needs no approval of their own', async () => {
    const { head, draftId } = await prepared()
    const filed = await file(head, draftId)
    if (!filed.ok) throw new Error(filed.refusal.code)
    expect(await findFiling(db, filed.value.dossierId)).toMatchObject({
      preparedBy: 'Phạm Thị Soạn',
      approvedBy: null,
      submittedBy: 'Đặng Quốc Việt',
    })
  })
})

describe('leave to file without approval', () => {
  it('is given to all preparers by the organisation, and taken back at once', async () => {
    const { preparer, head, draftId } = await prepared()
    await changeFilingRule(head, true)
    const trusted = await again(preparer)
    if (!trusted) throw new Error('no member')
    expect(await viewFiling(trusted, { draftId, at })).toMatchObject({ way: 'own' })
    await changeFilingRule(head, false)
    const asBefore = await again(preparer)
    expect(asBefore && (await file(asBefore, draftId))).toEqual(refused('approval-needed'))
    expect(await file(trusted, draftId)).toMatchObject({ ok: true })
  })

  it('is given to a consultant by the mandate, not by the rule for preparers', async () => {
    const company = await aCompany()
    await changeFilingRule(company.head, true)
    const { actor: bound } = await hire(company, 'consultant', { procedures: [PROCEDURE] })
    const { actor: free } = await hire(company, 'consultant', { mayFile: true, name: 'Tư Vấn Hai' })
    const draftId = await aFullDraft(bound)
    expect(await file(bound, draftId)).toEqual(refused('approval-needed'))
    const filed = await file(free, draftId)
    const dossierId = filed.ok ? filed.value.dossierId : ''
    const parties = await findParties(db, dossierId)
    expect(parties.find(({ role }) => role === 'representative')?.proof).toMatch(/^membership:/)
  })
})

describe('the record of who filed', () => {
  it('is never rewritten', async () => {
    const { head, draftId } = await prepared()
    expect(await file(head, draftId)).toMatchObject({ ok: true })
    await expect(db.update(dossierFilings).set({ approvedAt: at })).rejects.toThrow()
    await expect(db.delete(dossierFilings)).rejects.toThrow()
  })
})
