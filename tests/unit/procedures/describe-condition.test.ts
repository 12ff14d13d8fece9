import { describe, expect, it } from 'vitest'
import { form } from '@/components/messages/vi/form'
import { findUnprintable } from '@/lib/documents/printable'
import { PART_WORDS } from '@/lib/procedures/condition-words'
import { type ConditionScope, describeCondition } from '@/lib/procedures/describe-condition'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { Condition } from '@/lib/procedures/shape/condition'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const scope: ConditionScope = { procedure: CLINIC, codes: SHIPPED_CODES }

describe('a condition in words', () => {
  it.each<[Condition, string]>([
    [
      { field: 'org_type', op: 'ne', value: 'ca-nhan' },
      '“Loại hình pháp lý” không phải là “Cá nhân thành lập cơ sở”',
    ],
    [
      { field: 'radiation_use', op: 'eq', value: true },
      '“Có thiết bị bức xạ (X-quang, CT …)?” là “Có”',
    ],
    [
      { field: 'org_type', op: 'in', value: ['ca-nhan', 'ho-kinh-doanh'] },
      '“Loại hình pháp lý” là “Cá nhân thành lập cơ sở” hoặc “Hộ kinh doanh”',
    ],
    [
      { field: 'facility_address.province', op: 'eq', value: '01' },
      '“Địa điểm hoạt động: tỉnh, thành phố” là “Hà Nội”',
    ],
    [{ fact: 'capacity.proxy' }, 'nộp hồ sơ theo ủy quyền'],
    [{ from: '2027-01-01' }, 'từ ngày 01/01/2027'],
    [
      {
        any: [
          { all: [{ field: 'bed_count', op: 'at_least', value: 1000 }, { from: '2027-01-01' }] },
          { not: { field: 'org_name', op: 'filled' } },
        ],
      },
      '(“bed_count” từ 1.000 trở lên và từ ngày 01/01/2027) hoặc không có trường hợp: có khai “Tên tổ chức, doanh nghiệp, hộ kinh doanh”',
    ],
  ])('%j', (condition, words) => {
    expect(describeCondition(condition, scope)).toBe(words)
  })

  it('looks into the row before the dossier', () => {
    const columns = fieldsOf(CLINIC).flatMap((field) =>
      field.type === 'table' && field.key === 'practitioners' ? field.columns : [],
    )
    const conditional = columns.find(({ visibleWhen }) => visibleWhen)
    const said = describeCondition(conditional?.visibleWhen ?? { from: '2027-01-01' }, {
      ...scope,
      columns,
    })
    expect(said).toBe('có khai “Cơ sở khác đang đăng ký hành nghề (nếu có)”')
  })

  it.each(shippedProcedures())('has no key of the definition in it, in %s', (_, procedure) => {
    for (const [condition, columns] of conditionsOf(procedure)) {
      const said = describeCondition(condition, { procedure, codes: SHIPPED_CODES, columns })
      expect(said).not.toMatch(/[a-z]_[a-z]|undefined|“[a-z0-9]+(-[a-z0-9]+)+”/)
      expect(findUnprintable(said)).toEqual([])
    }
  })
})

type Shipped = ReturnType<typeof shippedProcedures>[number][1]
type Found = [Condition, NonNullable<ConditionScope['columns']>]

function conditionsOf({ sections, papers }: Shipped): Found[] {
  const fields = sections.flatMap((section) => section.fields)
  const tables = fields.filter((field) => field.type === 'table')
  return [
    ...found([...sections, ...fields].map(({ visibleWhen }) => visibleWhen)),
    ...tables.flatMap(({ columns }) =>
      found(
        columns.map(({ visibleWhen }) => visibleWhen),
        columns,
      ),
    ),
    ...found(papers.flatMap(({ requiredWhen, waivedWhen }) => [requiredWhen, waivedWhen])),
  ]
}

function found(conditions: readonly (Condition | undefined)[], columns: Found[1] = []): Found[] {
  return conditions.flatMap((condition) => (condition ? [[condition, columns]] : []))
}

it('calls the parts of an answer as the web form does', () => {
  const { hint: _, ...address } = form.address
  const labels = { ...address, ...form.person, ...form.organisation }
  expect(PART_WORDS).toEqual(labels)
})
