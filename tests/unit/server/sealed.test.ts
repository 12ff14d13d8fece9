import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { keyedHash, sameText } from '@/lib/server/keyed-hash'
import { maskNationalId, nationalIdLookup, open, seal, sealNationalId } from '@/lib/server/sealed'

const keys = vi.hoisted(() => ({
  SEALING_KEY: '',
  LOOKUP_KEY: Buffer.alloc(32, 'l').toString('base64'),
}))
vi.mock('@/lib/server/env', () => ({ env: () => keys }))
const old = Buffer.alloc(32, 'a').toString('base64')
const fresh = Buffer.alloc(32, 'b').toString('base64')
keys.SEALING_KEY = old

describe('a sealed text', () => {
  it('opens to what went in', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => open(seal(text)) === text))
  })

  it('looks different each time and shows nothing', () => {
    const [one, other] = [seal('001099000001'), seal('001099000001')]
    expect(one).not.toBe(other)
    expect(one).toMatch(/^s1:[0-9a-f]{8}:[\w-]+$/)
  })

  it('does not open when any one character was changed', () => {
    const sealed = seal('001099000001')
    for (let at = 12; at < sealed.length - 1; at++) {
      const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      expect(() => open(altered)).toThrow()
    }
    expect(() => open(sealed.slice(0, 30))).toThrow()
    expect(() => open('')).toThrow('unknown format')
  })

  it('stays readable after a new key came in front, and is not when its key has gone', () => {
    const sealed = seal('001099000001')
    keys.SEALING_KEY = `${fresh},${old}`
    expect(open(sealed)).toBe('001099000001')
    expect(seal('x').split(':')[1]).not.toBe(sealed.split(':')[1])
    keys.SEALING_KEY = fresh
    expect(() => open(sealed)).toThrow('unknown format or key')
    keys.SEALING_KEY = old
  })
})

describe('a national identifier', () => {
  it('is found by its keyed hash however it was written', () => {
    expect(sealNationalId('001099000001').lookup).toBe(nationalIdLookup('001 099 000.001'))
    expect(nationalIdLookup('001099000001')).not.toBe(nationalIdLookup('001099000002'))
  })

  it('is masked but for its ends', () => {
    expect(maskNationalId('001099000123')).toBe('001••••••123')
    expect(maskNationalId('12345678')).toBe('••••••••')
  })
})

describe('a keyed hash', () => {
  it('differs by purpose', () => {
    expect(keyedHash('mail', 'a')).toMatch(/^[0-9a-f]{64}$/)
    expect(keyedHash('mail', 'a')).not.toBe(keyedHash('phone', 'a'))
  })

  it('is compared in constant time', () => {
    expect([sameText('ab', 'ab'), sameText('ab', 'ac'), sameText('ab', 'abc')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
