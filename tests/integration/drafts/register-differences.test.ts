import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findVersions } from '@/db/queries/dossiers'
import { changeDraft } from '@/db/queries/drafts'
import { findCaseFile, readAnswers } from '@/lib/casework/case-file'
import { markOfDoubts } from '@/lib/casework/read-doubts'
import { caseDoubts } from '@/lib/dossiers/case-doubts'
import { compareParties } from '@/lib/dossiers/compare-parties'
import { viewForOffice, viewForOwner } from '@/lib/dossiers/view-dossier'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { changeContent } from '@/lib/supplements/change-content'
import { startChange } from '@/lib/supplements/start-change'
import { clinicAnswers } from '@/tests/factories/answers'
import { openRegisters, type RegistersNextDoor } from '@/tests/helpers/registers'
import {
  aFullDraft,
  anOfficer,
  fileKnowingly,
  MONDAY,
  payFor,
  setTheStage,
} from '../dossiers/stage'
import { done } from '../dossiers/walk'
import { forOrganisation } from './for-organisation'

let end: () => Promise<void>
let registers: RegistersNextDoor
beforeAll(async () => {
  registers = await openRegisters()
  end = await setTheStage()
})
afterAll(async () => {
  registers.close()
  await end()
})
beforeEach(() => {
  registers.faults.registersDown = false
})

const LATER = new Date('2026-11-24T02:00:00Z')
const AN_BINH = { taxCode: '0100112437' }
const BINH_MINH = { taxCode: '0312687878', name: 'Công ty TNHH Y khoa Bình Minh' }
/** The register knows it under a longer name and another representative. */
const renamed = () =>
  clinicAnswers({
    org_name: BINH_MINH.name,
    org_tax_code: BINH_MINH.taxCode,
    org_reg_number: BINH_MINH.taxCode,
  })
const NAME = {
  register: 'enterprise',
  part: 'name',
  path: 'org_name',
  said: 'CÔNG TY TRÁCH NHIỆM HỮU HẠN Y KHOA BÌNH MINH SÀI GÒN',
}
const REPRESENTATIVE = {
  register: 'enterprise',
  part: 'legal_representative',
  path: 'org_legal_rep.full_name',
  said: 'VÕ THỊ KHÁC',
}

const legalRepresentative = {
  full_name: 'Đặng Quốc Việt',
  position: 'Giám đốc',
  id_number: '001085001234',
}
/** A birthday that is not the one of that number. */
const misdated = () =>
  clinicAnswers({ org_legal_rep: { ...legalRepresentative, date_of_birth: '1985-04-21' } })
const BIRTH_DATE = {
  register: 'population',
  part: 'birth_date',
  path: 'org_legal_rep.date_of_birth',
}

const submission = (actor: PersonActor, draftId: string) => ({
  actor,
  draftId,
  key: newId(),
  at: MONDAY,
})
const send = (actor: PersonActor, draftId: string) => submitDossier(submission(actor, draftId))
const sendKnowingly = async (actor: PersonActor, draftId: string) =>
  done(await fileKnowingly(submission(actor, draftId)))
const insistedIn = async (dossierId: string) =>
  (await findVersions(db, dossierId)).map(({ insisted }) => insisted)

async function filed(actor: PersonActor, answersOf: typeof clinicAnswers): Promise<string> {
  const draftId = await aFullDraft(actor, { answersOf: () => answersOf() })
  const { dossierId } = await sendKnowingly(actor, draftId)
  await payFor(actor, dossierId)
  return dossierId
}

describe('a dossier of which a register says something otherwise', () => {
  it('is asked about once, and filed when its owner keeps what they declared', async () => {
    const actor = await forOrganisation(BINH_MINH)
    const draftId = await aFullDraft(actor, { answersOf: renamed })
    expect(await send(actor, draftId)).toMatchObject({
      refusal: { code: 'doubts-unread', findings: [], differences: [NAME, REPRESENTATIVE] },
    })
    const { dossierId } = await sendKnowingly(actor, draftId)
    expect(await insistedIn(dossierId)).toEqual([[NAME, REPRESENTATIVE]])
  })

  it('says of a person only which part differs, to the applicant and in what is kept', async () => {
    const actor = await forOrganisation(AN_BINH)
    const draftId = await aFullDraft(actor, { answersOf: misdated })
    expect(await send(actor, draftId)).toMatchObject({ refusal: { differences: [BIRTH_DATE] } })
    const { dossierId } = await sendKnowingly(actor, draftId)
    expect(await insistedIn(dossierId)).toEqual([[BIRTH_DATE]])
  })

  it('is filed without a question when everything agrees', async () => {
    const actor = await forOrganisation(AN_BINH)
    const draftId = await aFullDraft(actor)
    expect(await send(actor, draftId)).toMatchObject({ ok: true })
  })

  it('is filed without a question while the registers are out of order', async () => {
    registers.faults.registersDown = true
    const actor = await forOrganisation({ taxCode: '0100113039' })
    const draftId = await aFullDraft(actor, { answersOf: misdated })
    const { dossierId } = done(await send(actor, draftId))
    expect(await insistedIn(dossierId)).toEqual([[]])
  })

  it('is asked about when the content is changed, and the officer sees what it says last', async () => {
    const owner = await forOrganisation(BINH_MINH)
    const dossierId = await filed(owner, renamed)
    const { draftId } = done(await startChange(owner, { dossierId, at: LATER }))
    const { draft } = done(await viewDraft(owner, draftId))
    const answers = { ...draft.answers, org_name: 'Công ty TNHH Y khoa Bình Minh Mới' }
    await inTransaction((tx) => changeDraft(tx, draftId, { answers, updatedAt: LATER }))
    const change = { draftId, at: LATER }
    const asked = await changeContent(owner, change)
    if (asked.ok || asked.refusal.code !== 'doubts-unread') throw new Error('nothing was asked')
    expect(asked.refusal.differences).toEqual([NAME, REPRESENTATIVE])
    done(await changeContent(owner, { ...change, insists: markOfDoubts(asked.refusal) }))
    expect(await insistedIn(dossierId)).toHaveLength(2)
    const desk = await anOfficer('deskOfficer')
    const { differences } = done(await viewForOffice(desk, { dossierId, at: LATER }))
    expect(differences).toEqual([REPRESENTATIVE, NAME])
  })

  it('is asked for by a dossier that was sent already no second time', async () => {
    const actor = await forOrganisation(BINH_MINH)
    const draftId = await aFullDraft(actor, { answersOf: renamed })
    const { dossierId } = await sendKnowingly(actor, draftId)
    expect(await send(actor, draftId)).toEqual({ ok: true, value: { dossierId } })
  })
})

describe('the officer', () => {
  it('sees what the applicant was told and kept, until they put it right', async () => {
    const dossierId = await filed(await forOrganisation(BINH_MINH), renamed)
    const desk = await anOfficer('deskOfficer')
    const { differences } = done(await viewForOffice(desk, { dossierId, at: MONDAY }))
    expect(differences).toEqual([NAME, REPRESENTATIVE])
    const file = done(await findCaseFile(db, desk, { dossierId, right: 'view-papers' }))
    const answers = { ...(await readAnswers(db, file)), org_name: 'Tên đã sửa' }
    expect((await caseDoubts(file, answers)).differences).toEqual([REPRESENTATIVE])
  })

  it('sees how the parties stand in the registers now, each once', async () => {
    const dossierId = await filed(await forOrganisation(AN_BINH), misdated)
    const desk = await anOfficer('deskOfficer')
    expect(await compareParties(desk, dossierId)).toEqual([
      {
        register: 'enterprise',
        name: 'Công ty TNHH Nha khoa An Bình',
        path: 'org_name',
        result: 'agrees',
        differences: [],
      },
      {
        register: 'population',
        name: 'Đặng Quốc Việt',
        path: 'org_legal_rep.full_name',
        result: 'differs',
        differences: [BIRTH_DATE],
      },
    ])
    registers.faults.registersDown = true
    expect(await compareParties(desk, dossierId)).toMatchObject([
      // The register of enterprises was asked a moment ago.
      { result: 'agrees' },
      { result: 'unavailable', differences: [] },
    ])
  })

  it('leaves a trace when people were looked up, and the owner can read it', async () => {
    const owner = await forOrganisation(AN_BINH)
    const dossierId = await filed(owner, misdated)
    await compareParties(await anOfficer('deskOfficer'), dossierId)
    const { looks } = done(await viewForOwner(owner, { dossierId, at: MONDAY }))
    expect(looks.map(({ purpose }) => purpose)).toEqual(['population-check'])
  })

  it('of another agency, and the applicant, look nothing up', async () => {
    const owner = await forOrganisation(AN_BINH)
    const dossierId = await filed(owner, misdated)
    const stranger = await anOfficer('deskOfficer', { agencyId: 'syt-79' })
    expect(await compareParties(stranger, dossierId)).toBeUndefined()
    expect(await compareParties(owner, dossierId)).toBeUndefined()
    expect(done(await viewForOwner(owner, { dossierId, at: MONDAY })).looks).toEqual([])
  })
})

// The last one: a register that was silent is left alone for half a minute.
describe('registers that say nothing at all', () => {
  it('hold the filing up no longer than their time limit, and no row of the database', async () => {
    const actor = await forOrganisation({ taxCode: '0100113046' })
    const draftId = await aFullDraft(actor, { answersOf: misdated })
    registers.faults.registersSilent = true
    const start = performance.now()
    const sending = send(actor, draftId)
    await new Promise((later) => setTimeout(later, 1_000))
    // Meanwhile nobody else waits for the draft.
    await inTransaction((tx) => changeDraft(tx, draftId, { updatedAt: MONDAY }))
    expect(performance.now() - start).toBeLessThan(2_500)
    expect(await sending).toMatchObject({ ok: true })
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
