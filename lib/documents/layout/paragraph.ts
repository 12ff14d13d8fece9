import type { Flow } from './flow'
import { breakLines, type Line, type Run } from './lines'
import type { Column } from './page-geometry'
import type { Element, Role } from './structure-tree'

export type Alignment = 'left' | 'centre' | 'justify'

export type Paragraph = {
  runs: Run[]
  align: Alignment
  /** Line pitch as a multiple of the largest type size. */
  leading: number
  /** First line indent and space below, in points. */
  indent?: number
  after?: number
  role?: Role
  parent?: Element
}

export type SetLines = { lines: Line[]; pitch: number; size: number }

/** Breaks a paragraph into lines for a column width. */
export function layParagraph(paragraph: Paragraph, width: number): SetLines {
  const size = Math.max(...paragraph.runs.map((run) => run.size))
  const lines = breakLines(paragraph.runs, { width, firstIndent: paragraph.indent ?? 0 })
  return { lines, pitch: size * paragraph.leading, size }
}

/** Height in points that a paragraph takes in a column, without the space below it. */
export function paragraphHeight(paragraph: Paragraph, width: number): number {
  const { lines, pitch } = layParagraph(paragraph, width)
  return lines.length * pitch
}

/** The same lines in the narrowest column that does not need more of them: no lone word under a long line. */
export function balancedColumn(paragraph: Paragraph, column: Column): Column {
  const lines = (width: number) => breakLines(paragraph.runs, { width, firstIndent: 0 }).length
  const count = lines(column.width)
  let { width } = column
  while (width > 40 && lines(width - 4) === count) width -= 4
  return { x: column.x + (column.width - width) / 2, width }
}

export type LineSet = {
  lines: readonly Line[]
  align: Alignment
  pitch: number
  size: number
  column: Column
  top: number
}

function startOf(line: Line, set: LineSet): number {
  if (set.align === 'centre') return set.column.x + (set.column.width - line.width) / 2
  return set.column.x + line.indent
}

function stretchOf(line: Line, set: LineSet): number {
  if (set.align !== 'justify' || line.final || line.gaps === 0) return 0
  return (set.column.width - line.indent - line.width) / line.gaps
}

/** Operators for lines one under the other; the baseline sits so that type is centred in its pitch. */
export function drawLines(flow: Flow, set: LineSet): string[] {
  const baseline = (set.pitch - set.size) / 2 + set.size * 0.8
  return set.lines.map((line, index) =>
    flow.textAt(line, {
      x: startOf(line, set),
      down: set.top + index * set.pitch + baseline,
      stretch: stretchOf(line, set),
    }),
  )
}

/** Draws a paragraph at a fixed place on the page and answers the height where it ends. */
export function placeParagraph(
  flow: Flow,
  paragraph: Paragraph,
  at: { column: Column; top: number },
): number {
  const laid = layParagraph(paragraph, at.column.width)
  const element = flow.tree.add(paragraph.role ?? 'P', paragraph.parent)
  flow.markLines(element, drawLines(flow, { ...laid, align: paragraph.align, ...at }))
  return at.top + laid.lines.length * laid.pitch + (paragraph.after ?? 0)
}

/**
 * How many of the lines left go on this page: never one alone at its foot or head, and the last
 * two only where `reserve` (the signature block) fits under them.
 */
export function linesForPage(left: number, fit: { room: number; withReserve: number }): number {
  if (left <= fit.withReserve) return left
  const count = Math.min(fit.room, left - 2)
  return count < 2 ? 0 : count
}

/** A fresh page takes what it can: turning it again would never end. */
function countForPage(flow: Flow, left: number, need: { pitch: number; reserve: number }): number {
  const room = Math.floor(flow.room / need.pitch)
  const withReserve = Math.floor((flow.room - need.reserve) / need.pitch)
  const count = linesForPage(left, { room, withReserve })
  return count === 0 && flow.fresh ? Math.min(left, Math.max(1, room)) : count
}

/** Lets a paragraph flow down the page and on to the next ones; `reserve` points stay free under it. */
export function setParagraph(flow: Flow, paragraph: Paragraph, reserve = 0): void {
  const { lines, pitch, size } = layParagraph(paragraph, flow.sheet.text.width)
  const element = flow.tree.add(paragraph.role ?? 'P', paragraph.parent)
  const { align } = paragraph
  let left = lines
  while (left.length > 0) {
    const count = countForPage(flow, left.length, { pitch, reserve })
    const part = left.slice(0, count)
    const set = { lines: part, align, pitch, size, column: flow.sheet.text, top: flow.top }
    if (count > 0) flow.markLines(element, drawLines(flow, set))
    flow.top += count * pitch
    left = count > 0 ? left.slice(count) : left
    if (left.length > 0) flow.turnPage()
  }
  flow.top += paragraph.after ?? 0
}
