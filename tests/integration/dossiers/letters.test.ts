import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument, findDocumentFile, findDocumentNumber } from '@/db/queries/documents'
import { findFile } from '@/db/queries/files'
import { openFile } from '@/lib/dossiers/open-file'
import { readFileBytes } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import { listLettersToSeal } from '@/lib/letters/letters-to-seal'
import { sealLetter } from '@/lib/letters/seal-letter'
import { signLetter } from '@/lib/letters/sign-letter'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { findRegistered } from '@/lib/verification/find-registered'
import { verifyDocument } from '@/lib/verification/verify-document'
import { aDossierUnderWork, ask, authorise, grant, jobOf, seal, sign, typesOf } from './letter-walk'
import { anApplicant, anOfficer, setTheStage } from './stage'
import { done } from './walk'

let end: () => Promise<void>
let owner: PersonActor
let dossierId: string
beforeAll(async () => {
  end = await setTheStage()
  owner = await anApplicant()
})
beforeEach(async () => {
  dossierId = await aDossierUnderWork(owner)
  done(await ask(dossierId))
})
afterAll(() => end())

const KIND = 'extension-letter'
const refused = (code: string) => ({ ok: false, refusal: { code } })
const letter = async () => {
  const document = await findDocument(db, dossierId, KIND)
  if (!document) throw new Error('no letter')
  return document
}
const fileOf = async (stage: 'signed' | 'issued') =>
  findDocumentFile(db, (await letter()).id, stage)
async function signed() {
  done(await grant(dossierId, KIND))
  await sign(dossierId, KIND)
}
async function issued() {
  await signed()
  done(await authorise(dossierId, KIND))
  await seal(dossierId)
}

describe('a letter of the agency', () => {
  it('is ours by two signatures, before and after the register is asked', async () => {
    await issued()
    const row = await fileOf('issued')
    const file = row && (await findFile(db, row.fileId))
    const bytes = await readFileBytes(file?.storageKey ?? '')
    const question = { trust: await configuredTrust(), at: new Date(), findRegistered }
    const report = await verifyDocument(bytes, question)
    expect(report).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(report.signatures.map(({ role }) => role)).toEqual(['leader', 'seal'])
    expect(report.registered?.number).toBe((await letter()).number)
    expect(await verifyDocument(bytes, question)).toEqual(report)
  })

  it('survives a worker that is killed after any step: one file, one number, one event', async () => {
    done(await grant(dossierId, KIND))
    const signing = await jobOf(dossierId, 'grant-extension')
    await Promise.all([signLetter(signing), signLetter(signing)])
    await signLetter(signing)
    done(await authorise(dossierId, KIND))
    const sealing = await jobOf(dossierId, 'authorise-letter')
    await Promise.all([sealLetter(sealing), sealLetter(sealing)])
    const first = await fileOf('issued')
    await sealLetter(sealing)
    await signLetter(signing)
    expect(await fileOf('issued')).toEqual(first)
    const types = await typesOf(dossierId)
    for (const type of ['letter-signed', 'authorise-letter', 'issue-letter'])
      expect(types.filter((known) => known === type)).toHaveLength(1)
  })

  it('has no number before the clerk’s act, and none after a refused one', async () => {
    await signed()
    expect(await findDocumentNumber(db, (await letter()).id)).toBeUndefined()
    const leader = await anOfficer('agencyLeader')
    expect(await authorise(dossierId, KIND, leader)).toMatchObject(refused('not-permitted'))
    expect(await findDocumentNumber(db, (await letter()).id)).toBeUndefined()
    expect(await fileOf('issued')).toBeUndefined()
  })

  it('gets its number once; two numbers in a row leave none out', async () => {
    await signed()
    done(await authorise(dossierId, KIND))
    expect(await authorise(dossierId, KIND)).toMatchObject(refused('nothing-to-seal'))
    await seal(dossierId)
    expect(await authorise(dossierId, KIND)).toMatchObject(refused('nothing-to-seal'))
    const first = await findDocumentNumber(db, (await letter()).id)
    dossierId = await aDossierUnderWork(owner)
    done(await ask(dossierId))
    await issued()
    const second = await findDocumentNumber(db, (await letter()).id)
    expect((second?.ordinal ?? 0) - (first?.ordinal ?? 0)).toBe(1)
    expect([first?.series, second?.series]).toEqual(['CV', 'CV'])
  })

  it('is sealed by nobody who signed it (four eyes)', async () => {
    await signed()
    const leader = await anOfficer('agencyLeader')
    const roles = { ...leader.capacity, roles: ['recordsClerk' as const] }
    const alsoClerk: PersonActor = { ...leader, capacity: roles }
    expect(await authorise(dossierId, KIND, alsoClerk)).toMatchObject(refused('not-permitted'))
  })

  it('lies in the clerk’s list from signature to seal', async () => {
    const clerk = await anOfficer('recordsClerk')
    const inList = async () =>
      (await listLettersToSeal(clerk)).some((row) => row.dossierId === dossierId)
    expect(await inList()).toBe(false)
    await signed()
    expect(await inList()).toBe(true)
    done(await authorise(dossierId, KIND))
    expect(await inList()).toBe(false)
    expect(await listLettersToSeal(await anOfficer('deskOfficer'))).toEqual([])
  })
})

describe('who reads a letter', () => {
  it('the owner and the agency once it is issued, before that the agency alone, others never', async () => {
    await issued()
    const [early, final] = [await fileOf('signed'), await fileOf('issued')]
    const desk = await anOfficer('deskOfficer')
    const stranger = await anApplicant('Trần Văn Thử')
    const elsewhere = await anOfficer('deskOfficer', { agencyId: 'syt-79' })
    const opens = async (who: PersonActor, file = final) =>
      (await openFile(who, file?.fileId ?? '')).ok
    expect(await opens(owner)).toBe(true)
    expect(await opens(desk)).toBe(true)
    expect(await opens(owner, early)).toBe(false)
    expect(await opens(desk, early)).toBe(true)
    expect(await opens(stranger)).toBe(false)
    expect(await opens(elsewhere)).toBe(false)
  })
})
