import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { newId } from '@/lib/shared/ids'
import { clinicAnswers } from '@/tests/factories/answers'
import { aFullDraft, anApplicant, anOfficer, MONDAY, payFor, setTheStage } from '../dossiers/stage'
import { done } from '../dossiers/walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

/** Practised for less than the law asks of whoever is in charge: a matter for an officer to judge. */
const tooFresh = () => clinicAnswers({ rp_months_practised: 10 })

describe('a dossier that does not fit a rule of substance', () => {
  it('is not filed unread: every point is named, with the clause', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor, { answersOf: tooFresh })
    const filed = await submitDossier({ actor, draftId, key: newId(), at: MONDAY })
    expect(filed).toMatchObject({ refusal: { code: 'doubts-unread' } })
    const findings = filed.ok || !('findings' in filed.refusal) ? [] : filed.refusal.findings
    expect(findings.map(({ field }) => field)).toContain('rp_months_practised')
    expect(findings.every(({ clause }) => clause !== null)).toBe(true)
  })

  it('is filed when its owner insists, and the officer sees what they were told', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor, { answersOf: tooFresh })
    const submission = { actor, draftId, key: newId(), insists: true, at: MONDAY }
    const { dossierId } = done(await submitDossier(submission))
    await payFor(actor, dossierId)
    const desk = await anOfficer('deskOfficer')
    const { doubts } = done(await viewForOffice(desk, { dossierId, at: MONDAY }))
    expect(doubts).toMatchObject([{ field: 'rp_months_practised', told: true }])
  })

  it('asks for nothing more when everything fits, and then tells the officer nothing', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor, { answersOf: () => clinicAnswers() })
    const { dossierId } = done(await submitDossier({ actor, draftId, key: newId(), at: MONDAY }))
    await payFor(actor, dossierId)
    const desk = await anOfficer('deskOfficer')
    const { doubts } = done(await viewForOffice(desk, { dossierId, at: MONDAY }))
    expect(doubts).toEqual([])
  })
})
