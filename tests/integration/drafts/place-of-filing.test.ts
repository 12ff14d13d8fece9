import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { newId } from '@/lib/shared/ids'
import { ELSEWHERE } from '@/tests/factories/elsewhere-procedure'
import { HO_CHI_MINH, openElsewhere, theDossier } from '../dossiers/elsewhere-walk'
import { aFullDraft, anApplicant, MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'
import { done } from '../dossiers/walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
  await openElsewhere()
})
afterAll(() => end())

describe('choosing where to file', () => {
  const clinic = { procedureKey: PROCEDURE, at: HO_CHI_MINH, code: 'elsewhere-not-allowed' }
  const nowhere = { procedureKey: ELSEWHERE, at: 'syt-00', code: 'receiver-unknown' }
  it.each([
    { ...clinic, what: 'what is inspected on site' },
    { ...nowhere, what: 'an agency that does not exist' },
    { ...nowhere, what: 'an agency with nobody at its desk', at: 'syt-91' },
  ])('is refused for $what', async ({ procedureKey, at: receivingAgencyId, code }) => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor, { procedureKey })
    const place = { receivingAgencyId, supportPlace: '' }
    const filed = await submitDossier({ actor, draftId, key: newId(), at: MONDAY, place })
    expect(filed).toEqual({ ok: false, refusal: { code } })
  })

  it('the agency that decides is filing as ever', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor, { procedureKey: ELSEWHERE })
    const place = { receivingAgencyId: 'syt-01', supportPlace: '' }
    const { dossierId } = done(
      await submitDossier({ actor, draftId, key: newId(), at: MONDAY, place }),
    )
    expect(await theDossier(dossierId)).toMatchObject({
      receivingAgencyId: 'syt-01',
      filedElsewhere: null,
      supportPlace: null,
    })
  })
})
