import { describe, expect, it } from 'vitest'
import { FACES, type FaceName, getFace } from '@/lib/documents/layout/faces'
import { asPrintable, PRINTABLE_RANGES } from '@/lib/documents/printable'

describe('what can be printed', () => {
  it.each(Object.keys(FACES) as FaceName[])(
    '%s has a glyph for every promised character',
    (name) => {
      const { glyphs } = getFace(name)
      const missing = PRINTABLE_RANGES.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      ).filter((codePoint) => !glyphs.has(codePoint))
      expect(missing).toEqual([])
    },
  )

  it('composes letters and lets line ends through', () => {
    expect(asPrintable('Mẫu\nsố'.normalize('NFD'))).toEqual({ ok: true, value: 'Mẫu\nsố' })
  })

  it('names once each character that cannot be printed', () => {
    expect(asPrintable('a😀b😀\u0007')).toEqual({
      ok: false,
      refusal: { code: 'unprintable-characters', characters: ['😀', '\u0007'] },
    })
  })
})
