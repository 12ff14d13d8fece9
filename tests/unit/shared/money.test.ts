import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatVnd, vndInWords } from '@/lib/shared/money'

describe('đồng in figures', () => {
  it.each([
    [0, '0 đ'],
    [500, '500 đ'],
    [1_000_000, '1.000.000 đ'],
    [4_300_000, '4.300.000 đ'],
    [-1500, '-1.500 đ'],
  ])('%d is %s', (amount, written) => {
    expect(formatVnd(amount)).toBe(written)
  })

  it('refuses what is not whole', () => {
    expect(() => formatVnd(0.5)).toThrow(TypeError)
    expect(() => vndInWords(Number.NaN)).toThrow(TypeError)
  })
})

describe('đồng in words', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [14, 'Mười bốn đồng'],
    [105, 'Một trăm linh năm đồng'],
    [1_001, 'Một nghìn không trăm linh một đồng'],
    [430_000, 'Bốn trăm ba mươi nghìn đồng'],
    [3_100_000, 'Ba triệu một trăm nghìn đồng'],
    [4_300_000, 'Bốn triệu ba trăm nghìn đồng'],
    [10_500_000, 'Mười triệu năm trăm nghìn đồng'],
    [1_000_050, 'Một triệu không trăm năm mươi đồng'],
    [2_000_000_000, 'Hai tỷ đồng'],
    [
      1_234_567_891,
      'Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt đồng',
    ],
    [5_000_000_005, 'Năm tỷ không trăm linh năm đồng'],
    [-15, 'Âm mười lăm đồng'],
  ])('%d is %s', (amount, words) => {
    expect(vndInWords(amount)).toBe(words)
  })

  it('never says two amounts alike', () => {
    const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        fc.pre(a !== b)
        expect(vndInWords(a)).not.toBe(vndInWords(b))
        expect(vndInWords(a)).not.toMatch(/ {2}|undefined/)
      }),
    )
  })
})
