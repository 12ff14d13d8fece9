import { describe, expect, it } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import { marksOf } from '@/lib/procedures/content-parts'
import { mergeContent } from '@/lib/procedures/merge-content'
import { type Content, standingIn } from '@/lib/procedures/section-content'
import type { Field } from '@/lib/procedures/shape/field'

const label = { vi: 'Nhãn', en: 'Label' }
const common = { label, required: false, sensitive: false }
const column = (key: string) => ({ ...common, key, type: 'text' as const, maxLength: 250 })
const FIELDS: Field[] = [
  { ...common, key: 'name', type: 'text', maxLength: 250 },
  { ...common, key: 'phone', type: 'phone' },
  {
    ...common,
    key: 'owner',
    type: 'person',
    parts: ['full_name', 'phone'],
    requiredParts: [],
  },
  {
    ...common,
    key: 'staff',
    type: 'table',
    columns: [column('licence'), column('title')],
    uniqueBy: ['licence'],
    maxRows: 20,
    rowLabel: label,
  },
]

type Sides = { base: Answers; mine: Answers; theirs: Answers }
type Options = { givenUp?: string[]; apart?: string[]; unread?: Content['unread'] }

/** Merges as if the base were known, the way the history tells it. */
function merge({ base, mine, theirs }: Sides, options: Options = {}) {
  const { givenUp = [], apart = [], unread = {} } = options
  const mark = (text: string) => `<${text}>`
  const marks = new Map(
    FIELDS.flatMap((field) => [
      ...marksOf(field, standingIn({ answers: base, unread: {} }, field.key), mark),
    ]),
  )
  const now = new Map(
    FIELDS.flatMap((field) => [
      ...marksOf(field, standingIn({ answers: theirs, unread: {} }, field.key), mark),
    ]),
  )
  return mergeContent({
    fields: FIELDS,
    mine: { answers: mine, unread },
    theirs: { answers: theirs, unread: {} },
    baseOf: (part) => (marks.get(part) === now.get(part) ? undefined : (marks.get(part) ?? '')),
    apart: new Set(apart),
    givenUp: new Set(givenUp),
    mark,
  })
}

describe('two writers of one section', () => {
  it('both keep what they alone changed', () => {
    const merged = merge({
      base: { name: 'Cũ', phone: '+84900000001' },
      mine: { name: 'Mới', phone: '+84900000001' },
      theirs: { name: 'Cũ', phone: '+84900000002' },
    })
    expect(merged.content.answers).toEqual({ name: 'Mới', phone: '+84900000002' })
    expect(merged).toMatchObject({ conflicts: [], others: ['phone'] })
  })

  it('overwrite nothing that both changed, and are told', () => {
    const merged = merge({
      base: { name: 'Cũ' },
      mine: { name: 'Của tôi' },
      theirs: { name: 'Của bạn' },
    })
    expect(merged.content.answers).toEqual({ name: 'Của bạn' })
    expect(merged.conflicts).toEqual(['name'])
  })

  it('do not quarrel about the same change', () => {
    const same = { name: 'Như nhau' }
    expect(merge({ base: {}, mine: same, theirs: same }).conflicts).toEqual([])
  })

  it('see a deletion as a change', () => {
    const sides = { base: { name: 'Cũ' }, mine: {}, theirs: { name: 'Cũ' } }
    expect(merge(sides).content.answers).toEqual({})
    const both = merge({ ...sides, theirs: { name: 'Sửa' } })
    expect(both).toMatchObject({ content: { answers: { name: 'Sửa' } }, conflicts: ['name'] })
  })

  it('share a person part by part', () => {
    const merged = merge({
      base: { owner: { full_name: 'An', phone: '+84900000001' } },
      mine: { owner: { full_name: 'An Bình', phone: '+84900000001' } },
      theirs: { owner: { full_name: 'An', phone: '+84900000002' } },
    })
    expect(merged.content.answers).toEqual({
      owner: { full_name: 'An Bình', phone: '+84900000002' },
    })
    expect(merged).toMatchObject({ conflicts: [], others: ['owner.phone'] })
  })

  it('name the one part of a person that both changed', () => {
    const merged = merge({
      base: { owner: { full_name: 'An', phone: '+84900000001' } },
      mine: { owner: { full_name: 'An Bình', phone: '+84900000003' } },
      theirs: { owner: { full_name: 'An', phone: '+84900000002' } },
    })
    expect(merged.content.answers).toEqual({
      owner: { full_name: 'An Bình', phone: '+84900000002' },
    })
    expect(merged.conflicts).toEqual(['owner.phone'])
  })

  it('add, change and remove rows of one table', () => {
    const row = (licence: string, title = 'bs') => ({ licence, title })
    const merged = merge({
      base: { staff: [row('1'), row('2'), row('3')] },
      mine: { staff: [row('1', 'ths'), row('2'), row('4')] },
      theirs: { staff: [row('2'), row('3'), row('1'), row('5')] },
    })
    expect(merged.content.answers['staff']).toEqual([row('2'), row('1', 'ths'), row('5'), row('4')])
    expect(merged).toMatchObject({ conflicts: [], others: ['staff'] })
  })

  it('keep a table whole when a row was changed by both or has no identity yet', () => {
    const base = { staff: [{ licence: '1', title: 'bs' }] }
    const theirs = { staff: [{ licence: '1', title: 'ts' }] }
    const both = merge({ base, mine: { staff: [{ licence: '1', title: 'ths' }] }, theirs })
    expect(both).toMatchObject({ content: { answers: theirs }, conflicts: ['staff'] })
    const unnamed = merge({ base, mine: { staff: [{ title: 'chưa có số' }] }, theirs })
    expect(unnamed).toMatchObject({ content: { answers: theirs }, conflicts: ['staff'] })
  })

  it('take the text with a mistake as a change, and keep it', () => {
    const text = { phone: ['0912'] }
    const sides = { base: {}, mine: {}, theirs: {} }
    const kept = merge(sides, { unread: { phone: text } })
    expect(kept.content.unread).toEqual({ phone: text })
    const both = merge({ ...sides, theirs: { phone: '+84900000002' } }, { unread: { phone: text } })
    expect(both.conflicts).toEqual(['phone'])
  })
})

describe('a choice', () => {
  it('for the others leaves what they wrote', () => {
    const sides = { base: { name: 'Cũ' }, mine: { name: 'Tôi' }, theirs: { name: 'Bạn' } }
    const merged = merge(sides, { givenUp: ['name'] })
    expect(merged).toMatchObject({ content: { answers: { name: 'Bạn' } }, conflicts: [] })
  })

  it('that is still open is not passed over by a later change of another part', () => {
    const sides = {
      base: { owner: { full_name: 'An', phone: '+84900000001' } },
      mine: { owner: { full_name: 'An Bình', phone: '+84900000003' } },
      theirs: { owner: { full_name: 'An', phone: '+84900000002' } },
    }
    expect(merge(sides, { apart: ['owner'] }).conflicts).toEqual(['owner.phone'])
  })
})
