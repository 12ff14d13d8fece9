import { describe, expect, it } from 'vitest'
import { searchProcedures } from '@/lib/procedures/search'
import { SEARCH_QUERIES } from '@/tests/factories/search-queries'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const procedures = shippedProcedures().map(([, procedure]) => procedure)
const known = new Set(procedures.map(({ key }) => key))
const top = (query: string, count: number) =>
  searchProcedures(procedures, query)
    .slice(0, count)
    .map(({ procedure }) => procedure.key)

describe('search', () => {
  it('has the right procedure among the first three for at least 95 % of what people type', () => {
    const asked = SEARCH_QUERIES.filter(([, ...wanted]) => wanted.every((key) => known.has(key)))
    const missed = asked.filter(([query, ...wanted]) => {
      const found = top(query, 3)
      return !wanted.some((key) => found.includes(key))
    })
    expect(missed.length / asked.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05)
  })

  it('finds a procedure by its code', () => {
    expect(top('1.012278', 5)).toContain('gphd-specialist-clinic-new')
  })

  it.each(['xin visa', 'xe máy cũ', 'zzzz', 'đăng ký kết hôn', 'passport'])(
    'finds nothing for %s',
    (query) => {
      expect(searchProcedures(procedures, query)).toEqual([])
    },
  )

  it('offers everything when nothing was asked', () => {
    expect(searchProcedures(procedures, '  ')).toHaveLength(procedures.length)
  })

  it.each([
    ['phòng khám nha khoa', 'phong kham nha khoa'],
    ['PHÒNG KHÁM', 'phòng  khám'],
    ['phòng khám nha khoa', 'phòng khám nha khoaa'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(top(other, 1)).toEqual(top(one, 1))
  })

  it('puts what fits better before, with a score between 0 and 1', () => {
    const scores = searchProcedures(procedures, 'phòng khám').map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
  })
})
