import { SIGNATURE_IMAGE_MM } from '../layout/signature-block'
import { CAPITALS, MARKS, SMALL_LETTERS, type Stroke } from './handwriting'
import { inkImage } from './ink-image'

const INK = '#1d3f9f'
const MARK_STEP = -16
const DOT_BELOW = '\u0323'
const ROOFS = '\u0302\u0306'
const BARRED: Readonly<Record<string, string>> = { đ: 'd', Đ: 'D' }

/** Letters in one line, and what the hand adds after it: marks, bars. */
type Writing = { x: number; line: string; marks: string[] }
type Written = { stroke: Stroke; capital: boolean }

/** Moves a path of absolute coordinates. */
function shifted(path: string, x: number, y = 0): string {
  return path.replaceAll(
    /(-?\d+) (-?\d+)/g,
    (_, px: string, py: string) => `${Number(px) + x} ${Number(py) + y}`,
  )
}

function findStroke(base: string): Written | undefined {
  const plain = BARRED[base] ?? base
  const capital = CAPITALS[plain]
  if (capital) return { stroke: capital, capital: true }
  const small = SMALL_LETTERS[plain]
  return small && { stroke: small, capital: false }
}

function marksOf(letter: string): { base: string; marks: string[] } {
  const [base = '', ...marks] = letter.normalize('NFD')
  const dotted = base === 'i' && marks.every((mark) => mark === DOT_BELOW)
  return { base, marks: dotted ? [...marks, 'dot'] : marks }
}

function placedMarks(marks: readonly string[], middle: number, raise: number): string[] {
  let y = raise
  return marks.map((mark) => {
    const placed = shifted(MARKS[mark] ?? '', middle, mark === DOT_BELOW ? 0 : y)
    if (ROOFS.includes(mark)) y += MARK_STEP
    return placed
  })
}

function barOf(base: string, x: number): string[] {
  if (base === 'Đ') return [shifted('M-8 -52 C10 -56 22 -56 40 -58', x)]
  return base === 'đ' ? [shifted('M30 -76 C40 -80 48 -80 60 -82', x)] : []
}

function write(writing: Writing, letter: string): Writing {
  const { base, marks } = marksOf(letter)
  const written = findStroke(base)
  if (!written) return writing
  const { stroke, capital } = written
  const { x } = writing
  const start = writing.line || capital ? '' : `M${x} 0 `
  const middle = x + stroke.advance * (capital ? 0.55 : 0.48)
  return {
    x: x + stroke.advance,
    line: `${writing.line}${start}${shifted(stroke.path, x)} `,
    marks: [...writing.marks, ...barOf(base, x), ...placedMarks(marks, middle, capital ? -56 : 0)],
  }
}

/** The stroke that a hand adds under its name: back to the left and out to the right. */
function flourish(width: number): string {
  return `C${width + 40} -20 ${width + 60} 30 ${width * 0.5} 34 C${width * 0.1} 38 -30 44 ${width * 0.1} 30 C${width * 0.5} 14 ${width * 0.9} 22 ${width + 70} 6`
}

/** The signature of a name as an SVG drawing: the given name, the last of the words. */
function signatureSvg(name: string): string {
  const given = name.trim().split(/\s+/).at(-1) ?? ''
  const empty: Writing = { x: 0, line: '', marks: [] }
  const { x: width, line, marks } = [...given.normalize('NFC')].reduce(write, empty)
  const drawn = line ? `${line}${flourish(width)}` : ''
  const { width: mmWidth, height: mmHeight } = SIGNATURE_IMAGE_MM
  // The box holds the slanted name, its marks and the flourish; longer names are scaled down.
  const scale = Math.min(mmWidth / (width + 150), mmHeight / 200)
  const centre = `translate(${mmWidth / 2} ${mmHeight * 0.58}) rotate(-5) scale(${scale})`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mmWidth} ${mmHeight}">
<g transform="${centre} skewX(-14) translate(${-width / 2 - 10} 25)" fill="none" stroke="${INK}"
 stroke-width="4.4" stroke-linecap="round" stroke-linejoin="round">
<path d="${drawn}"/><path d="${marks.join(' ')}"/></g></svg>`
}

/**
 * A sample of a handwritten signature: blue, PNG with a transparent ground (Decree 30/2020,
 * Annex I), in the proportions of the signature field. The same name gives the same bytes.
 */
export async function drawSignatureImage(name: string): Promise<Uint8Array> {
  return inkImage(signatureSvg(name), { colour: INK, widthMm: SIGNATURE_IMAGE_MM.width })
}
