import { SIGNATURE_IMAGE_MM } from '../layout/signature-block'
import { outlineGlyphs, outlineScale } from './glyph-path'
import { inkImage } from './ink-image'

const INK = '#1f2937'
const FACE = 'regular'
const TALLEST = 3.2
const MARGIN = 1

/** One line from the left edge, set smaller when it would not fit. */
function line(text: string, y: number, size: number): string {
  const scale = size * outlineScale(FACE)
  let x = MARGIN
  return outlineGlyphs(FACE, text)
    .map((glyph) => {
      const place = `translate(${x.toFixed(3)} ${y.toFixed(2)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`
      x += glyph.advance * size
      return `<path transform="${place}" d="${glyph.path}"/>`
    })
    .join('')
}

function widthOf(text: string): number {
  return outlineGlyphs(FACE, text).reduce((sum, glyph) => sum + glyph.advance, 0)
}

/**
 * What stands in the place of a signature when somebody has confirmed without a key of their own: how
 * they did and when, in plain letters. The same lines give the same bytes.
 */
export async function drawAttestationImage(lines: readonly string[]): Promise<Uint8Array> {
  const { width, height } = SIGNATURE_IMAGE_MM
  const widest = Math.max(...lines.map(widthOf), 1)
  const step = height / (lines.length + 1)
  const size = Math.min(TALLEST, step * 0.8, (width - 2 * MARGIN) / widest)
  const drawn = lines.map((text, index) => line(text, step * (index + 1), size)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<rect x="0.3" y="0.3" width="${width - 0.6}" height="${height - 0.6}" fill="none" stroke="${INK}" stroke-width="0.3"/>
<g fill="${INK}">${drawn}</g></svg>`
  return inkImage(svg, { colour: INK, widthMm: width })
}
