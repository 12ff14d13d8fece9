import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findDraftChanges } from '@/db/queries/draft-changes'
import { findOwnDraft } from '@/db/queries/drafts'
import { saveOrganisation } from '@/db/queries/identity'
import { discardDraft } from '@/lib/drafts/discard-draft'
import { openClashes } from '@/lib/drafts/open-clashes'
import { type SavedSection, type SectionSaving, saveSection } from '@/lib/drafts/save-section'
import { startDraft } from '@/lib/drafts/start-draft'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import type { FormEntries } from '@/lib/procedures/parse-form'
import { newId } from '@/lib/shared/ids'
import { anApplicant, MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

async function aDraft(actor: PersonActor): Promise<string> {
  const started = await startDraft(actor, { procedureKey: PROCEDURE, at: MONDAY })
  if (!started.ok) throw new Error(started.refusal.code)
  return started.value.draftId
}

/** A page of one section: what a tab knows, and what stands in its boxes. */
async function aTab(actor: PersonActor, draftId: string, sectionKey = 'it') {
  const seen = await viewDraft(actor, draftId)
  if (!seen.ok) throw new Error(seen.refusal.code)
  let version = seen.value.draft.version
  let bases: Record<string, number> = {}
  const page = newId()
  return async (
    entries: FormEntries,
    choices: NonNullable<SectionSaving['choices']> = {},
  ): Promise<SavedSection> => {
    const began = { expectedVersion: version, bases, page }
    const saving = { draftId, sectionKey, entries, choices, ...began }
    const saved = await saveSection(actor, { ...saving, at: MONDAY })
    if (!saved.ok) throw new Error(saved.refusal.code)
    version = saved.value.version
    const clashes = [...saved.value.conflicts, ...saved.value.others]
    bases = Object.fromEntries(clashes.map(({ part, since }) => [part, since]))
    return saved.value
  }
}

async function stored(actor: PersonActor, draftId: string) {
  const view = await viewDraft(actor, draftId)
  if (!view.ok) throw new Error(view.refusal.code)
  return view.value
}

const software = (text: string, code = ''): FormEntries => [
  ['his_software', text],
  ['eprescription_code', code],
]

describe('a draft in two tabs', () => {
  it('keeps what each of them alone changed, and tells the later one', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const [first, second] = [await aTab(actor, draftId), await aTab(actor, draftId)]
    await first(software('Phần mềm Một'))
    const saved = await second(software('', 'DT-01'))
    expect(saved.conflicts).toEqual([])
    expect(saved.others).toMatchObject([{ part: 'his_software', by: null, at: MONDAY }])
    expect((await stored(actor, draftId)).answers).toMatchObject({
      his_software: 'Phần mềm Một',
      eprescription_code: 'DT-01',
    })
  })

  it('goes on keeping it although the later page still shows the old text', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const [first, second] = [await aTab(actor, draftId), await aTab(actor, draftId)]
    await first(software('Phần mềm Một'))
    await second(software('', 'DT-01'))
    await second(software('', 'DT-02'))
    expect((await stored(actor, draftId)).answers).toMatchObject({
      his_software: 'Phần mềm Một',
      eprescription_code: 'DT-02',
    })
  })

  it('overwrites nothing that both changed, until the writer chooses', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const [first, second] = [await aTab(actor, draftId), await aTab(actor, draftId)]
    await first(software('Một'))
    const told = await second(software('Hai'))
    expect(told.conflicts).toMatchObject([
      { part: 'his_software', mine: { answer: 'Hai' }, theirs: { answer: 'Một' } },
    ])
    await second(software('Hai, viết tiếp'))
    expect((await stored(actor, draftId)).answers).toMatchObject({ his_software: 'Một' })
    const chosen = await second(software('Hai, viết tiếp'), { his_software: 'mine' })
    expect(chosen.conflicts).toEqual([])
    expect((await stored(actor, draftId)).answers).toMatchObject({ his_software: 'Hai, viết tiếp' })
  })

  it('does not take a choice for a text that was written after it was shown', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const [first, second] = [await aTab(actor, draftId), await aTab(actor, draftId)]
    await first(software('Một'))
    await second(software('Hai'))
    await first(software('Một, sửa lại'))
    const chosen = await second(software('Hai'), { his_software: 'mine' })
    expect(chosen.conflicts).toMatchObject([{ theirs: { answer: 'Một, sửa lại' } }])
  })

  it('brings the undecided text back to whoever wrote it after the browser died', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const [first, second] = [await aTab(actor, draftId), await aTab(actor, draftId)]
    await first(software('Một'))
    const { section } = await second(software('Hai'))
    const view = await stored(actor, draftId)
    expect(await openClashes(actor, view, section)).toMatchObject({
      clashes: [{ part: 'his_software', theirs: { answer: 'Một' } }],
      texts: { his_software: ['Hai'] },
    })
    await second(software('Hai'), { his_software: 'theirs' })
    const after = await openClashes(actor, await stored(actor, draftId), section)
    expect(after.clashes).toEqual([])
  })
})

describe('a page whose answers get lost', () => {
  it('goes on from what it wrote itself, and is still told of others', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const page = newId()
    const save = (text: string) =>
      saveSection(actor, {
        draftId,
        sectionKey: 'it',
        entries: software(text),
        expectedVersion: 1,
        page,
        at: MONDAY,
      })
    await save('Một')
    expect(await save('Một hai')).toMatchObject({ value: { conflicts: [], others: [] } })
    const other = await aTab(actor, draftId)
    await other(software('Nơi khác'))
    expect(await save('Một hai ba')).toMatchObject({
      value: { conflicts: [{ theirs: { answer: 'Nơi khác' } }] },
    })
  })
})

describe('two colleagues', () => {
  it('are told each other’s names, and one person’s two tabs are not', async () => {
    const organisationId = await inTransaction((tx) =>
      saveOrganisation(tx, {
        id: newId(),
        kind: 'organisation',
        name: 'Công ty Mẫu',
        taxCode: '0101234567',
        createdAt: MONDAY,
      }),
    )
    const capacity = {
      kind: 'organisation' as const,
      organisationId,
      mandateId: newId(),
      organisationName: 'Công ty Mẫu',
    }
    const [an, binh] = [await anApplicant('Trần An'), await anApplicant('Lê Bình')]
    const [one, other] = [
      { ...an, capacity },
      { ...binh, capacity },
    ]
    const draftId = await aDraft(one)
    const [first, second] = [await aTab(one, draftId), await aTab(other, draftId)]
    await first(software('Của An'))
    const told = await second(software('Của Bình'))
    expect(told.conflicts).toMatchObject([{ by: 'Trần An', theirs: { answer: 'Của An' } }])
    const { section } = told
    const forAn = await openClashes(one, await stored(one, draftId), section)
    expect(forAn.clashes).toEqual([])
  })
})

describe('text that is no answer yet', () => {
  it('is there again on the next visit, sealed in the database', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const save = await aTab(actor, draftId, 'responsible-person')
    await save([['rp_id_number', '00108500']])
    const { written } = await stored(actor, draftId)
    expect(written.unread).toEqual({ rp_id_number: { rp_id_number: ['00108500'] } })
    const owner = { personId: actor.personId, organisationId: null }
    const row = await findOwnDraft(db, owner, draftId)
    expect(JSON.stringify(row)).not.toContain('00108500')
    await save([['rp_id_number', '001085001234']])
    expect((await stored(actor, draftId)).written.unread).toEqual({})
  })

  it('leaves no text in what is remembered of the changes, and goes with the draft', async () => {
    const actor = await anApplicant()
    const draftId = await aDraft(actor)
    const save = await aTab(actor, draftId, 'responsible-person')
    await save([['rp_id_number', '001085001234']])
    await save([['rp_id_number', '001085009999']])
    const changes = await findDraftChanges(db, draftId, 0)
    expect(changes.map(({ part }) => part)).toEqual(['rp_id_number', 'rp_id_number'])
    expect(JSON.stringify(changes)).not.toContain('001085001234')
    await discardDraft(actor, draftId)
    expect(await findDraftChanges(db, draftId, 0)).toEqual([])
  })
})
