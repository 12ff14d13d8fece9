import { describe, expect, it } from 'vitest'
import { communeDirectory, searchCommunes, unitLabel } from '@/lib/procedures/communes'
import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'
import { fieldOptions, optionLabel } from '@/lib/procedures/options'
import { findProvince, findProvinceOfAgency, PROVINCES } from '@/lib/procedures/provinces'
import { fieldsOf } from '@/lib/procedures/read-answers'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { CLINIC } from '@/tests/factories/clinic-procedure'

const { communes, lists } = SHIPPED_CODES

describe('administrative units', () => {
  it('are 34 provinces with 3,321 communes of unique codes', () => {
    const all = communes.provinces.flatMap((province) => province.communes)
    expect(communes.provinces).toHaveLength(34)
    expect(all).toHaveLength(3321)
    expect(new Set(all.map(({ code }) => code)).size).toBe(3321)
  })

  it('count the types of 20/09/2026', () => {
    const types = communes.provinces.flatMap((one) => one.communes.map(({ type }) => type))
    const count = (type: string) => types.filter((one) => one === type).length
    expect([count('phường'), count('xã'), count('đặc khu')]).toEqual([709, 2599, 13])
    const cities = PROVINCES.filter(({ type }) => type === 'city').map(({ code }) => code)
    expect(cities).toEqual(['01', '22', '24', '31', '46', '48', '75', '79', '92'])
  })

  it('agree between the two files', () => {
    for (const { code, label } of PROVINCES) {
      const unit = communes.province(code)
      if (!unit) throw new Error(code)
      expect(unitLabel(unit)).toBe(label.vi)
    }
  })

  it('take the misprinted codes, and give the right one', () => {
    expect(communes.commune('06978')).toMatchObject({
      code: '06970',
      name: 'Ba Chẽ',
      province: '22',
    })
    expect(communes.commune('99999')).toBeUndefined()
  })

  it('keep the label of before for papers of before', () => {
    expect(findProvince('75')).toMatchObject({
      label: { vi: 'Thành phố Đồng Nai' },
      formerLabels: [{ until: '2026-04-29', label: { vi: 'Tỉnh Đồng Nai' } }],
    })
  })

  it('know their health department and its letters', () => {
    expect(findProvinceOfAgency('syt-79')).toMatchObject({
      code: '79',
      licenceSuffix: { value: 'HCM' },
      healthDepartment: { name: { vi: 'Sở Y tế thành phố Hồ Chí Minh' } },
      agencyCode: { value: 'H29' },
    })
    expect(findProvinceOfAgency('byt')).toBeUndefined()
    const suffixes = PROVINCES.map(({ licenceSuffix }) => licenceSuffix.value)
    expect(new Set(suffixes).size).toBe(34)
  })

  it('refuse a file that is not one', () => {
    expect(() => communeDirectory({ provinces: [] })).toThrow()
  })
})

describe('searching without accents', () => {
  it.each([
    ['Phường Yên Hòa', 'phuong yen hoa'],
    ['ĐẮK LẮK', 'dak lak'],
    ['Bà Rịa – Vũng Tàu', 'ba ria vung tau'],
    ['Phường 1 Bảo Lộc', 'phuong 1 bao loc'],
  ])('%s folds to %s', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded)
  })

  it.each([['yen hoa'], ['Yên Hoà'], ['YÊN HÒA'], ['phường yên h']])(
    'finds Yên Hòa by %s',
    (typed) => {
      const hanoi = communes.province('01')
      if (!hanoi) throw new Error('no Hà Nội')
      expect(searchCommunes(hanoi, typed).map(({ name }) => name)).toContain('Yên Hòa')
    },
  )

  it('finds nothing for what is not there', () => {
    const hanoi = communes.province('01')
    expect(hanoi && searchCommunes(hanoi, 'sai gon')).toEqual([])
  })
})

describe('code lists', () => {
  it.each(Object.keys(lists))('%s has unique values with labels in both languages', (key) => {
    const items = lists[key]?.items ?? []
    expect(new Set(items.map(({ value }) => value)).size).toBe(items.length)
    for (const { label } of items) {
      expect(label.vi).not.toBe('')
      expect(label.en).not.toBe('')
      expect(label.vi).not.toMatch(/bác sĩ|y sĩ|Bác sĩ|Y sĩ/)
    }
  })

  it('has every country of ISO 3166-1 with Viet Nam first', () => {
    const countries = lists['countries']?.items ?? []
    expect(countries).toHaveLength(249)
    expect(countries[0]).toMatchObject({ value: 'VN', label: { vi: 'Việt Nam' } })
    expect(countries.every(({ value }) => /^[A-Z]{2}$/.test(value))).toBe(true)
  })

  it('lets scopes lead only specialties that exist', () => {
    const known = new Set(lists['specialties']?.items.map(({ value }) => value))
    const led = lists['scopes_of_practice']?.items.flatMap(({ specialties = [] }) => specialties)
    expect(led?.filter((value) => !known.has(value))).toEqual([])
  })

  it('offers what the procedure allows, in the order of the list', () => {
    const form = fieldsOf(CLINIC).find(({ key }) => key === 'organisation_form')
    if (form?.type !== 'select') throw new Error('no choice')
    const offered = fieldOptions(form, SHIPPED_CODES).map(({ label }) => label.vi)
    expect(offered).toEqual([
      'Phòng khám chuyên khoa',
      'Phòng khám bác sỹ y khoa',
      'Phòng khám y học cổ truyền',
      'Phòng khám răng hàm mặt',
      'Phòng khám dinh dưỡng',
      'Phòng khám y sỹ đa khoa',
    ])
  })

  it('describes a retired item but does not offer it', () => {
    const label = { vi: 'Cũ', en: 'Old' }
    const kinds = {
      key: 'kinds',
      confidence: 'designed',
      items: [
        { value: 'a', label: { vi: 'Mới', en: 'New' }, active: true },
        { value: 'b', label, active: false },
      ],
    }
    const codes = { ...SHIPPED_CODES, lists: { kinds } }
    const field = {
      key: 'kind',
      type: 'select',
      label,
      list: 'kinds',
      required: true,
      sensitive: false,
    } as const
    expect(fieldOptions(field, codes).map(({ value }) => value)).toEqual(['a'])
    expect(optionLabel(field, 'b', codes)).toEqual(label)
  })
})
