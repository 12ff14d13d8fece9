// Controls, marks that turn the reading direction, and blanks of no width: nobody types them on
// purpose, and they let one text pass for another.
const UNSEEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu

/** One line as a person meant it: NFC, no unseen characters, single blanks, no blanks around. */
export function cleanLine(text: string): string {
  return cleaned(text.replace(/[\t\n\r]/g, ' '))
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
}

/** As `cleanLine`, but keeps line breaks, at most one empty line in a row. */
export function cleanLines(text: string): string {
  return cleaned(text.replace(/\r\n?/g, '\n').replace(/\t/g, ' '))
    .split('\n')
    .map((line) => line.replace(/\p{Zs}+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function cleaned(text: string): string {
  // Composed last: an unseen character may stand between a letter and its mark.
  return text.toWellFormed().replace(UNSEEN, '').normalize('NFC')
}
