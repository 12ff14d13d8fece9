import { type FaceName, glyphHex, glyphsOf, textWidth } from './faces'
import { rounded } from './page-geometry'

/** A stretch of text in one face and size. '\n' ends the line. */
export type Run = { text: string; face: FaceName; size: number }

export type Line = {
  runs: Run[]
  /** Points, without the space at the line's end. */
  width: number
  /** Points by which the line starts further right: the first of a paragraph. */
  indent: number
  /** Spaces that justification may stretch. */
  gaps: number
  /** Last line of its paragraph: never stretched. */
  final: boolean
}

type Word = { runs: Run[]; width: number }

type Measure = { width: number; firstIndent: number }

function runWidth(run: Run): number {
  return textWidth(run.face, run.size, run.text)
}

const NOTHING: Word = { runs: [], width: 0 }

/** Runs cut behind each space and around each line end; a run of '\n' stands for the line end. */
function piecesOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) =>
    run.text
      .normalize('NFC')
      .split(/(\n)|(?<= )/)
      .filter((part) => part)
      .map((text) => ({ ...run, text })),
  )
}

function joined(word: Word, piece: Run): Word {
  const width = word.width + runWidth({ ...piece, text: piece.text.replace(/ $/, '') })
  return { runs: [...word.runs, piece], width }
}

/** Gathers pieces into words; a word may cross runs (bold label, plain value). */
function wordsOf(runs: readonly Run[]): (Word | 'break')[] {
  const words: (Word | 'break')[] = []
  let current = NOTHING
  const flush = () => {
    if (current.runs.length > 0) words.push(current)
    current = NOTHING
  }
  for (const piece of piecesOf(runs)) {
    // A line end leaves a space that nobody sees, so that copied or spoken text does not join lines.
    const lineEnd = piece.text === '\n'
    const text = lineEnd ? ' ' : piece.text
    if (!lineEnd || current.runs.length > 0) current = joined(current, { ...piece, text })
    if (text.endsWith(' ')) flush()
    if (lineEnd) words.push('break')
  }
  flush()
  return words
}

function spaceAfter(word: Word): number {
  const run = word.runs.at(-1)
  return run?.text.endsWith(' ') ? textWidth(run.face, run.size, ' ') : 0
}

function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + runWidth(run), 0)
}

/**
 * A code or an address is cut in front of its last dash or slash, if it has one: a dash at a line's end
 * would be taken for a hyphen, and lost, when the text is copied.
 */
function cutBeforeMark(piece: Word): { kept: Word; rest: Word } {
  const at = piece.runs.findLastIndex(({ text }) => /[-–/@_?&=]/.test(text))
  if (at < 1) return { kept: piece, rest: NOTHING }
  const [kept, rest] = [piece.runs.slice(0, at), piece.runs.slice(at)]
  return { kept: { runs: kept, width: widthOf(kept) }, rest: { runs: rest, width: widthOf(rest) } }
}

/** Cuts a word that no line can hold (a long address of the web) into pieces that fit. */
function cutLongWord(word: Word, width: number): Word[] {
  if (word.width <= width) return [word]
  const pieces: Word[] = []
  let piece = NOTHING
  for (const run of word.runs) {
    for (const character of run.text) {
      const advance = character === ' ' ? 0 : runWidth({ ...run, text: character })
      if (piece.width + advance > width) {
        const { kept, rest } = cutBeforeMark(piece)
        pieces.push(kept)
        piece = rest
      }
      const runs = [...piece.runs, { ...run, text: character }]
      piece = { runs, width: piece.width + advance }
    }
  }
  return [...pieces, piece]
}

function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && last.face === run.face && last.size === run.size) last.text += run.text
    else merged.push({ ...run })
  }
  return merged
}

function closeLine(words: readonly Word[], place: { indent: number; final: boolean }): Line {
  const runs = mergeRuns(words.flatMap((word) => word.runs))
  const spaces = words.slice(0, -1).reduce((sum, word) => sum + spaceAfter(word), 0)
  const width = words.reduce((sum, word) => sum + word.width, 0) + spaces
  const gaps = words.slice(0, -1).filter((word) => spaceAfter(word) > 0).length
  return { runs, width, gaps, ...place }
}

/** Breaks runs into lines no wider than the measure, first fit, as a word processor does. */
export function breakLines(runs: readonly Run[], measure: Measure): Line[] {
  const lines: Line[] = []
  let words: Word[] = []
  let used = measure.firstIndent
  const close = (final: boolean) => {
    lines.push(closeLine(words, { indent: lines.length === 0 ? measure.firstIndent : 0, final }))
    words = []
    used = 0
  }
  for (const item of wordsOf(runs)) {
    if (item === 'break') {
      close(true)
      continue
    }
    for (const word of cutLongWord(item, measure.width - measure.firstIndent)) {
      if (words.length > 0 && used + word.width > measure.width + 0.01) close(false)
      words.push(word)
      used += word.width + spaceAfter(word)
    }
  }
  close(true)
  return lines
}

/** One TJ array; each space but the last of the line is widened by `stretch` points (Tw ignores two-byte fonts). */
function showRun(run: Run, stretch: number): string {
  const glyphs = glyphsOf(run.face, run.text)
  if (stretch === 0) return `[<${glyphHex(glyphs)}>] TJ`
  const adjust = rounded((-stretch * 1000) / run.size)
  const parts: string[] = []
  let start = 0
  glyphs.forEach((glyph, index) => {
    if (glyph.codePoint !== 0x20) return
    parts.push(`<${glyphHex(glyphs.slice(start, index + 1))}> ${adjust}`)
    start = index + 1
  })
  const rest = glyphs.slice(start)
  if (rest.length > 0) parts.push(`<${glyphHex(rest)}>`)
  return `[${parts.join(' ')}] TJ`
}

export type LinePlace = {
  x: number /** From the page's lower edge. */
  baseline: number
  stretch: number
}

/** Content operators that draw a line of text. The space at a line's end stays, or readers join words. */
export function lineOperators(
  line: Line,
  keyOf: (face: FaceName) => string,
  place: LinePlace,
): string {
  if (line.runs.length === 0) return ''
  const shows = line.runs.map(
    (run) => `/${keyOf(run.face)} ${rounded(run.size)} Tf ${showRun(run, place.stretch)}`,
  )
  const origin = `1 0 0 1 ${rounded(place.x)} ${rounded(place.baseline)} Tm`
  return `BT ${origin} ${shows.join(' ')} ET`
}
