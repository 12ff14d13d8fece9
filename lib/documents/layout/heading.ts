import { type FaceName, textWidth } from './faces'
import type { Flow } from './flow'
import { addTextField, type TextFieldSpec } from './form-fields'
import { breakLines } from './lines'
import type { Column } from './page-geometry'
import { balancedColumn, type Paragraph, placeParagraph } from './paragraph'

export type FieldPiece = { field: string; spec: TextFieldSpec }
/** A line of the heading: text, and fields that stay empty until the document is numbered. */
export type HeadingLine = { pieces: (string | FieldPiece)[]; face: FaceName; size: number }

export type Heading = {
  parentAgency: string
  agency: string
  /** Under the agency: 'Số: …' or 'Mã hồ sơ: …'. */
  reference: HeadingLine
  placeAndDate: HeadingLine
}

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
const MOTTO_SIZE = 13

function centred(text: string, face: FaceName, size: number): Paragraph {
  return { runs: [{ text, face, size }], align: 'centre', leading: 1.22 }
}

/** The halves of a heading reach a little over the text, or the name of the state would break. */
function columnsOf({ sheet: { text } }: Flow): { left: Column; right: Column } {
  const left = { x: text.x - 8, width: text.width * 0.42 }
  const middle = left.x + left.width
  return { left, right: { x: middle, width: text.x + text.width - middle + 8 } }
}

/** The rule under a heading, centred in its column; answers where it ends. */
function placeRule(flow: Flow, column: Column, at: { top: number; width: number }): number {
  const x = column.x + (column.width - at.width) / 2
  flow.rule({ x, down: at.top + 2, width: at.width })
  return at.top + 4
}

function placeBalanced(flow: Flow, paragraph: Paragraph, top: number): number {
  const column = balancedColumn(paragraph, columnsOf(flow).left)
  return placeParagraph(flow, paragraph, { column, top })
}

/** Longest line of a text as it is broken in a column. */
function lineLength(paragraph: Paragraph, width: number): number {
  const lines = breakLines(paragraph.runs, { width, firstIndent: 0 })
  return Math.max(...lines.map((line) => line.width))
}

function placeAgency(flow: Flow, heading: Heading, top: number): number {
  const parent = centred(heading.parentAgency, 'regular', 12)
  const agency = centred(heading.agency, 'bold', 12)
  const under = heading.parentAgency ? placeBalanced(flow, parent, top) : top
  const end = placeBalanced(flow, agency, under)
  // The rule is a third to a half of the agency's line (Annex I, part II).
  const { left } = columnsOf(flow)
  const length = lineLength(agency, balancedColumn(agency, left).width) / 2
  return placeRule(flow, left, { top: end, width: length })
}

function placeMotto(flow: Flow, top: number, column = columnsOf(flow).right): number {
  const under = placeParagraph(flow, centred(STATE, 'bold', 12), { column, top })
  const motto = centred(MOTTO, 'bold', MOTTO_SIZE)
  const end = placeParagraph(flow, motto, { column, top: under })
  return placeRule(flow, column, { top: end, width: textWidth('bold', MOTTO_SIZE, MOTTO) })
}

function pieceWidth(piece: string | FieldPiece, line: HeadingLine): number {
  if (typeof piece === 'string') return textWidth(line.face, line.size, piece)
  return piece.spec.width
}

/** Sets text and empty fields side by side, centred in a column. */
function placeHeadingLine(flow: Flow, line: HeadingLine, at: { column: Column; top: number }) {
  const widths = line.pieces.map((piece) => pieceWidth(piece, line))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const element = flow.tree.add('P')
  const down = at.top + line.size
  // 'Thành phố Hồ Chí Minh, ngày …' is wider than its column: it ends at the margin.
  const middle = at.column.x + (at.column.width - total) / 2
  let x = Math.min(middle, flow.sheet.text.x + flow.sheet.text.width - total)
  line.pieces.forEach((piece, index) => {
    if (typeof piece === 'string') {
      const { face, size } = line
      const [text] = breakLines([{ text: piece, face, size }], { width: 1e4, firstIndent: 0 })
      if (text) flow.markLines(element, [flow.textAt(text, { x, down })])
    } else {
      addTextField(flow, element, { name: piece.field, spec: piece.spec, x, down })
    }
    x += widths[index] ?? 0
  })
  return at.top + line.size * 1.4
}

/**
 * The two-column head of an official document (Decree 30/2020, Annex I): agency and number on the
 * left, name of the state, motto, place and date on the right. Read left column first.
 */
export function setHeading(flow: Flow, heading: Heading): void {
  const { top } = flow
  const { left: leftColumn, right: rightColumn } = columnsOf(flow)
  const leftEnd = placeAgency(flow, heading, top)
  const rightEnd = placeMotto(flow, top)
  const under = Math.max(leftEnd, rightEnd) + 5
  const left = placeHeadingLine(flow, heading.reference, { column: leftColumn, top: under })
  const right = placeHeadingLine(flow, heading.placeAndDate, { column: rightColumn, top: under })
  flow.top = Math.max(left, right)
}

/** The name of the state and the motto over the whole width: the head of what citizens declare. */
export function setNationalHeading(flow: Flow): void {
  flow.top = placeMotto(flow, flow.top, flow.sheet.text)
}
