import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { appendDefinition, findDefinition } from '@/db/queries/definitions'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { listAccountBalances, listOrders, listRefundRequests } from '@/db/queries/payments'
import { getProcedureBody } from '@/lib/casework/definitions'
import { demandFee } from '@/lib/dossiers/outcomes/demand-fee'
import type { PersonActor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'
import { aStory, type Story, stateOf } from './outcome-walk'
import { PROCEDURE, payFor, setTheStage } from './stage'
import { act, done } from './walk'

const FEE = 'publication-fee'
const AMOUNT = 500_000

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => end())

const demand = async ({ dossierId, cast }: Story, by: PersonActor = cast.officer, feeKey = FEE) =>
  demandFee({ ...(await act(by, dossierId)), feeKey })

/** A newer version of the procedure, with a fee that the law sets in mid-process. */
async function withFeeInProcess(): Promise<void> {
  const wanted = { kind: 'procedure', key: PROCEDURE, day: '2026-11-23' } as const
  const now = await findDefinition(db, wanted)
  if (!now) throw new Error('the procedure is not loaded')
  const body = getProcedureBody(now)
  const [first] = body.money.fees
  const fee = { ...first, key: FEE, amount: AMOUNT, payAt: 'process', appliesWhen: undefined }
  const money = { ...body.money, fees: [...body.money.fees, fee] }
  const row = { ...now, id: newId(), version: now.version + 1, hash: newId() }
  await inTransaction((tx) => appendDefinition(tx, { ...row, body: { ...body, money } }))
}

describe('a fee in mid-process', () => {
  it('cannot be asked for when the law knows none', async () => {
    const story = await aStory()
    const refused = await demand(story)
    expect(refused).toEqual({ ok: false, refusal: { code: 'no-such-fee' } })
    expect(await demand(story, story.cast.officer, 'appraisal')).toEqual(refused)
    expect(await stateOf(story.dossierId)).toBe('appraisal')
  })

  it('stops the limit until it is paid; both payments stay on the books, none is sent back', async () => {
    await withFeeInProcess()
    const story = await aStory()
    const { dossierId, cast } = story
    const before = await findDossier(db, dossierId)
    expect(before?.feeVnd).toBe(4_300_000)
    for (const person of [cast.desk, cast.head])
      expect(await demand(story, person)).toMatchObject({ refusal: { code: 'not-permitted' } })
    done(await demand(story))
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'awaiting-obligation',
      nationalState: 6,
      paymentState: 'due',
      feeVnd: AMOUNT,
      dueAt: null,
      replyDueAt: new Date('2026-12-08T10:00:00Z'),
    })
    expect(await demand(story)).toMatchObject({ refusal: { code: 'illegal-event' } })

    // Two days later by the clock of the law.
    vi.spyOn(clock, 'now').mockReturnValue(new Date('2026-11-25T03:00:00Z'))
    await payFor(cast.owner, dossierId)
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'appraisal',
      paymentState: 'paid',
      replyDueAt: null,
    })
    const paid = (await listOrders(db, dossierId)).filter(({ state }) => state === 'paid')
    expect(paid.map(({ amount }) => amount).sort()).toEqual([4_300_000, AMOUNT])
    expect(await listRefundRequests(db, dossierId)).toEqual([])
    const fees = (await listAccountBalances(db, [dossierId])).find(
      ({ account }) => account === 'fees-collected',
    )
    expect(Math.abs(fees?.balance ?? 0)).toBe(4_300_000 + AMOUNT)
    const types = (await findEvents(db, dossierId)).map(({ type }) => type)
    expect(types.filter((type) => type === 'fee-paid')).toHaveLength(2)
    const after = await findDossier(db, dossierId)
    expect(after?.appraisalDueAt?.getTime()).toBeGreaterThan(before?.appraisalDueAt?.getTime() ?? 0)
  })
})
