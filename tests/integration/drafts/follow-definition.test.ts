import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { appendDefinition, findDefinition } from '@/db/queries/definitions'
import { findOwnDraft } from '@/db/queries/drafts'
import { drafts } from '@/db/schema/drafts'
import { getProcedureBody } from '@/lib/casework/definitions'
import { dropLeft, noteNewsRead, openDraft } from '@/lib/drafts/follow-definition'
import { saveSection } from '@/lib/drafts/save-section'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import type { PersonActor } from '@/lib/identity/actor'
import type { Procedure } from '@/lib/procedures/procedure'
import { newId } from '@/lib/shared/ids'
import { clinicAnswers } from '@/tests/factories/answers'
import { aFullDraft, anApplicant, MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

/** The day on which the newer version is in force; on MONDAY the older one still is. */
const LATER = new Date('2026-12-07T03:00:00Z')
let published = 0

type Sections = Procedure['sections']
const inSection = (key: string, change: (section: Sections[number]) => Sections[number]) => {
  return ({ sections }: Procedure) => ({
    sections: sections.map((section) => (section.key === key ? change(section) : section)),
  })
}

function aDraft(actor: PersonActor): Promise<string> {
  return aFullDraft(actor, { answersOf: () => clinicAnswers({ his_software: 'Phần mềm Mẫu' }) })
}

/** Publishes another version of the procedure, in force from LATER. */
async function publish(change: (procedure: Procedure) => Partial<Procedure>): Promise<void> {
  const wanted = { kind: 'procedure', key: PROCEDURE, day: '2026-11-23' } as const
  const row = await findDefinition(db, wanted)
  if (!row) throw new Error('the procedure is not loaded')
  const procedure = getProcedureBody(row)
  published += 1
  const body = { ...procedure, ...change(procedure) }
  const version = {
    ...row,
    id: newId(),
    version: row.version + published,
    hash: `newer-${published}`,
    effectiveFrom: '2026-12-01',
    body,
  }
  await inTransaction((tx) => appendDefinition(tx, version))
}

async function opened(actor: PersonActor, draftId: string, at = LATER) {
  const found = await openDraft(actor, { draftId, at })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

const QUESTION = {
  key: 'cloud_backup',
  label: { vi: 'Có sao lưu dữ liệu không', en: 'Is data backed up' },
  type: 'text' as const,
  required: true,
  sensitive: false,
  maxLength: 100,
}

describe('a draft under a procedure that changes', () => {
  it('stays where it is while its version is in force', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const before = await opened(actor, draftId, MONDAY)
    expect(before).toMatchObject({ news: null, draft: { version: 2, movedFromVersionId: null } })
  })

  it('follows the newer version: answers stay, what is gone is kept aside, what is new is marked', async () => {
    await publish(
      inSection('it', (section) => ({
        ...section,
        fields: [
          ...section.fields
            .filter(({ key }) => key !== 'his_software')
            .map((field) =>
              field.key === 'his_connected' ? { ...field, required: false } : field,
            ),
          QUESTION,
        ],
      })),
    )
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const old = await opened(actor, draftId, MONDAY)
    const software = old.answers['his_software']
    const now = await opened(actor, draftId)
    expect(now.draft.version).toBe(old.draft.version + 1)
    expect(now.draft.movedFromVersionId).toBe(old.draft.procedureVersionId)
    expect(now.news?.fields).toEqual({ cloud_backup: 'new', his_connected: 'changed' })
    const { his_software: _gone, ...kept } = old.answers
    expect(now.answers).toEqual(kept)
    expect(now.written.left).toMatchObject([
      { kind: 'answer', key: 'his_software', why: 'removed', said: { vi: software } },
    ])
    const again = await opened(actor, draftId)
    expect(again.draft.version).toBe(now.draft.version)
  })

  it('is sent under the version in force only, once its owner has seen it', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const submission = { actor, draftId, key: newId(), at: LATER }
    expect(await submitDossier(submission)).toMatchObject({
      refusal: { code: 'procedure-changed' },
    })
    await opened(actor, draftId)
    expect(await submitDossier(submission)).toMatchObject({
      refusal: { code: 'incomplete', missing: [{ field: 'cloud_backup' }] },
    })
    const entries = [
      ['cloud_backup', 'Có, hằng ngày'],
      ['his_connected', 'true'],
    ] as const
    await saveSection(actor, { draftId, sectionKey: 'it', entries, at: LATER })
    const filed = await submitDossier(submission)
    expect(filed).toMatchObject({ ok: true })
  })

  it('keeps what an open page of the older form still writes', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const page = await opened(actor, draftId, MONDAY)
    await opened(actor, draftId)
    const entries = [['his_software', 'Viết trên trang cũ']] as const
    const expectedVersion = page.draft.version
    await saveSection(actor, { draftId, sectionKey: 'it', entries, expectedVersion, at: LATER })
    expect((await opened(actor, draftId)).written.left).toMatchObject([
      { key: 'his_software', said: { vi: 'Viết trên trang cũ' } },
    ])
  })

  it('drops the marks and what was kept aside when its owner says so', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    await opened(actor, draftId)
    await noteNewsRead(actor, { draftId })
    expect(await opened(actor, draftId)).toMatchObject({
      news: null,
      written: { left: [{ key: 'his_software' }] },
    })
    await dropLeft(actor, { draftId })
    expect((await opened(actor, draftId)).written.left).toEqual([])
    const stranger = await anApplicant()
    expect(await dropLeft(stranger, { draftId })).toMatchObject({ ok: false })
  })

  it('keeps in words an answer that the newer form does not accept, and names of files without a place', async () => {
    await publish(({ sections, papers, checklist }) => ({
      papers: papers.filter(({ key }) => key !== 'lease'),
      checklist: checklist.filter((item) => !item.papers?.includes('lease')),
      sections: sections.map((section) => ({
        ...section,
        fields: section.fields
          .filter((field) => field.type !== 'paper' || field.paper !== 'lease')
          .map((field) =>
            field.key === 'facility_name' && field.type === 'text'
              ? { ...field, maxLength: 5 }
              : field,
          ),
      })),
    }))
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const { facility_name: name } = (await opened(actor, draftId, MONDAY)).answers
    const now = await opened(actor, draftId)
    expect(now.answers).not.toHaveProperty('facility_name')
    expect(now.written.left).toMatchObject([
      { key: 'facility_name', why: 'unfit', said: { vi: name } },
      { kind: 'paper', key: 'lease', said: { vi: 'giay-to.pdf' } },
    ])
    expect(now.papers.map(({ slotKey }) => slotKey)).toContain('lease')
  })

  it('does not leave the dossier’s version when it changes a dossier', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const filed = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    if (!filed.ok) throw new Error(filed.refusal.code)
    const owner = { personId: actor.personId, organisationId: null }
    const other = await aDraft(actor)
    const changesDossierId = filed.value.dossierId
    await db.update(drafts).set({ changesDossierId }).where(eq(drafts.id, other))
    const before = await findOwnDraft(db, owner, other)
    expect((await opened(actor, other)).draft.procedureVersionId).toBe(before?.procedureVersionId)
  })
})
