import { describe, expect, it } from 'vitest'
import { askables, checkItems, clauseOf, type SupplementItem } from '@/lib/supplements/items'
import { clinicAnswers } from '@/tests/factories/answers'
import { CLINIC, clinicRules } from '@/tests/factories/clinic-procedure'

const paper: SupplementItem = {
  kind: 'paper',
  key: 'lease',
  reasonKey: 'illegible',
  clauseKey: null,
  explanation: ' Trang 2 mờ. ',
  goodExample: 'Bản chụp rõ, đủ trang.',
}
const field: SupplementItem = {
  ...paper,
  kind: 'field',
  key: 'facility_name',
  reasonKey: 'mismatch',
}
const check = (...items: SupplementItem[]) => checkItems(clinicRules(), clinicAnswers(), items)

describe('what may be asked for', () => {
  const all = askables(clinicRules(), clinicAnswers())
  const names = all.map(({ kind, key }) => `${kind}:${key}`)
  it('is every question that was put and every paper to be brought', () => {
    expect(names).toEqual(expect.arrayContaining(['field:facility_name', 'paper:establishment']))
  })
  it.each([
    'field:commit_truth',
    'field:data_notice',
    'field:paper_lease',
    'paper:application-form',
  ])('is never %s', (name) => expect(names).not.toContain(name))
})

describe('a list of items', () => {
  it('is taken with its words tidied', () => {
    const checked = check(field)
    expect(checked).toMatchObject({ ok: true, value: [{ explanation: 'Trang 2 mờ.' }] })
  })
  it.each([
    ['that is empty', [], 'supplement-no-items'],
    ['that names one thing twice', [field, field], 'supplement-same-item'],
    ['with a question that does not exist', [{ ...field, key: 'nope' }], 'supplement-unknown-item'],
    [
      'with a paper the portal makes',
      [{ ...paper, key: 'application-form' }],
      'supplement-unknown-item',
    ],
    [
      'with a reason for papers on a question',
      [{ ...field, reasonKey: 'illegible' }],
      'supplement-unknown-reason',
    ],
    [
      'with a clause out of nowhere',
      [{ ...field, clauseKey: 'nope' }],
      'supplement-unknown-clause',
    ],
  ])('%s is refused', (_name, items, code) => {
    expect(check(...items)).toEqual({ ok: false, refusal: { code } })
  })
})

it('stands on its own clause, else on that of its reason', () => {
  expect(clauseOf(CLINIC, { ...paper, clauseKey: 'd96-40' })?.key).toBe('d96-40')
  expect(clauseOf(CLINIC, paper)?.key).toBe('d118-17')
})
