import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findFile } from '@/db/queries/files'
import { findVisit } from '@/db/queries/inspections'
import {
  confirmAsLead,
  confirmMinutes,
  minutesSubject,
  recordPaperSignature,
  requestMinutesCode,
} from '@/lib/dossiers/inspections/confirm-minutes'
import { attestMinutes, signMinutes } from '@/lib/dossiers/inspections/sign-minutes'
import { readFileBytes } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { anApplicant, anOfficer, MONDAY, setTheStage } from './stage'
import { aWalkInAppraisal } from './supplement-walk'
import { close, holdInspection, judge, must, plan } from './visit'
import { CODE, sendCode } from './walk'

let end: () => Promise<void>
let owner: PersonActor
let officer: Awaited<ReturnType<typeof anOfficer>>
let dossierId: string
beforeAll(async () => {
  end = await setTheStage()
})
beforeEach(async () => {
  ;({ owner, officer, dossierId } = await aWalkInAppraisal())
})
afterAll(() => end())

const at = (moment: string) => new Date(moment)
const dossier = () => findDossier(db, dossierId)

describe('the plan', () => {
  it('names team, time and place, and may be made anew until the visit is held', async () => {
    const secretary = (await anOfficer('caseOfficer', { nth: 1 })).capacity.postId
    const outsiders = [{ name: 'Trần Thị Mẫu', title: 'Chuyên gia, Bệnh viện Mẫu' }]
    must(await plan({ officer, dossierId }, { secretaryPostId: secretary, outsiders }))
    const first = await findVisit(db, dossierId)
    must(await plan({ officer, dossierId }, { place: 'Nơi khác' }))
    expect(await findVisit(db, dossierId)).toMatchObject({ id: first?.id, place: 'Nơi khác' })
    expect(await dossier()).toMatchObject({ state: 'appraisal' })
  })

  it.each([
    ['in the past', { plannedFor: new Date(MONDAY.getTime() - 1) }, 'visit-in-the-past'],
    ['without a lead', { leadPostId: '' }, 'team-without-lead'],
    ['with somebody of nowhere', { memberPostIds: [crypto.randomUUID()] }, 'team-not-of-agency'],
  ])('is refused %s', async (_, more, code) => {
    expect(await plan({ officer, dossierId }, more)).toMatchObject({ refusal: { code } })
    expect(await findVisit(db, dossierId)).toBeUndefined()
  })

  it('is refused to a colleague, and does not exist for another agency', async () => {
    const colleague = await anOfficer('caseOfficer', { nth: 1 })
    const stranger = await anOfficer('caseOfficer', { agencyId: 'syt-79' })
    expect(await plan({ officer: colleague, dossierId })).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    expect(await plan({ officer: stranger, dossierId })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
})

describe('the minutes', () => {
  it('need a plan, and every blocking item of the site judged', async () => {
    expect(await close({ officer, dossierId })).toMatchObject({
      refusal: { code: 'visit-not-planned' },
    })
    must(await plan({ officer, dossierId }))
    expect(await close({ officer, dossierId })).toMatchObject({
      refusal: { code: 'site-items-open' },
    })
    await judge({ officer, dossierId }, ['fire'])
    expect(await close({ officer, dossierId })).toMatchObject({
      refusal: { code: 'site-items-not-met' },
    })
    expect(await findDocument(db, dossierId, 'inspection-minutes')).toBeUndefined()
  })

  it('start the second clock on their day: 10 working days of Monday 23/11 is Tuesday 08/12', async () => {
    must(await holdInspection({ officer, dossierId }))
    // Tuesday 24/11 is the Day of Vietnamese Culture, a day off since 2026.
    expect(await dossier()).toMatchObject({ issueDueAt: at('2026-12-08T10:00:00Z') })
    expect(await plan({ officer, dossierId })).toMatchObject({
      refusal: { code: 'visit-held-already' },
    })
  })

  it('of two at once one counts', async () => {
    must(await plan({ officer, dossierId }))
    await judge({ officer, dossierId })
    const both = await Promise.all([close({ officer, dossierId }), close({ officer, dossierId })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const events = (await findEvents(db, dossierId)).map(({ type }) => type)
    expect(events.filter((type) => type === 'record-minutes')).toHaveLength(1)
  })
})

describe('the two signatures', () => {
  const minutes = async () => {
    const document = await findDocument(db, dossierId, 'inspection-minutes')
    if (!document) throw new Error('no minutes')
    return document
  }
  const signedHash = async () =>
    (await findDocumentFile(db, (await minutes()).id, 'signed'))?.sha256 ?? ''
  const leadSigned = async () => {
    must(await holdInspection({ officer, dossierId }))
    await signMinutes({ documentId: (await minutes()).id })
    return signedHash()
  }

  it('stand in one file: the lead’s own, and the system’s word for the owner’s code', async () => {
    const fileHash = await leadSigned()
    await sendCode(owner, 'sign-minutes', minutesSubject(dossierId, fileHash))
    const confirmation = { dossierId, fileHash, code: CODE, at: MONDAY }
    const outcomes = await Promise.all([
      confirmMinutes(owner, confirmation),
      confirmMinutes(owner, confirmation),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const { id: documentId } = await minutes()
    await Promise.all([attestMinutes({ documentId }), attestMinutes({ documentId })])
    const issued = await findDocumentFile(db, documentId, 'issued')
    const file = await findFile(db, issued?.fileId ?? '')
    const trust = await configuredTrust()
    const bytes = await readFileBytes(file?.storageKey ?? '')
    const report = verifyPdf(bytes, { trust, at: new Date() })
    expect(report).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(report.signatures.map(({ role }) => role).toSorted()).toEqual([
      'attestation',
      'team-lead',
    ])
    const half = await findFile(
      db,
      (await findDocumentFile(db, documentId, 'signed'))?.fileId ?? '',
    )
    expect(
      verifyPdf(await readFileBytes(half?.storageKey ?? ''), { trust, at: new Date() }),
    ).toMatchObject({ verdict: 'altered', reasons: ['required-signature-missing'] })
  })

  it('take no wrong code, no code for other bytes, and no stranger', async () => {
    const fileHash = await leadSigned()
    await sendCode(owner, 'sign-minutes', minutesSubject(dossierId, fileHash))
    const act = { dossierId, fileHash, code: CODE, at: MONDAY }
    expect(await confirmMinutes(owner, { ...act, code: '000000' })).toMatchObject({
      refusal: { code: 'code-wrong' },
    })
    expect(await confirmMinutes(owner, { ...act, fileHash: 'f'.repeat(64) })).toMatchObject({
      refusal: { code: 'file-changed' },
    })
    const stranger = await anApplicant('Người Lạ')
    expect(await confirmMinutes(stranger, act)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await requestMinutesCode(stranger, { dossierId })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await confirmMinutes(officer, act)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  it('on paper need the scan', async () => {
    await leadSigned()
    expect(await recordPaperSignature(officer, { dossierId, at: MONDAY })).toMatchObject({
      refusal: { code: 'no-signed-scan' },
    })
  })

  it('of a lead who did not close the visit wait for the lead', async () => {
    const lead = await anOfficer('caseOfficer', { nth: 1 })
    must(await plan({ officer, dossierId }, { leadPostId: lead.capacity.postId }))
    await judge({ officer, dossierId })
    must(await close({ officer, dossierId }))
    const { id: documentId } = await minutes()
    await expect(signMinutes({ documentId })).rejects.toThrow('lead has not confirmed')
    expect(await confirmAsLead(officer, { dossierId, at: MONDAY })).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    must(await confirmAsLead(lead, { dossierId, at: MONDAY }))
    await signMinutes({ documentId })
    expect(await signedHash()).toMatch(/^[0-9a-f]{64}$/)
  })
})
