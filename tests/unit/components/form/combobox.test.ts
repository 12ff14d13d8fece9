import { describe, expect, it } from 'vitest'
import { matching } from '@/components/form/use-combobox-list'
import { unitLabel } from '@/lib/procedures/communes'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

const hanoi = SHIPPED_CODES.communes.province('01')
const communes = (hanoi?.communes ?? []).map((unit) => ({
  value: unit.code,
  label: unitLabel(unit),
}))
const found = (query: string) => matching(communes, query).map(({ label }) => label)

describe('a searched list', () => {
  it('finds without accents, with them, and by words in any order', () => {
    expect(found('yen hoa')).toContain('Phường Yên Hòa')
    expect(found('Yên Hoà')).toContain('Phường Yên Hòa')
    expect(found('hoa yen')).toContain('Phường Yên Hòa')
    expect(found('phuong yen hoa')[0]).toBe('Phường Yên Hòa')
  })

  it('knows đ and shows everything when nothing is typed', () => {
    expect(found('dong da')).toContain('Phường Đống Đa')
    expect(found('  ')).toHaveLength(communes.length)
    expect(found('zzz')).toEqual([])
  })

  it('puts first what begins with the words', () => {
    const options = ['Cộng hòa Séc', 'Séc', 'Ai Cập'].map((label) => ({ value: label, label }))
    expect(matching(options, 'sec').map(({ label }) => label)).toEqual(['Séc', 'Cộng hòa Séc'])
  })
})
