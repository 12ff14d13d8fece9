import { describe, expect, it } from 'vitest'
import { resultAnnex } from '@/lib/procedures/result-annex'
import { clinicAnswers } from '@/tests/factories/answers'
import { clinicRules } from '@/tests/factories/clinic-procedure'

describe('the annex of a licence', () => {
  it('lists the approved techniques, numbered, by the columns of the definition', () => {
    const annex = resultAnnex(clinicRules(), clinicAnswers())
    expect(annex?.title).toBe('Danh mục kỹ thuật được phê duyệt')
    expect(annex?.columns.map(({ head }) => head)).toEqual([
      'TT',
      'Mã kỹ thuật',
      'Tên kỹ thuật',
      'Chuyên khoa',
    ])
    expect(annex?.rows.length).toBeGreaterThan(0)
    expect(annex?.rows[0]?.[0]).toBe('1')
    expect(annex?.rows.every((row) => row.every((cell) => cell !== ''))).toBe(true)
  })

  it('is left out when there is nothing to list', () => {
    expect(resultAnnex(clinicRules(), clinicAnswers({ techniques: [] }))).toBeNull()
  })
})
