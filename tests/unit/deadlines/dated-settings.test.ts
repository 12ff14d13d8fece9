import { describe, expect, it } from 'vitest'
import { type DatedLimit, limitInForce, sectorBeats } from '@/lib/deadlines/dated-limits'
import { oneDoorRule, oneDoorRulesSchema } from '@/lib/deadlines/one-door-rules'
import raw from '@/lib/deadlines/one-door-rules.json' with { type: 'json' }

describe('the numbers of the one-door decree', () => {
  it.each([
    ['alert-desk', 2, 'hour'],
    ['answer-intake', 8, 'working-hour'],
    ['supplement-rounds', 1, 'round'],
    ['ask-supplement-within', 3, 'working-day'],
    ['close-without-reply', 15, 'calendar-day'],
    ['apology-before-due', 1, 'calendar-day'],
    ['extensions', 1, 'round'],
    ['correct-result', 3, 'working-day'],
    ['pass-paper', 1, 'working-day'],
  ] as const)('%s: %d %s, with its article', (key, value, unit) => {
    const rule = oneDoorRule(key, '2026-11-23')
    expect(rule).toMatchObject({ value, unit, legal: '118/2025/NĐ-CP' })
    expect(rule.article).toMatch(/^Điều \d+/)
  })

  const [first, ...others] = raw
  const ended = { ...first, to: '2026-12-31' }
  it.each([
    ['rule-missing', others],
    ['range-overlap', [...raw, { ...first, from: '2026-01-01' }]],
    ['range-gap', [ended, { ...first, from: '2027-01-02' }, ...others]],
    ['range-reversed', [{ ...first, to: '2025-06-30' }, ...others]],
  ])('are refused whole with %s', (code, rules) => {
    const messages = oneDoorRulesSchema.safeParse(rules).error?.issues.map(({ message }) => message)
    expect(messages).toEqual([code])
  })

  it('may follow one another day by day', () => {
    const next = [ended, { ...first, from: '2027-01-01' }, ...others]
    expect(oneDoorRulesSchema.safeParse(next).success).toBe(true)
  })
})

describe('a temporary cut (Resolution 66.16/2026)', () => {
  const ordinary: DatedLimit = {
    limit: [{ value: 15, unit: 'working-day' }],
    from: null,
    to: null,
    legal: '91/2016/NĐ-CP',
  }
  const cut: DatedLimit = {
    limit: [{ value: 7, unit: 'working-day' }],
    from: '2026-04-15',
    to: '2027-02-28',
    legal: '66.16/2026/NQ-CP',
  }

  it.each([
    ['2026-04-14', 15],
    ['2026-04-15', 7],
    ['2027-02-28', 7],
    ['2027-03-01', 15],
  ])('on %s the limit is %d working days', (day, value) => {
    expect(limitInForce([ordinary, cut], day)).toMatchObject({ value: { limit: [{ value }] } })
  })

  it.each([
    ['cuts-overlap', [ordinary, cut, { ...cut, from: '2027-02-28', to: null }]],
    ['no-ordinary-limit', [cut]],
    ['no-ordinary-limit', [ordinary, ordinary]],
  ])('is refused with %s', (code, limits) => {
    expect(limitInForce(limits, '2026-11-23')).toEqual({ ok: false, refusal: { code } })
  })
})

it.each([
  ['verified:C118', true],
  ['secondary', true],
  ['own_knowledge', false],
  ['own_knowledge_low', false],
  ['unconfirmed', false],
  ['designed', false],
])('a sector rule of confidence %s beats the decree: %s', (confidence, beats) => {
  expect(sectorBeats(confidence)).toBe(beats)
})
