import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findOwnDraft } from '@/db/queries/drafts'
import { findFile } from '@/db/queries/files'
import { saveOrganisation } from '@/db/queries/identity'
import { rulesAt } from '@/lib/casework/form-rules'
import { attachPaper } from '@/lib/drafts/attach-paper'
import { discardDraft } from '@/lib/drafts/discard-draft'
import { originsOf } from '@/lib/drafts/prefill'
import { startDraft } from '@/lib/drafts/start-draft'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { aPdf } from '@/tests/helpers/pdf'
import { aFullDraft, anApplicant, MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'
import { aKnownPerson } from './known-person'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

async function begin(actor: PersonActor): Promise<string> {
  const started = await startDraft(actor, { procedureKey: PROCEDURE, at: MONDAY })
  if (!started.ok) throw new Error(started.refusal.code)
  return started.value.draftId
}

async function view(actor: PersonActor, draftId: string) {
  const found = await viewDraft(actor, draftId)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

describe('a new draft', () => {
  it('of a procedure about a person names who files it for themselves, sex by the personal number', async () => {
    const actor = await aKnownPerson()
    const started = await startDraft(actor, { procedureKey: 'cchnd-new', at: MONDAY })
    if (!started.ok) throw new Error(started.refusal.code)
    expect((await view(actor, started.value.draftId)).answers).toMatchObject({
      app_full_name: 'Lê Thị Mẫu',
      app_date_of_birth: '1988-09-02',
      app_gender: 'nu',
    })
  })

  it('holds what the sign-in tells of a person, and knows where it came from', async () => {
    const actor = await aKnownPerson()
    const { answers, procedure, draft } = await view(actor, await begin(actor))
    expect(answers).toEqual({
      org_type: 'ca-nhan',
      owner_person: {
        full_name: 'Lê Thị Mẫu',
        id_number: '001188000123',
        date_of_birth: '1988-09-02',
        phone: '+84900000101',
        email: 'mau@demo.test',
      },
      owner_address: { province: '01', commune: '00175', street: 'Số 12, phố Mẫu' },
      org_phone: '+84900000101',
      org_email: 'mau@demo.test',
    })
    expect(JSON.stringify(draft.answers)).not.toContain('001188000123')
    const rules = rulesAt(procedure, MONDAY)
    const changed = { ...answers, org_email: 'khac@demo.test' }
    expect(await originsOf(actor, rules, { draft, answers: changed })).toEqual({
      org_type: { kind: 'account' },
      owner_person: { kind: 'eid' },
      owner_address: { kind: 'eid' },
      org_phone: { kind: 'account' },
    })
  })

  it('holds what the register tells of the organisation and of the person who represents it', async () => {
    const person = await aKnownPerson()
    const organisationId = await inTransaction((tx) =>
      saveOrganisation(tx, {
        id: newId(),
        name: 'Công ty TNHH Nha khoa An Bình',
        taxCode: '0100112437',
        kind: 'organisation',
        address: 'Số 8, phố Mẫu, quận Cầu Giấy, thành phố Hà Nội',
        createdAt: MONDAY,
      }),
    )
    const capacity = {
      kind: 'organisation' as const,
      organisationId,
      mandateId: newId(),
      organisationName: 'Công ty TNHH Nha khoa An Bình',
    }
    const actor = { ...person, capacity }
    const { answers } = await view(actor, await begin(actor))
    expect(answers).toMatchObject({
      org_name: 'Công ty TNHH Nha khoa An Bình',
      org_tax_code: '0100112437',
      org_legal_rep: { full_name: 'Lê Thị Mẫu', id_number: '001188000123' },
    })
    // Which kind of company it is, and where its old district lies now, is left to the person.
    expect(answers).not.toHaveProperty('org_type')
    expect(answers).not.toHaveProperty('org_head_office')
  })
})

describe('a draft begun with the answers to the preparation', () => {
  const given = new URLSearchParams([
    ['premises_ownership', 'thue'],
    ['radiation_use', 'true'],
    ['non_profit', 'perhaps'],
    ['org_type', 'cong-ty-tnhh'],
    ['org_name', 'Phòng khám Nặc danh'],
    ['made_up', '1'],
  ]).toString()

  it('holds those that the definition asks for; what the sign-in knows goes before them', async () => {
    const actor = await aKnownPerson()
    const started = await startDraft(actor, { procedureKey: PROCEDURE, given, at: MONDAY })
    if (!started.ok) throw new Error(started.refusal.code)
    const { answers, draft } = await view(actor, started.value.draftId)
    expect(answers).toMatchObject({
      premises_ownership: 'thue',
      radiation_use: true,
      org_type: 'ca-nhan',
      owner_person: { full_name: 'Lê Thị Mẫu' },
    })
    for (const key of ['non_profit', 'org_name', 'made_up']) expect(answers).not.toHaveProperty(key)
    expect(draft.doneSections).toEqual([])
  })

  it('leaves the draft alone that was there before', async () => {
    const actor = await aKnownPerson()
    const before = await view(actor, await begin(actor))
    await startDraft(actor, { procedureKey: PROCEDURE, given, at: MONDAY })
    expect(await view(actor, before.draft.id)).toEqual(before)
  })
})

describe('giving a draft up', () => {
  it('deletes answers and uploads for good, once, and only for its owner', async () => {
    const actor = await anApplicant()
    const draftId = await begin(actor)
    async function* files() {
      const bytes = await aPdf('GPHN')
      yield {
        declaredName: 'gphn.pdf',
        bytes: (async function* () {
          yield new Uint8Array(bytes)
        })(),
      }
    }
    const address = { draftId, slotKey: 'rp-licence', at: MONDAY }
    const attached = await attachPaper(actor, address, files())
    const fileId = attached.ok ? attached.value.attached[0]?.id : undefined
    if (!fileId) throw new Error('nothing was attached')
    const stranger = await anApplicant('Trần Văn Thử')
    expect(await discardDraft(stranger, draftId)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await discardDraft(actor, draftId)).toEqual({ ok: true, value: { draftId } })
    const owner = { personId: actor.personId, organisationId: null }
    expect(await findOwnDraft(db, owner, draftId)).toBeUndefined()
    expect(await findFile(db, fileId)).toBeUndefined()
    expect(await discardDraft(actor, draftId)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  it('leaves alone what was filed', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor)
    const filed = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    if (!filed.ok) throw new Error(filed.refusal.code)
    expect(await discardDraft(actor, draftId)).toMatchObject({
      refusal: { code: 'draft-submitted', dossierId: filed.value.dossierId },
    })
    expect((await view(actor, draftId)).papers).toBeDefined()
  })
})
