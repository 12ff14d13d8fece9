import type { Flow } from './flow'
import { breakLines, type Line, type Run } from './lines'
import { type Column, TEXT_COLUMN } from './page-geometry'
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

export type LineSet = {
  lines: readonly Line[]
  align: Alignment
  /** Indent of the first of these lines, in points. */
  indent: number
  pitch: number
  size: number
  column: Column
  top: number
}

function startOf(line: Line, set: LineSet, indent: number): number {
  if (set.align === 'centre') return set.column.x + (set.column.width - line.width) / 2
  return set.column.x + indent
}

function stretchOf(line: Line, set: LineSet, indent: number): number {
  if (set.align !== 'justify' || line.final || line.gaps === 0) return 0
  return (set.column.width - indent - line.width) / line.gaps
}

/** Operators for lines one under the other; the baseline sits so that type is centred in its pitch. */
export function drawLines(flow: Flow, set: LineSet): string[] {
  const baseline = (set.pitch - set.size) / 2 + set.size * 0.8
  return set.lines.map((line, index) => {
    const indent = index === 0 ? set.indent : 0
    return flow.textAt(line, {
      x: startOf(line, set, indent),
      down: set.top + index * set.pitch + baseline,
      stretch: stretchOf(line, set, indent),
    })
  })
}

/** Draws a paragraph at a fixed place on the page and answers the height where it ends. */
export function placeParagraph(
  flow: Flow,
  paragraph: Paragraph,
  at: { column: Column; top: number },
): number {
  const laid = layParagraph(paragraph, at.column.width)
  const element = flow.tree.add(paragraph.role ?? 'P', paragraph.parent)
  const { align, indent = 0 } = paragraph
  flow.markLines(element, drawLines(flow, { ...laid, align, indent, ...at }))
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

/** Lets a paragraph flow down the page and on to the next ones. */
export function setParagraph(flow: Flow, paragraph: Paragraph, reserve = 0): void {
  const { lines, pitch, size } = layParagraph(paragraph, TEXT_COLUMN.width)
  const element = flow.tree.add(paragraph.role ?? 'P', paragraph.parent)
  let done = 0
  let turned = false
  while (done < lines.length) {
    const fit = {
      room: Math.floor(flow.room / pitch),
      withReserve: Math.floor((flow.room - reserve) / pitch),
    }
    let count = linesForPage(lines.length - done, fit)
    // A fresh page takes what it can: turning it again would never end.
    if (count === 0 && turned) count = Math.min(lines.length - done, Math.max(1, fit.room))
    if (count > 0) {
      const indent = done === 0 ? (paragraph.indent ?? 0) : 0
      const part = lines.slice(done, done + count)
      const { align } = paragraph
      const set = { lines: part, align, indent, pitch, size, column: TEXT_COLUMN, top: flow.top }
      flow.markLines(element, drawLines(flow, set))
      flow.top += count * pitch
      done += count
    }
    turned = done < lines.length
    if (turned) flow.turnPage()
  }
  flow.top += paragraph.after ?? 0
}
