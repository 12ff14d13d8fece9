import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fontkit, { type Font } from '@pdf-lib/fontkit'

export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic'

/** File, PostScript name, name in page resources and /DR, and italic angle of each committed face. */
export const FACES = {
  regular: { file: 'tinos-regular.ttf', baseFont: 'Tinos-Regular', key: 'Tinos', angle: 0 },
  bold: { file: 'tinos-bold.ttf', baseFont: 'Tinos-Bold', key: 'TinosBold', angle: 0 },
  italic: { file: 'tinos-italic.ttf', baseFont: 'Tinos-Italic', key: 'TinosItalic', angle: -12 },
  boldItalic: {
    file: 'tinos-bold-italic.ttf',
    baseFont: 'Tinos-BoldItalic',
    key: 'TinosBoldItalic',
    angle: -12,
  },
} as const satisfies Record<
  FaceName,
  { file: string; baseFont: string; key: string; angle: number }
>

export type Glyph = {
  id: number
  codePoint: number /** Thousandths of the type size. */
  advance: number
}

export type Face = {
  name: FaceName
  program: Uint8Array
  font: Font
  glyphs: ReadonlyMap<number, Glyph>
}

const loaded = new Map<FaceName, Face>()

function assetBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(process.cwd(), 'lib/documents/assets', file)))
}

/** The sRGB profile that PDF/A wants beside device colours (icc-profiles-free, zlib licence). */
export function colourProfile(): Uint8Array {
  return assetBytes('srgb.icc')
}

function loadFace(name: FaceName): Face {
  const program = assetBytes(FACES[name].file)
  const font = fontkit.create(program)
  const scale = 1000 / font.unitsPerEm
  const glyphs = new Map<number, Glyph>()
  for (const codePoint of font.characterSet) {
    const glyph = font.glyphForCodePoint(codePoint)
    glyphs.set(codePoint, { id: glyph.id, codePoint, advance: glyph.advanceWidth * scale })
  }
  return { name, program, font, glyphs }
}

/** A print face, parsed once per process. */
export function getFace(name: FaceName): Face {
  const known = loaded.get(name)
  if (known) return known
  const face = loadFace(name)
  loaded.set(name, face)
  return face
}

/** The glyphs of a text in order. Throws on a character without a glyph: an empty box on a licence is a bug. */
export function glyphsOf(name: FaceName, text: string): Glyph[] {
  const { glyphs } = getFace(name)
  return [...text].map((character) => {
    const glyph = glyphs.get(character.codePointAt(0) ?? 0)
    if (!glyph) throw new Error(`No glyph for ${JSON.stringify(character)} in ${name}`)
    return glyph
  })
}

/** Width of a text in points at a type size. */
export function textWidth(name: FaceName, size: number, text: string): number {
  return glyphsOf(name, text).reduce((sum, glyph) => sum + glyph.advance, 0) * (size / 1000)
}

/** Glyph ids of a text as the hexadecimal string of an Identity-H font. */
export function glyphHex(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ id }) => id.toString(16).padStart(4, '0')).join('')
}
