import { describe, expect, it } from 'vitest'
import { agencyTitles, headOf } from '@/lib/dossiers/agency-titles'

describe('how an agency calls itself in capitals', () => {
  it('is a health department under its people’s committee', () => {
    const parentNameVi = 'Ủy ban nhân dân\nthành phố Hà Nội'
    const nameVi = 'Sở Y tế thành phố Hà Nội'
    const agency = { kind: 'provincial-health-department', nameVi, parentNameVi } as const
    expect(headOf(agency)).toBe('Giám đốc Sở Y tế thành phố Hà Nội')
    expect(agencyTitles(agency)).toEqual({
      parent: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI',
      agency: 'SỞ Y TẾ',
      head: 'GIÁM ĐỐC SỞ Y TẾ',
    })
  })

  it('is the Ministry under nobody, with its minister', () => {
    const agency = { kind: 'ministry', nameVi: 'Bộ Y tế', parentNameVi: '' } as const
    expect(headOf(agency)).toBe('Bộ trưởng Bộ Y tế')
    expect(agencyTitles(agency)).toEqual({
      parent: '',
      agency: 'BỘ Y TẾ',
      head: 'BỘ TRƯỞNG BỘ Y TẾ',
    })
  })

  it('is a department under the Ministry, with its director', () => {
    const names = { nameVi: 'Cục Quản lý Dược', parentNameVi: 'Bộ Y tế' }
    const agency = { kind: 'ministry-department', ...names } as const
    expect(headOf(agency)).toBe('Cục trưởng Cục Quản lý Dược')
    expect(agencyTitles(agency)).toEqual({
      parent: 'BỘ Y TẾ',
      agency: 'CỤC QUẢN LÝ DƯỢC',
      head: 'CỤC TRƯỞNG CỤC QUẢN LÝ DƯỢC',
    })
  })
})
