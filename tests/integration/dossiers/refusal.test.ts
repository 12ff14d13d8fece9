import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { approvalSubject, approveDossier } from '@/lib/dossiers/approve-dossier'
import { openResult } from '@/lib/dossiers/open-result'
import { approveRefusal } from '@/lib/dossiers/outcomes/approve-refusal'
import { releaseRefusal } from '@/lib/dossiers/outcomes/release-refusal'
import { renderRefusalSlipOf } from '@/lib/dossiers/outcomes/render-refusal'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import { refuseIntake } from '@/lib/dossiers/refuse-intake'
import { returnToCaseOfficer } from '@/lib/dossiers/return-to-case-officer'
import { viewForOwner } from '@/lib/dossiers/view-dossier'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { planNotices } from '@/lib/notifications/plan'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { fileAgain } from '@/lib/supplements/file-again'
import {
  aProposedRefusal,
  aRefusal,
  aStory,
  CASE_OPINION,
  issuedBytes,
  lastEventId,
  type Story,
  sayNo,
  stateOf,
  WHY,
} from './outcome-walk'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from './stage'
import { act, CODE, done, everyCheckPassed, sendCode } from './walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const verdictOf = async (bytes: Uint8Array) =>
  verifyPdf(bytes, { trust: await configuredTrust(), at: new Date(), requiredRoles: ['desk'] })
    .verdict

const lastOf = async (dossierId: string) => (await findEvents(db, dossierId)).at(-1)

describe('a refusal at intake', () => {
  let dossierId: string
  beforeEach(async () => {
    dossierId = await aPaidDossier(await anApplicant())
  })

  it.each([
    ['no reason at all', { reasonKeys: [] }, 'no-legal-ground'],
    ['a reason without a clause', { reasonKeys: ['fee-unpaid'] }, 'no-legal-ground'],
    ['a reason that is not in the library', { reasonKeys: ['weather'] }, 'unknown-reason'],
    ['words that no font prints', { ...WHY, words: 'Sai rồi 🙂' }, 'unprintable-text'],
  ])('is not possible with %s', async (_, given, code) => {
    const desk = await anOfficer('deskOfficer')
    const why = { words: 'Xem hướng dẫn.', ...given }
    const refused = await refuseIntake({ ...(await act(desk, dossierId)), ...why })
    expect(refused).toEqual({ ok: false, refusal: { code } })
    expect(await stateOf(dossierId)).toBe('submitted')
  })

  it('makes slip 03, signed by the desk officer; run again, the job leaves the same bytes', async () => {
    const desk = await anOfficer('deskOfficer')
    done(await refuseIntake({ ...(await act(desk, dossierId)), ...WHY }))
    const job = { dossierId, eventId: await lastEventId(dossierId) }
    await renderRefusalSlipOf(job)
    const slip = await issuedBytes(dossierId, 'refusal-slip')
    expect(await verdictOf(slip)).toBe('valid')
    await renderRefusalSlipOf(job)
    expect(Buffer.compare(await issuedBytes(dossierId, 'refusal-slip'), slip)).toBe(0)
    expect((await findDocument(db, dossierId, 'refusal-slip'))?.data).toMatchObject({
      stage: 'intake',
      signer: { name: desk.fullName },
      fee: { kind: 'refund-requested', amount: '4.300.000 đồng' },
      legalGrounds: ['Điều 40 Nghị định 96/2023/NĐ-CP'],
    })
  })
})

describe('a negative outcome after appraisal', () => {
  it('leaves only the refusal when a blocking item failed', async () => {
    const { dossierId, cast } = await aStory()
    const [first, ...rest] = await everyCheckPassed(dossierId)
    const checks = [{ itemKey: first?.itemKey ?? '', verdict: 'fail' as const, note: '' }, ...rest]
    done(await recordAppraisal({ ...(await act(cast.officer, dossierId)), checks }))
    const grant = { decision: 'grant' as const, opinion: CASE_OPINION }
    const refused = await proposeDecision({ ...(await act(cast.officer, dossierId)), ...grant })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'checklist-failed' } })
    const refuse = { decision: 'refuse' as const, opinion: CASE_OPINION, ...WHY }
    done(await proposeDecision({ ...(await act(cast.officer, dossierId)), ...refuse }))
    expect((await lastOf(dossierId))?.details).toMatchObject({ decision: 'refuse' })
  })

  it('needs at least one reason that rests on a clause', async () => {
    const { dossierId, cast } = await aStory()
    const why = { reasonKeys: ['fee-unpaid'], words: '' }
    const refuse = { decision: 'refuse' as const, opinion: CASE_OPINION, ...why }
    const refused = await proposeDecision({ ...(await act(cast.officer, dossierId)), ...refuse })
    expect(refused).toEqual({ ok: false, refusal: { code: 'no-legal-ground' } })
    expect(await stateOf(dossierId)).toBe('appraisal')
  })

  it('goes from the leader to the desk to the owner, inside the limit, as slip 03 of the result', async () => {
    const story = await aRefusal()
    const { dossierId, cast } = story
    expect(await stateOf(dossierId)).toBe('refused')
    await renderRefusalSlipOf({ dossierId, eventId: await lastEventId(dossierId) })
    expect(await verdictOf(await issuedBytes(dossierId, 'refusal-slip'))).toBe('valid')
    expect((await findDocument(db, dossierId, 'refusal-slip'))?.data).toMatchObject({
      stage: 'result',
      complaintTo: 'Giám đốc Sở Y tế thành phố Hà Nội',
      fee: { kind: 'by-sector-law', refunded: false },
    })
    const dossier = await findDossier(db, dossierId)
    expect(dossier?.endedAt).not.toBeNull()
    expect(dossier?.endedAt?.getTime()).toBeLessThan(dossier?.dueAt?.getTime() ?? 0)
    const view = done(await viewForOwner(cast.owner, { dossierId, at: MONDAY }))
    expect(view.words.map(({ text }) => text)).toEqual([
      [
        '- Cơ sở vật chất chưa đáp ứng điều kiện (Điều 40 Nghị định 96/2023/NĐ-CP).',
        '- Người chịu trách nhiệm chuyên môn chưa đủ điều kiện (Điều 40 Nghị định 96/2023/NĐ-CP).',
        WHY.words,
      ].join('\n'),
    ])
    expect((await openResult(cast.owner, { dossierId, at: MONDAY })).ok).toBe(true)
    expect(await stateOf(dossierId)).toBe('delivered')
    expect((await fileAgain(cast.owner, { dossierId, at: MONDAY })).ok).toBe(true)
  })

  it('tells the applicant the reasons, and how to complain and file again', async () => {
    const { dossierId } = await aRefusal()
    const seq = (await lastOf(dossierId))?.seq ?? 0
    const { event, facts } = await gatherEventFacts(db, { dossierId, seq })
    const [notice] = planNotices(event, facts).inbox
    expect(notice?.kind).toBe('refused')
    expect(notice?.params['reasons']).toContain('Điều 40 Nghị định 96/2023/NĐ-CP')
  })

  it('hides the coming refusal from the owner until it is sent', async () => {
    const { dossierId, cast } = await aProposedRefusal()
    const view = done(await viewForOwner(cast.owner, { dossierId, at: MONDAY }))
    expect(view.documents.map(({ kind }) => kind)).not.toContain('refusal-slip')
    expect(view.words).toEqual([])
  })
})

describe('who may refuse', () => {
  let story: Story
  beforeEach(async () => {
    story = await aProposedRefusal()
  })

  it('a proposal to refuse is no licence to sign, and the other way round', async () => {
    const { dossierId, cast } = story
    const contentHash = 'a'.repeat(64)
    await sendCode(cast.leader, 'approve', approvalSubject(dossierId, contentHash))
    const approval = { contentHash, code: CODE }
    const refused = await approveDossier({ ...(await act(cast.leader, dossierId)), ...approval })
    expect(refused).toEqual({ ok: false, refusal: { code: 'proposed-to-refuse' } })
    expect(await stateOf(dossierId)).toBe('approval')
  })

  it.each([
    ['deskOfficer', 'syt-01', 'not-permitted'],
    ['caseOfficer', 'syt-01', 'not-permitted'],
    ['headOfDivision', 'syt-01', 'not-permitted'],
    ['agencyLeader', 'syt-79', 'not-found'],
  ] as const)('approval by a %s of %s: %s', async (role, agencyId, code) => {
    const refused = await sayNo(story, await anOfficer(role, { agencyId }))
    expect(refused).toMatchObject({ ok: false, refusal: { code } })
    expect(await stateOf(story.dossierId)).toBe('approval')
  })

  it('approval by the owner or a stranger: not found', async () => {
    for (const person of [story.cast.owner, await anApplicant('Người Lạ')]) {
      const refused = await releaseRefusal(await act(person, story.dossierId))
      expect(refused.ok).toBe(false)
    }
    const stranger = await act(await anApplicant('Người Lạ'), story.dossierId)
    expect(await releaseRefusal(stranger)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  it('four eyes: who confirmed the proposal does not approve it, who approved does not send it', async () => {
    const { dossierId, cast } = story
    const both = (person: typeof cast.head, role: 'agencyLeader' | 'deskOfficer') =>
      person.capacity.kind === 'officer'
        ? {
            ...person,
            capacity: { ...person.capacity, roles: [...person.capacity.roles, role] },
          }
        : person
    const head = both(cast.head, 'agencyLeader')
    expect(await sayNo(story, head)).toMatchObject({ refusal: { code: 'not-permitted' } })
    done(await sayNo(story))
    const leader = both(cast.leader, 'deskOfficer')
    const released = await releaseRefusal(await act(leader, dossierId))
    expect(released).toMatchObject({ refusal: { code: 'not-permitted' } })
  })

  it('reasons that changed since the leader looked need another look', async () => {
    const { dossierId, cast } = story
    const stale = { contentHash: 'b'.repeat(64), comment: 'Đồng ý.', code: CODE }

    await sendCode(cast.leader, 'approve-refusal', approvalSubject(dossierId, stale.contentHash))
    const refused = await approveRefusal({ ...(await act(cast.leader, dossierId)), ...stale })
    expect(refused).toEqual({ ok: false, refusal: { code: 'draft-changed' } })
    expect(await stateOf(dossierId)).toBe('approval')
  })

  it('the leader may send it back, and a second proposal may be to refuse again', async () => {
    const { dossierId, cast } = story
    const reason = 'Nêu rõ hơn lý do về lối đi.'
    done(await returnToCaseOfficer({ ...(await act(cast.leader, dossierId)), reason }))
    const again = { decision: 'refuse' as const, opinion: CASE_OPINION, ...WHY, words: 'Rõ hơn.' }
    done(await proposeDecision({ ...(await act(cast.officer, dossierId)), ...again }))
    expect((await findDocument(db, dossierId, 'refusal-slip'))?.data).toMatchObject({
      words: 'Rõ hơn.',
    })
  })

  it('sent twice, or by two at once: one wins, one slip', async () => {
    const { dossierId, cast } = story
    done(await sayNo(story))
    const both = await act(cast.desk, dossierId)
    const outcomes = await Promise.all([releaseRefusal(both), releaseRefusal(both)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const late = await releaseRefusal(await act(cast.desk, dossierId))
    expect(late).toMatchObject({ refusal: { code: 'illegal-event', from: 'refused' } })
    const sent = (await findEvents(db, dossierId)).filter(({ type }) => type === 'release-refusal')
    expect(sent).toHaveLength(1)
  })
})
