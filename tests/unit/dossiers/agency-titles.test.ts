import { describe, expect, it } from 'vitest'
import { agencyTitles } from '@/lib/dossiers/agency-titles'

describe('how an agency calls itself in capitals', () => {
  it('is a health department under its people’s committee', () => {
    const parentNameVi = 'Ủy ban nhân dân\nthành phố Hà Nội'
    expect(agencyTitles({ kind: 'provincial-health-department', parentNameVi })).toEqual({
      parent: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI',
      agency: 'SỞ Y TẾ',
      head: 'GIÁM ĐỐC SỞ Y TẾ',
    })
  })

  it('is the Ministry under nobody, with its minister', () => {
    expect(agencyTitles({ kind: 'ministry', parentNameVi: '' })).toEqual({
      parent: '',
      agency: 'BỘ Y TẾ',
      head: 'BỘ TRƯỞNG BỘ Y TẾ',
    })
  })
})
