import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  newId,
  newSubmissionReference,
  newVerificationCode,
  parseSubmissionReference,
  parseVerificationCode,
} from '@/lib/shared/ids'

const many = <Value>(make: () => Value) => Array.from({ length: 10_000 }, make)

describe('newId', () => {
  it('is a UUID of version 7 with the time of its birth', () => {
    const id = newId()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const born = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(Math.abs(born - Date.now())).toBeLessThan(1000)
  })

  it('grows with every call, within a millisecond and when the wall clock steps back', () => {
    const before = many(newId)
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 60_000)
    const ids = [...before, ...many(newId)]
    expect(ids).toEqual([...new Set(ids)].sort())
  })
})

describe('newVerificationCode', () => {
  it('is four groups of four letters and digits that cannot be misread', () => {
    for (const code of many(newVerificationCode).slice(0, 100)) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    }
  })

  it('uses all 32 digits and repeats no code', () => {
    const codes = many(newVerificationCode)
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32)
  })

  it('is read back from what a person types', () => {
    expect(parseVerificationCode(' 7k3m 9qx2 rt5v-wz0o ')).toBe('7K3M-9QX2-RT5V-WZ00')
    expect(parseVerificationCode('illi-0000-0000-0000')).toBe('1111-0000-0000-0000')
    for (const wrong of ['', '7K3M', '7K3M-9QX2-RT5V-WZ0U', '7K3M-9QX2-RT5V-WZ00-1']) {
      expect(parseVerificationCode(wrong)).toBeNull()
    }
  })
})

describe('newSubmissionReference', () => {
  it('is NOP and ten digits, and reads back as itself', () => {
    for (const reference of many(newSubmissionReference).slice(0, 500)) {
      expect(reference).toMatch(/^NOP-[0-9A-HJKMNP-TV-Z]{10}$/)
      expect(parseSubmissionReference(reference)).toBe(reference)
      expect(parseSubmissionReference(` ${reference.slice(4).toLowerCase()} `)).toBe(reference)
    }
  })

  it('notices every single wrong digit', () => {
    const digit = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 13 }), digit, (at, other) => {
        const reference = newSubmissionReference()
        fc.pre(reference[at] !== other)
        const wrong = reference.slice(0, at) + other + reference.slice(at + 1)
        expect(parseSubmissionReference(wrong)).toBeNull()
      }),
    )
  })

  it('notices any two digits that changed places', () => {
    const place = fc.integer({ min: 4, max: 13 })
    fc.assert(
      fc.property(place, place, (one, other) => {
        const letters = [...newSubmissionReference()]
        const [a = '', b = ''] = [letters[one], letters[other]]
        fc.pre(a !== b)
        letters[one] = b
        letters[other] = a
        expect(parseSubmissionReference(letters.join(''))).toBeNull()
      }),
    )
  })
})
