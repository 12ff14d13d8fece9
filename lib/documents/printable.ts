import { accept, type Result, refuse } from '@/lib/shared/result'

/**
 * The code points that the committed print fonts hold, as inclusive ranges: Vietnamese, Latin,
 * Greek letters of medical terms, punctuation. The fonts were cut to exactly this list.
 */
export const PRINTABLE_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x391, 0x3a1],
  [0x3a3, 0x3c9],
  [0x1e80, 0x1e85],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2070, 0x2070],
  [0x2074, 0x2079],
  [0x2080, 0x2089],
  [0x20ab, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
  [0x25a0, 0x25a1],
  [0x25cf, 0x25cf],
]

export type UnprintableText = { code: 'unprintable-characters'; characters: string[] }

function isPrintable(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0
  if (character === '\n') return true
  return PRINTABLE_RANGES.some(([first, last]) => codePoint >= first && codePoint <= last)
}

/** Lists, once each, the characters of a text that the print fonts cannot show ('\n' is a line end). */
export function findUnprintable(text: string): string[] {
  return [...new Set(text.normalize('NFC'))].filter((character) => !isPrintable(character))
}

/**
 * Brings a text into the form that documents print (NFC, TCVN 6909:2001), or refuses it with the
 * characters that no print font holds, so that a name is refused at the form and not by a failed job.
 */
export function asPrintable(text: string): Result<string, UnprintableText> {
  const characters = findUnprintable(text)
  if (characters.length > 0) return refuse({ code: 'unprintable-characters', characters })
  return accept(text.normalize('NFC'))
}
