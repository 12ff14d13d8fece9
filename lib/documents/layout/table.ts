import type { FaceName } from './faces'
import type { Flow } from './flow'
import { type Column, rounded } from './page-geometry'
import { type Alignment, drawLines, layParagraph, type SetLines } from './paragraph'
import type { Element } from './structure-tree'

export type TableColumn = {
  head: string
  /** Share of the table's width; the shares are scaled to fill it. */
  share: number
  align?: Alignment | undefined
}

export type TableContent = {
  columns: readonly TableColumn[]
  rows: readonly (readonly string[])[]
  /** Type size, 12 unless told. */
  size?: number
}

const LEADING = 1.25
const PADDING = { x: 4, y: 2.5 }

type Cell = { laid: SetLines; column: Column; align: Alignment; element?: Element }
type Row = { cells: Cell[]; lines: number; pitch: number }

function columnsOf(table: TableContent, text: Column): Column[] {
  const total = table.columns.reduce((sum, column) => sum + column.share, 0)
  let { x } = text
  return table.columns.map(({ share }) => {
    const width = (text.width * share) / total
    const column = { x, width }
    x += width
    return column
  })
}

/** A table whose columns have their places on the page. */
type PlacedTable = TableContent & { places: readonly Column[] }

function layRow(table: PlacedTable, texts: readonly string[], head: boolean): Row {
  const { size = 12 } = table
  const face: FaceName = head ? 'bold' : 'regular'
  const cells = table.places.map((column, index): Cell => {
    const runs = [{ text: texts[index] ?? '', face, size }]
    const align = head ? 'centre' : (table.columns[index]?.align ?? 'left')
    const laid = layParagraph({ runs, align, leading: LEADING }, column.width - 2 * PADDING.x)
    return { laid, column, align }
  })
  const lines = Math.max(...cells.map((cell) => cell.laid.lines.length))
  return { cells, lines, pitch: size * LEADING }
}

function rowHeight(row: Row, lines = row.lines): number {
  return lines * row.pitch + 2 * PADDING.y
}

function borders(flow: Flow, row: Row, height: number): void {
  const y = rounded(flow.sheet.height - flow.top - height)
  const boxes = row.cells.map(
    ({ column }) => `${rounded(column.x)} ${y} ${rounded(column.width)} ${rounded(height)} re`,
  )
  flow.decorate([`q 0.5 w ${boxes.join(' ')} S Q`])
}

function cellOperators(flow: Flow, cell: Cell, part: { from: number; to: number }): string[] {
  const inner = { x: cell.column.x + PADDING.x, width: cell.column.width - 2 * PADDING.x }
  return drawLines(flow, {
    ...cell.laid,
    lines: cell.laid.lines.slice(part.from, part.to),
    align: cell.align,
    column: inner,
    top: flow.top + PADDING.y,
  })
}

/** Draws some lines of a row with its borders; cells without an element are a repeated head. */
function drawRow(flow: Flow, row: Row, part: { from: number; to: number }): void {
  const height = rowHeight(row, part.to - part.from)
  borders(flow, row, height)
  for (const cell of row.cells) {
    const drawn = cellOperators(flow, cell, part)
    if (!cell.element) flow.decorate(drawn)
    else if (drawn.length > 0) flow.markLines(cell.element, drawn)
  }
  flow.top += height
}

function tagRow(flow: Flow, row: Row, tag: { table: Element; role: 'TH' | 'TD' }): Row {
  const { table, role } = tag
  const parent = flow.tree.add('TR', table)
  const cells = row.cells.map((cell) => {
    const element = flow.tree.add(role, parent)
    if (role === 'TH') element.attributes = { O: 'Table', Scope: 'Column' }
    return { ...cell, element }
  })
  return { ...row, cells }
}

function turnPageWithHead(flow: Flow, head: Row): void {
  flow.turnPage()
  drawRow(flow, head, { from: 0, to: head.lines })
}

/** A row stays whole; only one that is taller than a page is cut between its lines. */
function flowRow(flow: Flow, row: Row, head: Row): void {
  const page = flow.bottom - flow.sheet.top - rowHeight(head)
  if (flow.room < rowHeight(row) && rowHeight(row) < page) turnPageWithHead(flow, head)
  let from = 0
  while (from < row.lines) {
    const fit = Math.floor((flow.room - 2 * PADDING.y) / row.pitch)
    const to = Math.min(row.lines, from + Math.max(1, fit))
    drawRow(flow, row, { from, to })
    from = to
    if (from < row.lines) turnPageWithHead(flow, head)
  }
}

/** Sets a table that flows over pages; its head row is shown again on each. */
export function setTable(flow: Flow, table: TableContent, after: number): void {
  const element = flow.tree.add('Table')
  const placed = { ...table, places: columnsOf(table, flow.sheet.text) }
  const texts = table.columns.map((column) => column.head)
  const head = layRow(placed, texts, true)
  flow.keepRoom(rowHeight(head) * 2.5)
  drawRow(flow, tagRow(flow, head, { table: element, role: 'TH' }), { from: 0, to: head.lines })
  for (const texts of table.rows) {
    flowRow(flow, tagRow(flow, layRow(placed, texts, false), { table: element, role: 'TD' }), head)
  }
  flow.top += after
}
