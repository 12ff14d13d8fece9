import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { changeDraft } from '@/db/queries/drafts'
import { type DoubtsToRead, markOfDoubts } from '@/lib/casework/read-doubts'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { submitDossier } from '@/lib/drafts/submit-dossier'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import { newId } from '@/lib/shared/ids'
import type { Result } from '@/lib/shared/result'
import { changeContent } from '@/lib/supplements/change-content'
import { startChange } from '@/lib/supplements/start-change'
import { clinicAnswers } from '@/tests/factories/answers'
import {
  aFullDraft,
  anApplicant,
  anOfficer,
  fileKnowingly,
  MONDAY,
  payFor,
  setTheStage,
} from '../dossiers/stage'
import { done } from '../dossiers/walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

/** Practised for less than the law asks of whoever is in charge: a matter for an officer to judge. */
const tooFresh = () => clinicAnswers({ rp_months_practised: 10 })

type Refusable = Result<unknown, { code: string } & Partial<DoubtsToRead>>

/** The mark of the points for which nothing was sent. */
async function markOfRefused(sent: Promise<Refusable>): Promise<string> {
  const answer = await sent
  if (answer.ok || answer.refusal.code !== 'doubts-unread') throw new Error('not for doubts')
  const { findings = [], differences = [] } = answer.refusal
  return markOfDoubts({ findings, differences })
}

async function write(owner: PersonActor, draftId: string, changes: Answers): Promise<void> {
  const { draft } = done(await viewDraft(owner, draftId))
  const answers = { ...draft.answers, ...changes }
  await inTransaction((tx) => changeDraft(tx, draftId, { answers, updatedAt: MONDAY }))
}

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
    const submission = { actor, draftId, key: newId(), at: MONDAY }
    const { dossierId } = done(await fileKnowingly(submission))
    await payFor(actor, dossierId)
    const desk = await anOfficer('deskOfficer')
    const { doubts } = done(await viewForOffice(desk, { dossierId, at: MONDAY }))
    expect(doubts).toMatchObject([{ field: 'rp_months_practised', told: true }])
  })

  it('is asked about again when it stands under other points than were ticked off', async () => {
    const actor = await anApplicant()
    const draftId = await aFullDraft(actor, { answersOf: tooFresh })
    const submission = { actor, draftId, key: newId(), at: MONDAY }
    const insists = await markOfRefused(submitDossier(submission))
    await write(actor, draftId, { rp_scope: ['bs-da-lieu'] })
    const again = await markOfRefused(submitDossier({ ...submission, insists }))
    expect(again).not.toBe(insists)
    expect(await markOfRefused(submitDossier({ ...submission, insists: 'yes' }))).toBe(again)
    done(await submitDossier({ ...submission, insists: again }))
  })

  it('is not asked about again because one of the points went away', async () => {
    const actor = await anApplicant()
    const answersOf = () => clinicAnswers({ rp_months_practised: 10, rp_scope: ['bs-da-lieu'] })
    const draftId = await aFullDraft(actor, { answersOf })
    const submission = { actor, draftId, key: newId(), at: MONDAY }
    const insists = await markOfRefused(submitDossier(submission))
    await write(actor, draftId, { rp_months_practised: 40 })
    done(await submitDossier({ ...submission, insists }))
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

describe('a change of a dossier under way', () => {
  const LATER = new Date('2026-11-24T02:00:00Z')

  async function aChange(owner: PersonActor, before: number, after: number) {
    const answersOf = () => clinicAnswers({ rp_months_practised: before })
    const draftId = await aFullDraft(owner, { answersOf })
    const filed = await fileKnowingly({ actor: owner, draftId, key: newId(), at: MONDAY })
    const { dossierId } = done(filed)
    await payFor(owner, dossierId)
    const change = done(await startChange(owner, { dossierId, at: LATER })).draftId
    await write(owner, change, { rp_months_practised: after })
    return { dossierId, change: { draftId: change, at: LATER } }
  }
  async function doubtsOf(dossierId: string) {
    const desk = await anOfficer('deskOfficer')
    return done(await viewForOffice(desk, { dossierId, at: LATER })).doubts
  }

  it('is not sent unread either, and the officer sees what its owner was told', async () => {
    const owner = await anApplicant()
    const { dossierId, change } = await aChange(owner, 40, 10)
    const insists = await markOfRefused(changeContent(owner, change))
    expect(await doubtsOf(dossierId)).toEqual([])
    done(await changeContent(owner, { ...change, insists }))
    expect(await doubtsOf(dossierId)).toMatchObject([{ field: 'rp_months_practised', told: true }])
  })

  it('is not sent with the tick under other points', async () => {
    const owner = await anApplicant()
    const { change } = await aChange(owner, 40, 10)
    const other = { ...change, insists: 'yes' }
    expect(await changeContent(owner, other)).toMatchObject({ refusal: { code: 'doubts-unread' } })
  })

  it('that puts a point right asks for nothing, and it is gone', async () => {
    const owner = await anApplicant()
    const { dossierId, change } = await aChange(owner, 10, 40)
    expect(await doubtsOf(dossierId)).toHaveLength(1)
    done(await changeContent(owner, change))
    expect(await doubtsOf(dossierId)).toEqual([])
  })
})
