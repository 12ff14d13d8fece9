import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '@/lib/procedures/conditions'
import type { Condition } from '@/lib/procedures/shape/condition'

const answers = {
  form: 'dental',
  chairs: 3,
  radiation: true,
  languages: ['vi', 'en'],
  site: { province: '01', commune: '00175', street: 'Số 18' },
}
const facts = { today: '2026-11-23', holding: ['capacity.proxy'] as const }

describe('a condition', () => {
  it.each<[string, Condition, boolean]>([
    ['equals', { field: 'form', op: 'eq', value: 'dental' }, true],
    ['equals nothing when unanswered', { field: 'gone', op: 'eq', value: 'dental' }, false],
    ['differs when unanswered', { field: 'gone', op: 'ne', value: 'dental' }, true],
    ['yes/no', { field: 'radiation', op: 'eq', value: true }, true],
    ['is among', { field: 'form', op: 'in', value: ['eye', 'dental'] }, true],
    ['is not among', { field: 'form', op: 'not_in', value: ['eye'] }, true],
    ['contains', { field: 'languages', op: 'contains', value: 'en' }, true],
    ['contains any', { field: 'languages', op: 'contains_any', value: ['ja', 'vi'] }, true],
    ['any other than', { field: 'languages', op: 'any_ne', value: ['vi'] }, true],
    ['none other than', { field: 'languages', op: 'any_ne', value: ['vi', 'en'] }, false],
    ['at least', { field: 'chairs', op: 'at_least', value: 3 }, true],
    ['at most', { field: 'chairs', op: 'at_most', value: 2 }, false],
    ['filled', { field: 'languages', op: 'filled' }, true],
    ['not filled', { field: 'gone', op: 'filled' }, false],
    ['a part of an address', { field: 'site.province', op: 'eq', value: '01' }, true],
    ['nothing of Object', { field: 'constructor', op: 'filled' }, false],
    ['a fact', { fact: 'capacity.proxy' }, true],
    ['another fact', { fact: 'authority.erred' }, false],
    ['a date reached', { from: '2026-11-23' }, true],
    ['a date to come', { from: '2027-01-01' }, false],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, answers, facts)).toBe(expected)
  })

  const simple = fc.constantFrom<Condition>(
    { field: 'form', op: 'eq', value: 'dental' },
    { field: 'gone', op: 'filled' },
    { fact: 'capacity.self' },
    { from: '2026-01-01' },
  )

  it('obeys De Morgan and double negation', () => {
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 4 }), (all) => {
        const none: Condition = { not: { any: all } }
        const each: Condition = { all: all.map((condition) => ({ not: condition })) }
        expect(holds(none, answers, facts)).toBe(holds(each, answers, facts))
        expect(holds({ not: { not: { all } } }, answers, facts)).toBe(
          holds({ all }, answers, facts),
        )
      }),
    )
  })
})
