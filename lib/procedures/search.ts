import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'
import type { Procedure } from '@/lib/procedures/procedure'

/** A procedure that fits what was asked, the better the higher the score (0 to 1). */
export type SearchHit = { procedure: Procedure; score: number }

/** Texts of a procedure that people search in, and how much a word found there says. */
type Field = { weight: number; text: string }
type Entry = { procedure: Procedure; fields: Field[]; words: ReadonlyMap<string, number> }

/** Two words that somebody wrote as one are long; a short word that looks like two others is chance. */
const SHORTEST_JOINED = 6
type Index = { entries: Entry[]; spread: ReadonlyMap<string, number> }

const WEIGHTS = { short: 1, everyday: 1, name: 0.8, summary: 0.45, field: 0.4 } as const
/** How well a word fits that is only the beginning of one in the text, or one slip of the finger away. */
const FIT = { exact: 1, beginning: 0.8, slip: 0.6 } as const
/** Below this share of what was asked, weighed by how rare the words are, nothing fits. */
const LEAST_FOUND = 0.5
const PHRASE_BONUS = 0.35
/** What people say around what they look for: it tells no procedure from another. */
const FILLERS: ReadonlySet<string> = new Set(
  'xin toi muon can lam cho de nhu the nao o dau thu tuc how to get a an the of for i want need apply'.split(
    ' ',
  ),
)

/**
 * Finds procedures by name, code, everyday words and situations, in Vietnamese with or without accents and
 * in English, with slips of the finger and words written together. Best first; empty when nothing fits.
 */
export function searchProcedures(procedures: readonly Procedure[], query: string): SearchHit[] {
  const typed = foldVietnamese(query).split(' ').filter(Boolean)
  const telling = typed.filter((word) => !FILLERS.has(word))
  const asked = telling.length > 0 ? telling : typed
  if (asked.length === 0) return procedures.map((procedure) => ({ procedure, score: 1 }))
  const index = indexOf(procedures)
  return index.entries
    .map((entry) => ({ procedure: entry.procedure, score: scoreOf(entry, asked, index) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.procedure.key.localeCompare(b.procedure.key))
}

function indexOf(procedures: readonly Procedure[]): Index {
  const entries = procedures.map((procedure): Entry => {
    const fields = fieldsOf(procedure)
    return { procedure, fields, words: wordsOf(fields) }
  })
  const spread = new Map<string, number>()
  for (const { words } of entries)
    for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  return { entries, spread }
}

function fieldsOf(procedure: Procedure): Field[] {
  const { key, name, shortName, summary, searchWords, nationalCode, applicants } = procedure
  const of = (weight: number, ...texts: string[]) =>
    texts.map((text) => ({ weight, text: foldVietnamese(text) }))
  return [
    ...of(WEIGHTS.short, shortName.vi, shortName.en, nationalCode.value ?? '', key),
    ...of(WEIGHTS.everyday, ...searchWords),
    ...of(WEIGHTS.name, name.vi, name.en),
    ...of(WEIGHTS.summary, summary.vi, summary.en),
    ...of(WEIGHTS.field, ...applicants.flatMap(({ text }) => [text.vi, text.en])),
  ].filter(({ text }) => text !== '')
}

/** Every word, and every two words written together, with the most that it says anywhere. */
function wordsOf(fields: Field[]): Map<string, number> {
  const words = new Map<string, number>()
  const note = (word: string, weight: number) =>
    words.set(word, Math.max(weight, words.get(word) ?? 0))
  for (const { text, weight } of fields) {
    const syllables = text.split(' ')
    for (const [at, syllable] of syllables.entries()) {
      note(syllable, weight)
      const next = syllables[at + 1]
      const joined = syllable + (next ?? '')
      if (next && joined.length >= SHORTEST_JOINED) note(joined, weight)
    }
  }
  return words
}

function scoreOf(entry: Entry, asked: string[], { entries, spread }: Index): number {
  const found = asked.map((word) => bestFit(entry.words, word))
  const rarity = asked.map((_, at) => {
    const count = spread.get(found[at]?.word ?? '') ?? 0
    return Math.log(1 + (entries.length + 1) / (count + 0.5))
  })
  const whole = sum(rarity)
  const hit = sum(rarity.map((rare, at) => (found[at] ? rare : 0)))
  if (hit / whole < LEAST_FOUND) return 0
  const fit = sum(rarity.map((rare, at) => rare * (found[at]?.fit ?? 0))) / whole
  return Math.min(1, fit * (1 - PHRASE_BONUS) + PHRASE_BONUS * phraseShare(entry, asked))
}

type Found = { word: string; fit: number }

function bestFit(words: ReadonlyMap<string, number>, asked: string): Found | null {
  let best: Found | null = null
  for (const [word, weight] of words) {
    const fit = weight * fitOf(word, asked)
    if (fit > (best?.fit ?? 0)) best = { word, fit }
  }
  return best
}

function fitOf(word: string, asked: string): number {
  if (word === asked) return FIT.exact
  if (asked.length >= 3 && word.startsWith(asked)) return FIT.beginning
  return isSlip(word, asked) ? FIT.slip : 0
}

/** How much of the question stands together, in its order, in one text of the procedure. */
function phraseShare({ fields }: Entry, asked: string[]): number {
  if (asked.length === 1) return fields.some(({ text }) => text === asked[0]) ? 1 : 0
  const pairs = asked.slice(1).map((word, at) => `${asked[at]} ${word}`)
  const shares = fields.map(({ text, weight }) => {
    const padded = ` ${text} `
    return weight * (pairs.filter((pair) => padded.includes(` ${pair} `)).length / pairs.length)
  })
  return Math.max(...shares, 0)
}

/** One letter more, less, other or exchanged with its neighbour; two in a long word. None in a short one. */
function isSlip(word: string, asked: string): boolean {
  const most = slipsIn(asked.length)
  if (most === 0 || Math.abs(word.length - asked.length) > most) return false
  return distance(word, asked, most) <= most
}

function slipsIn(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** Edits between two words, neighbours exchanged counting as one; more than `most` is not counted out. */
function distance(one: string, other: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = nextRow({ one, other, row }, before, last)
    if (Math.min(...next) > most) return most + 1
    ;[before, last] = [last, next]
  }
  return last[other.length] ?? most + 1
}

type Pair = { one: string; other: string; row: number }

function nextRow({ one, other, row }: Pair, before: number[], last: number[]): number[] {
  const next = [row]
  for (const at of other.split('').keys()) {
    const cost = one[row - 1] === other[at] ? 0 : 1
    const edited = Math.min((last[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (last[at] ?? 0) + cost)
    next.push(Math.min(edited, exchangedWith({ one, other, row }, at) + (before[at - 1] ?? 0)))
  }
  return next
}

/** One when the last two letters of both are the same two, exchanged; else more than anything. */
function exchangedWith({ one, other, row }: Pair, at: number): number {
  const same = one[row - 1] === other[at - 1] && one[row - 2] === other[at]
  return at > 0 && same ? 1 : Number.POSITIVE_INFINITY
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
