import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { changeDossier, findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findOpinionRequests } from '@/db/queries/opinion-requests'
import { forgetKey } from '@/db/queries/rate-limits'
import { opinionRequests } from '@/db/schema/inside'
import { outgoingMessages } from '@/db/schema/notifications'
import { answerOpinion, openOpinion } from '@/lib/dossiers/opinions/answer-opinion'
import { askOpinion, type OpinionAsked } from '@/lib/dossiers/opinions/ask-opinion'
import {
  enterOpinion,
  knockOnOpinion,
  requestOpinionCode,
} from '@/lib/dossiers/opinions/opinion-door'
import { viewOpinions } from '@/lib/dossiers/opinions/view-opinions'
import { watchOpinions } from '@/lib/dossiers/opinions/watch-opinions'
import type { PersonActor } from '@/lib/identity/actor'
import { keyedHash } from '@/lib/server/keyed-hash'
import { anOfficer, MONDAY, setTheStage } from './stage'
import { aWalkInAppraisal } from './supplement-walk'
import { must } from './visit'
import { act, CODE } from './walk'

const NOTHING = { reminded: 0, reported: 0 }
const TOKEN = 'a'.repeat(43)
const ADDRESS = '10.0.0.7'
const where = { at: MONDAY, address: ADDRESS }
const ANSWER = {
  agrees: true,
  text: 'Thống nhất với đề nghị.',
  name: 'Trần Mẫu',
  title: 'Trưởng phòng',
}

let end: () => Promise<void>
let owner: PersonActor
let officer: Awaited<ReturnType<typeof anOfficer>>
let dossierId: string
let token = TOKEN
let count = 0
beforeAll(async () => {
  end = await setTheStage()
})
beforeEach(async () => {
  ;({ owner, officer, dossierId } = await aWalkInAppraisal())
  count += 1
  token = `${String(count).padStart(6, '0')}${'k'.repeat(37)}`
  await forgetKey(
    { name: 'opinion-guess', points: 30, seconds: 600 },
    keyedHash('rate-limit', ADDRESS),
  )
})
afterAll(() => end())

const ask = async (more: Partial<OpinionAsked> = {}, link = token) =>
  askOpinion(
    {
      ...(await act(officer, dossierId)),
      unitName: 'Phòng Cảnh sát PCCC',
      email: 'pccc@demo.test',
      question: 'Cơ sở có bảo đảm điều kiện phòng cháy không?',
      answerKind: 'yes-no',
      dueDay: '2026-11-30',
      fileIds: [],
      ...more,
    },
    { newToken: () => link },
  )
const enter = async () => {
  must(await requestOpinionCode(token, where, { newCode: () => CODE }))
  return must(await enterOpinion(token, CODE, where)).session
}
const visitor = (session: string, at = MONDAY) => ({ token, session, at, address: ADDRESS })

describe('asking', () => {
  it('sends the link sealed, keeps its hash alone, and may be done for several at once', async () => {
    must(await ask())
    must(await ask({ unitName: 'Sở Tài nguyên' }, token.replace('k', 'j')))
    const [request, other] = await findOpinionRequests(db, dossierId)
    expect(request).toMatchObject({ state: 'asked', dueAt: new Date('2026-11-30T10:00:00Z') })
    expect(other).toMatchObject({ unitName: 'Sở Tài nguyên', silenceClause: null })
    const rows = await db
      .select()
      .from(outgoingMessages)
      .where(eq(outgoingMessages.id, request?.id ?? ''))
    expect(JSON.stringify([rows, request])).not.toContain(token)
    expect((await findDossier(db, dossierId))?.state).toBe('appraisal')
  })

  it.each([
    ['for a day that is over', { dueDay: '2026-11-23' }, 'opinion-due-past'],
    ['with a paper of nowhere', { fileIds: [crypto.randomUUID()] }, 'opinion-papers-unknown'],
  ])('is refused %s', async (_, more, code) => {
    expect(await ask(more)).toMatchObject({ refusal: { code } })
    expect(await findOpinionRequests(db, dossierId)).toEqual([])
  })

  it('is refused to the owner and the head, and does not exist for another agency', async () => {
    for (const [actor, code] of [
      [owner, 'not-permitted'],
      [await anOfficer('headOfDivision'), 'not-permitted'],
      [await anOfficer('caseOfficer', { agencyId: 'syt-79' }), 'not-found'],
    ] as const)
      expect(await ask({ actor })).toMatchObject({ refusal: { code } })
  })
})

describe('the link', () => {
  it('shows nothing before the code from the mailbox, then the question and the chosen papers', async () => {
    const papers = (await findFiledPapers(db, dossierId)).flatMap(({ files }) => files)
    must(await ask({ fileIds: papers.slice(0, 1).map(({ fileId }) => fileId) }))
    expect(must(await knockOnOpinion(token, where))).toEqual({
      standing: 'asked',
      maskedEmail: 'p•••@demo.test',
    })
    expect(await openOpinion(visitor(''))).toMatchObject({
      refusal: { code: 'opinion-signed-out' },
    })
    const opened = must(await openOpinion(visitor(await enter())))
    expect(opened.papers.map(({ id }) => id)).toEqual([papers[0]?.fileId])
    expect(JSON.stringify(opened)).not.toContain('Lê Thị Mẫu')
  })

  it('that is guessed finds nothing, and after thirty guesses nothing is looked for', async () => {
    for (let n = 0; n < 30; n += 1)
      expect(await knockOnOpinion(`guess-${n}`, where)).toMatchObject({
        refusal: { code: 'not-found' },
      })
    expect(await knockOnOpinion('g'.repeat(43), where)).toMatchObject({
      refusal: { code: 'too-many-codes' },
    })
  })

  it('takes five wrong codes and no more, and the session of one request opens no other', async () => {
    must(await ask())
    must(await requestOpinionCode(token, where, { newCode: () => CODE }))
    for (let n = 0; n < 5; n += 1)
      expect(await enterOpinion(token, '000000', where)).toMatchObject({
        refusal: { code: 'code-wrong' },
      })
    expect(await enterOpinion(token, CODE, where)).toMatchObject({
      refusal: { code: 'too-many-attempts' },
    })
    const session = await enter()
    const other = token.replace('k', 'j')
    must(await ask({}, other))
    expect(await openOpinion({ ...visitor(session), token: other })).toMatchObject({
      refusal: { code: 'opinion-signed-out' },
    })
  })
})

describe('the answer', () => {
  it('is taken once, of two at once one; the record holds its hash alone', async () => {
    must(await ask())
    const session = await enter()
    expect(await answerOpinion(visitor(session), { ...ANSWER, agrees: null })).toMatchObject({
      refusal: { code: 'invalid-input' },
    })
    const both = await Promise.all([
      answerOpinion(visitor(session), ANSWER),
      answerOpinion(visitor(session), ANSWER),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const events = (await findEvents(db, dossierId)).filter(({ type }) => type === 'record-opinion')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      actorJob: 'opinion-link',
      details: { late: false, agrees: true },
    })
    expect(JSON.stringify(events)).not.toContain('Thống nhất')
    const seen = must(await viewOpinions(officer, { dossierId, at: MONDAY }))
    expect(seen).toMatchObject([
      { standing: 'answered', agrees: true, answeredBy: 'Trần Mẫu, Trưởng phòng' },
    ])
  })

  it('that comes late is taken and marked late; until then it is late, and never consent', async () => {
    must(await ask())
    const late = new Date('2026-12-01T02:00:00Z')
    expect(must(await viewOpinions(officer, { dossierId, at: late }))).toMatchObject([
      { standing: 'late', agrees: null },
    ])
    must(await answerOpinion(visitor(await enter(), late), ANSWER))
    expect(must(await viewOpinions(officer, { dossierId, at: late }))).toMatchObject([
      { standing: 'answered-late' },
    ])
  })

  it('is void when the dossier has left the office’s work', async () => {
    must(await ask())
    const session = await enter()
    await inTransaction((tx) => changeDossier(tx, dossierId, { state: 'signing' }))
    expect(must(await knockOnOpinion(token, where)).standing).toBe('void')
    expect(await answerOpinion(visitor(session), ANSWER)).toMatchObject({
      refusal: { code: 'opinion-void' },
    })
    expect(await requestOpinionCode(token, where)).toMatchObject({
      refusal: { code: 'opinion-void' },
    })
  })

  it('is nobody else’s business: the owner sees no opinions', async () => {
    must(await ask())
    expect(await viewOpinions(owner, { dossierId, at: MONDAY })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
})

describe('the watch', () => {
  it('reminds the unit the day before, reports a late one to desk and assignee, and nothing twice', async () => {
    await db.update(opinionRequests).set({ state: 'void' })
    must(await ask())
    expect(await watchOpinions(new Date('2026-11-29T09:00:00Z'))).toEqual(NOTHING)
    const eve = new Date('2026-11-29T11:00:00Z')
    expect(await watchOpinions(eve)).toEqual({ reminded: 1, reported: 0 })
    expect(await watchOpinions(eve)).toEqual(NOTHING)
    const over = new Date('2026-11-30T10:00:01Z')
    const both = await Promise.all([watchOpinions(over), watchOpinions(over)])
    expect(both.reduce((sum, { reported }) => sum + reported, 0)).toBe(1)
    const told = await db
      .select()
      .from(outgoingMessages)
      .where(eq(outgoingMessages.dossierId, dossierId))
    const people = told.filter(({ kind }) => kind === 'officer-duty')
    expect(people).toHaveLength(2)
    expect(people[0]?.params).toMatchObject({ duty: 'opinion-late' })
    expect(told.some(({ kind }) => kind === 'supplement-reminder')).toBe(false)
  })
})
