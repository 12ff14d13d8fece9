import { describe, expect, it } from 'vitest'
import { feeOnStop } from '@/lib/letters/stop-fee'
import clinic from '@/lib/procedures/definitions/gphd-specialist-clinic-new.json' with {
  type: 'json',
}
import { parseProcedure } from '@/lib/procedures/parse-procedure'

const parsed = parseProcedure(clinic)
if (!parsed.ok) throw new Error('the procedure does not parse')
const procedure = parsed.value

describe('the fee of a dossier that its owner stops', () => {
  it.each([
    {
      name: 'only accepted',
      events: ['submit', 'fee-paid', 'accept'],
      outcome: 'refund-requested',
      ground: 'Điều 21',
    },
    {
      name: 'only assigned',
      events: ['accept', 'assign'],
      outcome: 'refund-requested',
      ground: 'Điều 21',
    },
    {
      name: 'checked',
      events: ['accept', 'assign', 'record-appraisal'],
      outcome: 'kept',
      ground: '59/2023/TT-BTC',
    },
    {
      name: 'visited',
      events: ['accept', 'assign', 'plan-inspection'],
      outcome: 'kept',
      ground: '59/2023/TT-BTC',
    },
  ])('$name', ({ events, outcome, ground }) => {
    const fee = feeOnStop(procedure, new Set(events))
    expect(fee.outcome).toBe(outcome)
    expect(fee.ground).toContain(ground)
  })

  it('is owed back where the sector has no rule', () => {
    const { onStop: _, ...money } = procedure.money
    const fee = feeOnStop({ ...procedure, money }, new Set(['record-appraisal']))
    expect(fee).toEqual({
      outcome: 'refund-requested',
      ground: 'Điều 21 Nghị định 118/2025/NĐ-CP',
    })
  })
})
