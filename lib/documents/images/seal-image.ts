import { SEAL_IMAGE_MM } from '../layout/signature-block'
import { type OutlineGlyph, outlineGlyphs, outlineScale } from './glyph-path'
import { inkImage } from './ink-image'

const RED = '#c8102e'
const FACE = 'bold'
/** Millimetres from the middle of the seal. */
const RADIUS = { rim: 17.3, inner: 11.6, upperText: 12.75, lowerText: 15.4 }
const SAMPLE = '– BẢN MẪU – DEMO –'

type Arc = {
  radius: number
  size: number /** Most degrees the text may take. */
  span: number
  upper: boolean
}

function glyphAt(glyph: OutlineGlyph, angle: number, arc: Arc): string {
  const { radius, size, upper } = arc
  const y = upper ? -radius : radius
  const scale = size * outlineScale(FACE)
  const turn = upper ? angle : -angle
  const middle = (-glyph.advance * size) / 2
  const place = `rotate(${turn.toFixed(3)}) translate(${middle.toFixed(3)} ${y}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`
  return `<path transform="${place}" d="${glyph.path}"/>`
}

/** Sets text on an arc around the middle, the letters smaller when the text is too long for it. */
function textOnArc(text: string, arc: Arc): string {
  const glyphs = outlineGlyphs(FACE, text)
  const spacing = 0.08
  const length = glyphs.reduce((sum, glyph) => sum + glyph.advance + spacing, 0)
  const most = (arc.span * Math.PI * arc.radius) / 180
  const size = Math.min(arc.size, most / length)
  const degrees = (size * 180) / (Math.PI * arc.radius)
  let angle = (-length * degrees) / 2
  return glyphs
    .map((glyph) => {
      const half = ((glyph.advance + spacing) * degrees) / 2
      const placed = glyphAt(glyph, angle + half, { ...arc, size })
      angle += 2 * half
      return placed
    })
    .join('')
}

/** A straight line of text, centred. */
function textLine(text: string, size: number, y: number): string {
  const glyphs = outlineGlyphs(FACE, text)
  const scale = size * outlineScale(FACE)
  let x = (-size * glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)) / 2
  return glyphs
    .map((glyph) => {
      const place = `translate(${x.toFixed(3)} ${y}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`
      x += glyph.advance * size
      return `<path transform="${place}" d="${glyph.path}"/>`
    })
    .join('')
}

function star(radius: number, y: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.382
    const angle = (index * Math.PI) / 5
    return `${(reach * Math.sin(angle)).toFixed(3)},${(y - reach * Math.cos(angle)).toFixed(3)}`
  })
  return `<polygon points="${points.join(' ')}"/>`
}

function sealSvg(agencyName: string): string {
  const half = SEAL_IMAGE_MM.width / 2
  const upper = { radius: RADIUS.upperText, size: 3.1, span: 205, upper: true }
  const lower = { radius: RADIUS.lowerText, size: 2.5, span: 120, upper: false }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-half} ${-half} ${2 * half} ${2 * half}">
<g fill="${RED}" opacity="0.88">
<circle r="${RADIUS.rim}" fill="none" stroke="${RED}" stroke-width="0.9"/>
<circle r="${RADIUS.rim - 0.95}" fill="none" stroke="${RED}" stroke-width="0.25"/>
<circle r="${RADIUS.inner}" fill="none" stroke="${RED}" stroke-width="0.45"/>
${textOnArc(agencyName.toLocaleUpperCase('vi'), upper)}${textOnArc(SAMPLE, lower)}
${star(5.2, -2.2)}${textLine('MẪU', 4.4, 7.4)}
</g></svg>`
}

/**
 * A sample of the round seal of an agency: red, 36 mm, PNG with a transparent ground (Decree
 * 30/2020, Annex I), and written all over as a sample. The same name gives the same bytes.
 */
export async function drawSealImage(agencyName: string): Promise<Uint8Array> {
  return inkImage(sealSvg(agencyName), { colour: RED, widthMm: SEAL_IMAGE_MM.width })
}
