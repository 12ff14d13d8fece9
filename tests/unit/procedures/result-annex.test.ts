import { describe, expect, it } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import { resultAnnex } from '@/lib/procedures/result-annex'
import { clinicAnswers } from '@/tests/factories/answers'
import { CLINIC, clinicRules } from '@/tests/factories/clinic-procedure'

/** The list belongs to the decision that comes with the licence. */
function annexOf(answers: Answers) {
  const { companion } = CLINIC.result
  if (!companion) throw new Error('the clinic gets no decision on its techniques')
  return resultAnnex(clinicRules(), answers, companion)
}

describe('the annex of a decision', () => {
  it('lists the approved techniques, numbered, by the columns of the definition', () => {
    const annex = annexOf(clinicAnswers())
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
    expect(annexOf(clinicAnswers({ techniques: [] }))).toBeNull()
  })
})
