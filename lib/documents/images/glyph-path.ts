import { type FaceName, getFace, glyphsOf } from '../layout/faces'

export type OutlineGlyph = {
  /** SVG path, y downwards, in units of the type size. */ path: string
  advance: number
}

/** A text as outlines of a committed face, so that no font of the machine decides how it looks. */
export function outlineGlyphs(face: FaceName, text: string): OutlineGlyph[] {
  const { font } = getFace(face)
  return glyphsOf(face, text.normalize('NFC')).map((glyph) => ({
    path: font.getGlyph(glyph.id).path.toSVG(),
    advance: glyph.advance / 1000,
  }))
}

/** Units of the outlines of a face in one type size. */
export function outlineScale(face: FaceName): number {
  return 1 / getFace(face).font.unitsPerEm
}
