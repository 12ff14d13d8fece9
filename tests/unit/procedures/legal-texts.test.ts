import { describe, expect, it } from 'vitest'
import { relatedTexts } from '@/lib/procedures/legal-texts'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const basis = new Map(shippedProcedures()).get('supplement-registration')?.legalBasis ?? []
const devices = new Map(shippedProcedures()).get('device-trade-declare')?.legalBasis ?? []

function related(number: string, all: typeof basis): string[] {
  const text = all.find((one) => one.number === number)
  return text ? relatedTexts(text, all).map((one) => one.number) : []
}

describe('the texts of a legal basis', () => {
  it('lead from what suspends to what is suspended, and back', () => {
    expect(related('15/2026/NQ-CP', basis)).toEqual(['46/2026/NĐ-CP'])
    expect(related('46/2026/NĐ-CP', basis)).toEqual(['15/2026/NQ-CP'])
  })

  it('lead from a decree to everything that amends it', () => {
    expect(related('98/2021/NĐ-CP', devices)).toEqual([
      '07/2023/NĐ-CP',
      '04/2025/NĐ-CP',
      '19/2021/TT-BYT',
    ])
  })

  it('do not take a part of a number for the number', () => {
    const [one, other] = [
      { number: '8/2021/NĐ-CP', title: 'Một nghị định' },
      { number: '07/2023/NĐ-CP', title: 'Sửa đổi Nghị định 98/2021/NĐ-CP' },
    ]
    expect(relatedTexts(one, [one, other])).toEqual([])
  })
})
