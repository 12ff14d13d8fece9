import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findDocumentFile, findDocuments } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { performEvent } from '@/lib/casework/perform-event'
import { openFile } from '@/lib/dossiers/open-file'
import type { PersonActor } from '@/lib/identity/actor'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { planNotices } from '@/lib/notifications/plan'
import { closeWithoutReply, listRepliesOver } from '@/lib/supplements/close-without-reply'
import { compareRequests } from '@/lib/supplements/compare-items'
import { judgeSupplement } from '@/lib/supplements/judge-supplement'
import { renderSupplementSlipOf } from '@/lib/supplements/render-supplement-slip'
import { viewVerdicts } from '@/lib/supplements/view-verdicts'
import { anApplicant, anOfficer, MONDAY, setTheStage } from './stage'
import {
  answer,
  askAndRelease,
  askAtIntake,
  at,
  aWalk,
  aWalkInAppraisal,
  theRequest,
  type Walk,
} from './supplement-walk'
import { act, done } from './walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const stateOf = async ({ dossierId }: Walk) => (await findDossier(db, dossierId))?.state

describe('the judgement', () => {
  const verdictsOf = async (walk: Walk, declined = false) => {
    const compared = done(await compareRequests(walk.officer, walk.dossierId))
    const items = compared.requests[0]?.items ?? []
    return items.map(({ item }, index) => ({
      itemId: item.id,
      verdict: declined && index === 0 ? ('declined' as const) : ('accepted' as const),
      note: declined ? 'Tên vẫn chưa khớp.' : '',
    }))
  }

  it('is told to the applicant item by item once it is recorded, and to no stranger', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    await answer(walk)
    expect(await viewVerdicts(walk.owner, walk.dossierId)).toEqual([])
    const verdicts = await verdictsOf(walk, true)
    done(await judgeSupplement({ ...(await act(walk.officer, walk.dossierId)), verdicts }))
    expect(await viewVerdicts(walk.owner, walk.dossierId)).toMatchObject([
      {
        round: 1,
        judgedAt: MONDAY,
        items: [{ verdict: 'declined', note: 'Tên vẫn chưa khớp.' }, { verdict: 'accepted' }],
      },
    ])
    expect(await viewVerdicts(await anApplicant('Trần Văn Thử'), walk.dossierId)).toEqual([])
  })

  it('sees old and new side by side', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const fileId = await answer(walk)
    const { requests } = done(await compareRequests(walk.officer, walk.dossierId))
    expect(requests[0]?.items).toMatchObject([
      {
        before: { value: 'Phòng khám Răng Hàm Mặt An Bình' },
        after: { value: 'Phòng khám Mẫu Mới' },
      },
      { before: { files: [{ name: 'giay-to.pdf' }] }, after: { files: [{ fileId }] } },
    ])
  })

  it('is given once, for every item, with a reason for a no', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    await answer(walk)
    const { officer, dossierId } = walk
    const verdicts = await verdictsOf(walk, true)
    const judge = async (given: typeof verdicts, who: PersonActor = officer) =>
      judgeSupplement({ ...(await act(who, dossierId)), verdicts: given })
    expect(await judge(verdicts.slice(1))).toMatchObject({ refusal: { code: 'verdicts-open' } })
    expect(await judge(verdicts.map((one) => ({ ...one, note: ' ' })))).toMatchObject({
      refusal: { code: 'verdict-without-note' },
    })
    expect(await judge(verdicts, walk.desk)).toMatchObject({ refusal: { code: 'not-permitted' } })
    expect(await judge(verdicts)).toMatchObject({ ok: true })
    expect(await judge(verdicts)).toMatchObject({ refusal: { code: 'supplement-judged' } })
    expect((await findEvents(db, dossierId)).at(-1)).toMatchObject({
      type: 'judge-supplement',
      details: { accepted: 1, declined: 1 },
    })
  })
})

describe('closing for want of an answer', () => {
  it.each([
    ['on the last day', '2026-12-08', { refusal: { code: 'reply-time-not-over' } }],
    ['the day after', '2026-12-09', { ok: true, value: { state: 'stopped' } }],
  ])('%s', async (_name, day, outcome) => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const closed = await closeWithoutReply(await act(walk.desk, walk.dossierId, at(day)))
    expect(closed).toMatchObject(outcome)
  })

  it('is proposed to the desk of the agency from the day after', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const listed = async (who: PersonActor, day: string) =>
      (await listRepliesOver(who, at(day))).some(({ id }) => id === walk.dossierId)
    expect(await listed(walk.desk, '2026-12-08')).toBe(false)
    expect(await listed(walk.desk, '2026-12-09')).toBe(true)
    expect(await listed(walk.officer, '2026-12-09')).toBe(false)
    const elsewhere = await anOfficer('deskOfficer', { agencyId: 'syt-79' })
    expect(await listed(elsewhere, '2026-12-09')).toBe(false)
  })

  it('at intake refuses the dossier and owes the fee back', async () => {
    const walk = await aWalk()
    await askAtIntake(walk)
    done(await closeWithoutReply(await act(walk.desk, walk.dossierId, at('2026-12-09'))))
    expect(await findDossier(db, walk.dossierId)).toMatchObject({
      state: 'refused-at-intake',
      endReason: 'closed-without-reply',
    })
    expect((await theRequest(walk.dossierId)).state).toBe('closed')
  })

  it('loses against an answer that came first, and is the desk’s alone', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const late = at('2026-12-10')
    const byOfficer = await closeWithoutReply(await act(walk.officer, walk.dossierId, late))
    expect(byOfficer).toMatchObject({ refusal: { code: 'not-permitted' } })
    const held = await act(walk.desk, walk.dossierId, late)
    await answer(walk, late)
    expect(await closeWithoutReply(held)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    expect(await stateOf(walk)).toBe('appraisal')
  })
})

describe('what the applicant hears', () => {
  const heard = async ({ dossierId }: Walk) => {
    const kinds: string[] = []
    for (const { seq } of await findEvents(db, dossierId)) {
      const { event, facts } = await gatherEventFacts(db, { dossierId, seq })
      kinds.push(...planNotices(event, facts).inbox.map(({ kind }) => kind))
    }
    return kinds
  }

  it('is the request, its receipt, and nothing of what the office does among itself', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk, at('2026-12-01'))
    await answer(walk, at('2026-12-02'))
    expect((await heard(walk)).slice(-2)).toEqual(['supplement-requested', 'supplement-received'])
  })

  it('is that the dossier was closed', async () => {
    const walk = await aWalk()
    await askAtIntake(walk)
    done(await closeWithoutReply(await act(walk.desk, walk.dossierId, at('2026-12-09'))))
    expect((await heard(walk)).slice(-2)).toEqual(['supplement-requested', 'closed-without-reply'])
  })

  it.each([
    ['reply-first', ['supplement-reminder']],
    ['step-late', []],
  ])('of the reminder %s: %o', async (kind, told) => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const before = await heard(walk)
    await inTransaction((tx) =>
      performEvent(tx, {
        dossierId: walk.dossierId,
        event: 'remind',
        actor: { kind: 'system', job: 'watch-deadlines' },
        at: at('2026-11-28'),
        details: { kind, about: '2026-12-08' },
      }),
    )
    expect(await heard(walk)).toEqual([...before, ...told])
  })
})

describe('slip 02', () => {
  it('is made once, signed by the desk, and reaches exactly who may know of the dossier', async () => {
    const walk = await aWalkInAppraisal()
    await askAndRelease(walk)
    const job = { dossierId: walk.dossierId, supplementId: (await theRequest(walk.dossierId)).id }
    await renderSupplementSlipOf(job)
    const slip = async () => {
      const documents = await findDocuments(db, walk.dossierId)
      const found = documents.filter(({ kind }) => kind === 'supplement-slip')
      return { count: found.length, file: await findDocumentFile(db, found[0]?.id ?? '', 'issued') }
    }
    const before = await slip()
    await renderSupplementSlipOf(job)
    expect(await slip()).toEqual(before)
    expect(before).toMatchObject({ count: 1, file: { stage: 'issued' } })
    const fileId = before.file?.fileId ?? ''
    const may = async (actor: PersonActor) => (await openFile(actor, fileId)).ok
    expect(await may(walk.owner)).toBe(true)
    expect(await may(walk.officer)).toBe(true)
    expect(await may(await anApplicant('Trần Văn Thử'))).toBe(false)
    expect(await may(await anOfficer('caseOfficer', { agencyId: 'syt-79' }))).toBe(false)
  })
})
