import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { GET as forOwner } from '@/app/(applicant)/my/dossiers/[dossierId]/record/route'
import { GET as forOfficer } from '@/app/(office)/office/dossiers/[dossierId]/record/route'
import { db } from '@/db/client'
import { findLooks, findOpinions } from '@/db/queries/casework'
import { findDossier, findParties } from '@/db/queries/dossiers'
import type { PersonActor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import { newId } from '@/lib/shared/ids'
import { clinicAnswers } from '@/tests/factories/answers'
import { judgeRecord } from '@/tests/helpers/verify-record'
import { anApplicant, anOfficer } from '../dossiers/stage'
import { aDossierForTheLeader } from '../dossiers/walk'
import { anAcceptedDossier, dayAfter, type RecordStage, setTheRecordStage } from './record-stage'

const session: { actor?: PersonActor } = {}
vi.mock('@/app/_server/current-actor', () => ({ requireActor: async () => session.actor }))

let stage: RecordStage
let owner: PersonActor
let dossierId: string
beforeAll(async () => {
  stage = await setTheRecordStage(inject('databaseUrls').superuser)
  const accepted = await anAcceptedDossier()
  owner = accepted.owner
  dossierId = accepted.dossierId
  await stage.seal(dayAfter(0))
})
afterAll(() => stage.end())
beforeEach(() => {
  session.actor = owner
})

const ask = (route: typeof forOwner, id = dossierId) =>
  route(new Request('http://localhost:3000/x'), { params: Promise.resolve({ dossierId: id }) })

describe('the record as a download', () => {
  it('goes to the owner, under the code of the dossier, and the verifier takes it', async () => {
    const response = await ask(forOwner)
    const code = (await findDossier(db, dossierId))?.dossierCode
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': expect.stringContaining(`filename="ho-so-${code}-ban-ghi.json"`),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    const { code: outcome } = judgeRecord(await response.text(), ['--trust', stage.rootFile])
    expect(outcome).toBe(0)
  })

  it('goes to an officer of the solving agency, whose look the owner sees', async () => {
    session.actor = await anOfficer('headOfDivision')
    expect((await ask(forOfficer)).status).toBe(200)
    const looks = await findLooks(db, dossierId)
    expect(looks.map(({ fullName }) => fullName)).toContain(session.actor.fullName)
  })

  it.each([
    ['another applicant', forOwner, () => anApplicant('Trần Văn Thử')],
    [
      'an officer of another agency',
      forOfficer,
      () => anOfficer('caseOfficer', { agencyId: 'syt-79' }),
    ],
    ['an officer without a right to see', forOfficer, () => anOfficer('administrator')],
  ])('is not there for %s', async (_, route, who) => {
    session.actor = await who()
    expect((await ask(route)).status).toBe(404)
  })

  it.each([newId(), 'x', '../x'])('is not there for no dossier: %s', async (id) => {
    expect((await ask(forOwner, id)).status).toBe(404)
  })
})

describe('what the record says of people', () => {
  it('is ids and salted hashes: no answer, no party, no opinion, no name is in it', async () => {
    const walked = await aDossierForTheLeader()
    const dossier = await findDossier(db, walked)
    if (!dossier) throw new Error('no dossier')
    session.actor = { ...owner, personId: dossier.submitterPersonId }
    const text = await (await ask(forOwner, walked)).text()
    const parties = (await findParties(db, walked)).flatMap(
      ({ name, address, phone, email, taxCode }) => [name, address, phone, email, taxCode],
    )
    const opinions = (await findOpinions(db, walked)).map((opinion) => opinion.text)
    expect([JSON.parse(text).events.length > 7, opinions.length > 1]).toEqual([true, true])
    const officer = await anOfficer('deskOfficer')
    const personal = [
      ...textsIn(clinicAnswers()),
      ...parties,
      ...opinions,
      owner.fullName,
      officer.fullName,
    ].filter((value) => value !== null && value.length >= 4 && !/^\d{4}-\d{2}-\d{2}$/.test(value))
    expect(personal.length).toBeGreaterThan(40)
    expect(personal.filter((value) => value && text.includes(value))).toEqual([])
    expect(text).not.toContain(dossier.salt)
  })
})

/** Every text and number of the answers, tables and addresses included. */
function textsIn(answers: Answers): string[] {
  const walk = (value: unknown): string[] => {
    if (typeof value === 'string' || typeof value === 'number') return [String(value)]
    if (typeof value !== 'object' || value === null) return []
    return Object.values(value).flatMap(walk)
  }
  return walk(answers)
}
