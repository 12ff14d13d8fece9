import { fault, keyOf, type LintRule } from '@/lib/procedures/lint/issue'
import type { LocalText } from '@/lib/procedures/shape/text'

const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu

/**
 * The longest sentence that people are given to read: syllables of Vietnamese, which writes each one
 * apart, and words of English.
 */
const LONGEST = { vi: 60, en: 42 } as const

/** Law is quoted as it stands; who reads it came for the law. */
const QUOTED = /^clauses\b/

/** The English of a text is English: not the same letters as the Vietnamese. */
export const translatedTexts: LintRule = ({ procedure }) =>
  placedTexts(procedure, '')
    .filter(({ text: { vi, en } }) => vi === en && VIETNAMESE.test(vi))
    .map(({ place }) => fault('not-translated', place, 'the English text is the Vietnamese one'))

/** No sentence is too long to be understood at the first reading. */
export const readableTexts: LintRule = ({ procedure }) =>
  placedTexts(procedure, '')
    .filter(({ place }) => !QUOTED.test(place))
    .flatMap(({ place, text }) =>
      (['vi', 'en'] as const).flatMap((locale) => {
        const longest = Math.max(...sentencesOf(text[locale]).map(countWords))
        const reason = `a sentence of ${longest} words; at most ${LONGEST[locale]}`
        return longest > LONGEST[locale]
          ? [fault('hard-to-read', `${place}.${locale}`, reason)]
          : []
      }),
    )

type PlacedText = { place: string; text: LocalText }

function placedTexts(thing: unknown, place: string): PlacedText[] {
  if (Array.isArray(thing)) {
    return thing.flatMap((item: unknown, i) => placedTexts(item, `${place}.${keyOf(item) ?? i}`))
  }
  if (typeof thing !== 'object' || thing === null) return []
  if (isLocalText(thing)) return [{ place: place.replace(/^\./, ''), text: thing }]
  return Object.entries(thing).flatMap(([key, item]: [string, unknown]) =>
    placedTexts(item, `${place}.${key}`),
  )
}

function isLocalText(thing: object): thing is LocalText {
  return (
    'vi' in thing && 'en' in thing && typeof thing.vi === 'string' && typeof thing.en === 'string'
  )
}

function sentencesOf(text: string): string[] {
  return text.split(/[.;:!?](?=\s)|\n/)
}

function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
