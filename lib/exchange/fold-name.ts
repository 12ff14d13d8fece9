/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Short forms of legal forms as signs and seals write them, longest first, each with its full words. */
const LEGAL_FORMS: readonly [short: string, full: string][] = [
  ['2 thành viên', 'hai thành viên'],
  ['1 thành viên', 'một thành viên'],
  ['2tv', 'hai thành viên trở lên'],
  ['1tv', 'một thành viên'],
  ['mtv', 'một thành viên'],
  ['c ty', 'công ty'],
  ['cty', 'công ty'],
  ['tnhh', 'trách nhiệm hữu hạn'],
  ['cp', 'cổ phần'],
  ['dntn', 'doanh nghiệp tư nhân'],
  ['hkd', 'hộ kinh doanh'],
  ['htx', 'hợp tác xã'],
]
const FOLDED_FORMS = LEGAL_FORMS.map(([short, full]) => [wordsOf(short), wordsOf(full)] as const)

/**
 * A name for comparing: letters and accents count, but not case, blanks, punctuation, the abbreviation
 * of a legal form (CÔNG TY TNHH), or on which vowel a tone mark is written (Hòa, Hoà).
 */
export function foldName(name: string): string {
  const padded = ` ${wordsOf(name)} `
  const full = FOLDED_FORMS.reduce(
    (text, [short, words]) => text.replaceAll(` ${short} `, ` ${words} `),
    padded,
  )
  return full.replaceAll(' ', '')
}

/** Numbers of papers as people copy them: letters and digits only. */
export function foldNumber(number: string): string {
  return number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
}

function wordsOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ')
}
