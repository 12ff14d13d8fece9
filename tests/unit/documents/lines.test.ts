import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '@/lib/documents/layout/faces'
import { breakLines, type Line, type Run } from '@/lib/documents/layout/lines'
import { linesForPage } from '@/lib/documents/layout/paragraph'

function run(text: string, face: Run['face'] = 'regular'): Run {
  return { text, face, size: 14 }
}

function textOf(line: Line): string {
  return line.runs.map((part) => part.text).join('')
}

describe('breaking lines', () => {
  it('loses no word and overfills no line', () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-ZđĐ0-9/.-]{1,14}$/), { minLength: 1 })
    const property = fc.property(words, fc.integer({ min: 60, max: 460 }), (list, width) => {
      const text = list.join(' ')
      const lines = breakLines([run(text)], { width, firstIndent: 0 })
      expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.02)
    })
    fc.assert(property, { seed: 20_261_122 })
  })

  it('keeps a word whole when its face changes in the middle', () => {
    const [first, second] = breakLines([run('aaaa bb'), run('bb cc', 'bold')], {
      width: textWidth('regular', 14, 'aaaa bb'),
      firstIndent: 0,
    })
    expect(first && textOf(first)).toBe('aaaa ')
    expect(second && textOf(second)).toBe('bbbb ')
  })

  it('keeps words joined by a no-break space together', () => {
    const lines = breakLines([run('trong 10\u00a0ngày')], {
      width: textWidth('regular', 14, 'trong 10'),
      firstIndent: 0,
    })
    expect(lines.map(textOf)).toEqual(['trong ', '10\u00a0ngày'])
  })

  it('ends a line where the text does, leaving a space for those who listen', () => {
    const lines = breakLines([run('một\nhai')], { width: 400, firstIndent: 20 })
    expect(lines.map(textOf)).toEqual(['một ', 'hai'])
    expect(lines.map(({ indent, final }) => [indent, final])).toEqual([
      [20, true],
      [0, true],
    ])
  })
})

describe('lines of a paragraph on a page', () => {
  it.each([
    { left: 5, room: 9, withReserve: 6, count: 5, why: 'all fit with the signature' },
    { left: 5, room: 9, withReserve: 3, count: 3, why: 'two go with the signature' },
    { left: 5, room: 4, withReserve: 0, count: 3, why: 'none is alone on the next page' },
    { left: 3, room: 2, withReserve: 0, count: 0, why: 'none is alone on this page' },
    { left: 1, room: 9, withReserve: 0, count: 0, why: 'a short line follows the signature' },
  ])('$count of $left: $why', ({ left, room, withReserve, count }) => {
    expect(linesForPage(left, { room, withReserve })).toBe(count)
  })
})
