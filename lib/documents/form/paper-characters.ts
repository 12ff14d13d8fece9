import { findUnprintable } from '@/lib/documents/printable'

/** What stands for a character that no print font holds: its number, so that two never look the same. */
function standIn(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `[U+${number}]`
}

/**
 * A text of an applicant as paper can show it. Answers may hold any character that a screen shows, such
 * as a name in Chinese: those without a glyph are printed as their Unicode number.
 */
export function onPaper(text: string): string {
  const unknown = new Set(findUnprintable(text))
  if (unknown.size === 0) return text.normalize('NFC')
  return [...text.normalize('NFC')]
    .map((character) => (unknown.has(character) ? standIn(character) : character))
    .join('')
}
