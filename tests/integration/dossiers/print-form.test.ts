import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findLooks } from '@/db/queries/casework'
import { printBlankForm } from '@/lib/administration/blank-form'
import { printFormForOffice, printFormForOwner } from '@/lib/dossiers/print-form'
import { printDraft } from '@/lib/drafts/print-draft'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { mapSensitive } from '@/lib/procedures/sensitive'
import { newId } from '@/lib/shared/ids'
import { clinicAnswers } from '@/tests/factories/answers'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { readTree, spoken } from '@/tests/unit/documents/read-tree'
import {
  aFullDraft,
  anApplicant,
  anOfficer,
  aPaidDossier,
  MONDAY,
  PROCEDURE,
  setTheStage,
} from './stage'
import { done } from './walk'

let strikeTheStage: () => Promise<void>
beforeAll(async () => {
  strikeTheStage = await setTheStage()
})
afterAll(() => strikeTheStage())

const ANSWERS = clinicAnswers()
const REPRESENTATIVE = '001085001234'
const notFound = { ok: false, refusal: { code: 'not-found' } }

async function said(bytes: Uint8Array): Promise<string> {
  return spoken((await readTree(bytes)).root)
}

describe('the form of a dossier', () => {
  it('is whole for its owner, with where it was filed and when', async () => {
    const owner = await anApplicant()
    const dossierId = await aPaidDossier(owner)
    const { bytes, reference } = done(await printFormForOwner(owner, { dossierId, at: MONDAY }))
    const text = await said(bytes)
    expect(text).toContain(`Mã hồ sơ ${reference}, nộp lúc 10 giờ 00 phút, ngày 23 tháng 11`)
    expect(text).toContain('Kính gửi: Sở Y tế')
    expect(text).toContain(String(ANSWERS['org_name']))
    expect(text).toContain(REPRESENTATIVE)
    expect(text).not.toContain('•')
  })

  it('shows an officer the last figures of identifiers, and the owner who looked', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const officer = await anOfficer('deskOfficer')
    const before = (await findLooks(db, dossierId)).length
    const { bytes } = done(await printFormForOffice(officer, { dossierId, at: MONDAY }))
    const text = await said(bytes)
    expect(text).toContain(String(ANSWERS['org_name']))
    const identifiers: string[] = []
    mapSensitive(CLINIC, ANSWERS, (value) => {
      identifiers.push(value)
      return value
    })
    expect(identifiers).toContain(REPRESENTATIVE)
    for (const identifier of identifiers) expect(text).not.toContain(identifier)
    expect(text).toContain('•••••••••234')
    expect((await findLooks(db, dossierId)).length).toBe(before + 1)
  })

  it('is not there for strangers, other agencies, and owners at the door of the office', async () => {
    const owner = await anApplicant()
    const dossierId = await aPaidDossier(owner)
    const asked = { dossierId, at: MONDAY }
    const elsewhere = await anOfficer('deskOfficer', { agencyId: 'syt-79' })
    const officer = await anOfficer('deskOfficer')
    expect(await printFormForOwner(await anApplicant('Trần Văn Lạ'), asked)).toEqual(notFound)
    expect(await printFormForOffice(elsewhere, asked)).toEqual(notFound)
    expect(await printFormForOffice(owner, asked)).toEqual(notFound)
    expect(await printFormForOwner(officer, asked)).toEqual(notFound)
    expect(await printFormForOwner(owner, { ...asked, dossierId: newId() })).toEqual(notFound)
  })
})

describe('the form of a draft', () => {
  it('is its owner’s, marked as one, and gone when it was sent', async () => {
    const owner = await anApplicant()
    const draftId = await aFullDraft(owner)
    const text = await said(done(await printDraft(owner, { draftId, at: MONDAY })))
    expect(text).toContain('Bản nháp – chưa nộp')
    expect(text).toContain(REPRESENTATIVE)
    expect(text).toContain('Kính gửi: Sở Y tế')
    const stranger = await anApplicant('Trần Văn Lạ')
    expect(await printDraft(stranger, { draftId, at: MONDAY })).toEqual(notFound)
    done(await submitDossier({ actor: owner, draftId, key: newId(), at: MONDAY }))
    expect(await printDraft(owner, { draftId, at: MONDAY })).toEqual(notFound)
  })
})

describe('the empty form', () => {
  it('is there for every procedure in force, and for no other name', async () => {
    const bytes = await printBlankForm(PROCEDURE)
    expect(await said(bytes ?? new Uint8Array())).toContain('ĐƠN ĐỀ NGHỊ')
    expect(await printBlankForm('no-such-procedure')).toBeUndefined()
  })
})
