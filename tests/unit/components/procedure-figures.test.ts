import { describe, expect, it } from 'vitest'
import { translatorFor } from '@/components/messages/translator'
import { feeInShort, feeIsUncertain, feesOn, isConfirmed } from '@/components/procedure/figures'
import type { FeeRules } from '@/lib/procedures/shape/fee'

const t = translatorFor('vi', 'procedures')
const dates = { validFrom: '2023-10-16', validTo: null }
const fee = (amount: number, confidence = 'verified:S03') => ({
  key: `fee-${amount}`,
  name: { vi: 'Phí thẩm định', en: 'Appraisal fee' },
  amount,
  unit: 'per-dossier' as const,
  legal: '59/2023/TT-BTC',
  confidence,
  ...dates,
})
const money = (rules: Partial<FeeRules>): FeeRules => ({
  payAt: 'submission',
  fees: [],
  reductions: [],
  exemptions: [],
  ...rules,
})
const reduction = {
  legal: '64/2025/TT-BTC',
  rate: null,
  fees: ['fee-4300000'],
  validFrom: '2025-07-01',
  validTo: '2026-12-31',
  confidence: 'own_knowledge_low',
}

describe('the fee in short', () => {
  it('is one amount, a range, or nothing', () => {
    expect(feeInShort(t, [fee(4_300_000)], 'vi')).toBe('4.300.000\u00a0đ')
    expect(feeInShort(t, [fee(4_300_000), fee(3_100_000)], 'vi')).toBe(
      '3.100.000\u00a0đ đến 4.300.000\u00a0đ',
    )
    expect(feeInShort(t, [], 'vi')).toBe('Không thu phí')
  })

  it('counts only what is in force on the day', () => {
    const rules = money({ fees: [{ ...fee(1_000), validTo: '2024-12-31' }, fee(2_000)] })
    expect(feesOn(rules, '2024-12-31').map(({ amount }) => amount)).toEqual([1_000, 2_000])
    expect(feesOn(rules, '2025-01-01').map(({ amount }) => amount)).toEqual([2_000])
    expect(feesOn({ ...rules, payAt: 'never' }, '2025-01-01')).toEqual([])
  })
})

describe('an amount that must still be confirmed', () => {
  it('is one that nobody saw in a source', () => {
    expect(isConfirmed('secondary:S08')).toBe(true)
    expect(isConfirmed('own_knowledge')).toBe(false)
    expect(feeIsUncertain(money({ fees: [fee(1_000, 'unconfirmed')] }), '2026-01-01')).toBe(true)
    expect(feeIsUncertain(money({ fees: [fee(1_000)] }), '2026-01-01')).toBe(false)
  })

  it('is also one that a cut of unknown size may touch, while the cut lasts', () => {
    const rules = money({ fees: [fee(4_300_000)], reductions: [reduction] })
    expect(feeIsUncertain(rules, '2026-12-31')).toBe(true)
    expect(feeIsUncertain(rules, '2027-01-01')).toBe(false)
  })
})
