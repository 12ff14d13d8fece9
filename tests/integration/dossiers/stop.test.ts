import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { listAccountBalances, listRefundRequests } from '@/db/queries/payments'
import { findStopRequest } from '@/db/queries/stop-requests'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import type { PersonActor } from '@/lib/identity/actor'
import { cancelStop, requestStop } from '@/lib/letters/request-stop'
import { withdrawDossier } from '@/lib/letters/withdraw-dossier'
import { aDossierUnderWork, DUE, grant, issueLetter, local, stateOf, typesOf } from './letter-walk'
import { aFiledDossier, anApplicant, anOfficer, aPaidDossier, setTheStage } from './stage'
import { act, aDossierForTheLeader, approve, done } from './walk'

let end: () => Promise<void>
let owner: PersonActor
beforeAll(async () => {
  end = await setTheStage()
  owner = await anApplicant()
})
afterAll(() => end())

const REASON = 'Tôi chuyển phòng khám sang địa điểm khác.'
const refused = (code: string) => ({ ok: false, refusal: { code } })

async function withdraw(dossierId: string, actor: PersonActor = owner) {
  return withdrawDossier({ ...(await act(actor, dossierId)), reason: REASON })
}
async function stop(dossierId: string, actor: PersonActor = owner) {
  const at = local('2026-12-02T09:20')
  const channel = actor.capacity.kind === 'officer' ? 'post' : 'online'
  return requestStop({ ...(await act(actor, dossierId)), reason: REASON, channel, at })
}
async function cancel(dossierId: string, at: Date, actor: PersonActor = owner) {
  return cancelStop({ ...(await act(actor, dossierId)), at })
}

describe('withdrawing before acceptance', () => {
  it('ends the dossier at once and owes the paid fee back', async () => {
    const dossierId = await aPaidDossier(owner)
    done(await withdraw(dossierId))
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'withdrawn',
      nationalState: 7,
      endReason: 'stopped-by-applicant',
    })
    expect(await listRefundRequests(db, dossierId)).toMatchObject([
      { reason: 'withdrawn', amount: 4_300_000, state: 'open' },
    ])
    const balances = await listAccountBalances(db, [dossierId])
    expect(balances.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
  })

  it('owes nothing when nothing was paid', async () => {
    const dossierId = await aFiledDossier(owner)
    done(await withdraw(dossierId))
    expect(await listRefundRequests(db, dossierId)).toEqual([])
  })

  it('is the owner’s alone, once, and not after acceptance', async () => {
    const dossierId = await aPaidDossier(owner)
    const desk = await anOfficer('deskOfficer')
    expect(await withdraw(dossierId, desk)).toMatchObject(refused('not-permitted'))
    expect(await withdraw(dossierId, await anApplicant('Trần Văn Thử'))).toEqual(
      refused('not-found'),
    )
    const both = await Promise.all([withdraw(dossierId), withdraw(dossierId)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const accepted = await aDossierUnderWork(owner)
    expect(await withdraw(accepted)).toMatchObject(refused('illegal-event'))
  })
})

describe('stopping after acceptance', () => {
  it('is confirmed by the leader with form 05; without any appraisal the fee is owed back', async () => {
    const dossierId = await aDossierUnderWork(owner)
    done(await stop(dossierId))
    expect(await findDossier(db, dossierId)).toMatchObject({ state: 'stop-requested', dueAt: null })
    await issueLetter(dossierId, 'stop-notice')
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'stopped',
      nationalState: 8,
      endReason: 'stopped-by-applicant',
    })
    const notice = await findDocument(db, dossierId, 'stop-notice')
    expect(notice?.number).toMatch(/^\d{2,}\/TB-SYT$/)
    expect(notice?.data).toMatchObject({
      request: { by: expect.any(String), channel: 'online', reason: REASON },
      stageReached: 'Thẩm định hồ sơ',
      papersReturned: [],
      dueAt: DUE.toISOString(),
      fee: {
        kind: 'refund-requested',
        amount: '4.300.000 đồng',
        clause: 'Điều 21 Nghị định 118/2025/NĐ-CP',
      },
    })
    expect(await listRefundRequests(db, dossierId)).toMatchObject([{ reason: 'stopped' }])
  })

  it('keeps the appraisal fee once the appraisal has begun, by the clause of the sector', async () => {
    const dossierId = await aDossierUnderWork(owner)
    const officer = await anOfficer('caseOfficer')
    done(await recordAppraisal({ ...(await act(officer, dossierId)), checks: [] }))
    done(await stop(dossierId))
    done(await grant(dossierId, 'stop-notice'))
    expect(await findStopRequest(db, dossierId)).toMatchObject({
      state: 'confirmed',
      feeOutcome: 'kept',
      feeGround: expect.stringContaining('59/2023/TT-BTC'),
    })
    expect(await listRefundRequests(db, dossierId)).toEqual([])
  })

  it('may come to the desk by post, and is the owner’s to take back: the clock stood meanwhile', async () => {
    const dossierId = await aDossierUnderWork(owner)
    done(await stop(dossierId, await anOfficer('deskOfficer')))
    expect(await findStopRequest(db, dossierId)).toMatchObject({ channel: 'post', state: 'asked' })
    const desk = await anOfficer('deskOfficer')
    expect(await cancel(dossierId, local('2026-12-04T09:20'), desk)).toMatchObject(
      refused('not-permitted'),
    )
    // Two calendar days of standing: from Friday 22/01/2027 to Sunday, rolled to Monday 25/01/2027.
    done(await cancel(dossierId, local('2026-12-04T09:20')))
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'appraisal',
      dueAt: local('2027-01-25T17:00'),
    })
    expect(await findStopRequest(db, dossierId)).toMatchObject({ state: 'taken-back' })
    expect(await grant(dossierId, 'stop-notice')).toMatchObject(refused('nothing-to-sign'))
    done(await stop(dossierId))
  })

  it('is confirmed by nobody but the leader of the agency', async () => {
    const dossierId = await aDossierUnderWork(owner)
    done(await stop(dossierId))
    expect(await stop(dossierId)).toMatchObject(refused('illegal-event'))
    expect(await typesOf(dossierId)).not.toContain('confirm-stop')
    expect(await stateOf(dossierId)).toBe('stop-requested')
  })
})

describe('when a decision exists', () => {
  it('says exactly that, for stopping and for withdrawing', async () => {
    const dossierId = await aDossierForTheLeader()
    const dossier = await findDossier(db, dossierId)
    const theirs: PersonActor = { ...owner, personId: dossier?.submitterPersonId ?? '' }
    await approve(dossierId)
    expect(await stop(dossierId, theirs)).toEqual(refused('decision-exists'))
    expect(await withdraw(dossierId, theirs)).toEqual(refused('decision-exists'))
    expect(await stop(dossierId, owner)).toEqual(refused('not-found'))
  })

  it('until then even a dossier before the leader may be stopped', async () => {
    const dossierId = await aDossierForTheLeader()
    const dossier = await findDossier(db, dossierId)
    const theirs: PersonActor = { ...owner, personId: dossier?.submitterPersonId ?? '' }
    done(await stop(dossierId, theirs))
    done(await cancel(dossierId, local('2026-12-02T10:00'), theirs))
    expect(await stateOf(dossierId)).toBe('approval')
  })
})
