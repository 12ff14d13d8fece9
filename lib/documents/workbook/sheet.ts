/** A cell: text, a whole number, or an instant shown on the clocks of Viet Nam. */
export type Cell = string | number | Date | null
export type CellLook = 'plain' | 'title' | 'head'
export type SheetRow = { look: CellLook; cells: readonly Cell[] }

export type Sheet = {
  name: string
  rows: readonly SheetRow[]
  /** Widths of the columns in characters. */
  widths: readonly number[]
  /** Number of the row with the heads of the columns; it and those above it stay in sight. */
  headRow: number
}

/** Positions in the list of cell formats of `styles.xml`. */
export const STYLES = { plain: 0, title: 1, head: 2, date: 3, quoted: 4 } as const

const DAY_MS = 86_400_000
/** Days from the zero of spreadsheets (30/12/1899) to 1 January 1970. */
const EPOCH_DAY = 25_569
const FORMULA_START = /^[=+\-@\t\r]/

/** 'A', 'B', … 'Z', 'AA' of a column counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

/** Escapes a text for XML, and for the `_xHHHH_` marks that spreadsheets read inside texts. */
export function xmlText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function dateValue(at: Date): number {
  const local = at.getTime() + 7 * 3_600_000
  return Math.round((local / DAY_MS + EPOCH_DAY) * 1e8) / 1e8
}

/**
 * Text is always an inline string, which no program calculates; one that begins like a formula also
 * gets the quote mark that keeps it a text when somebody edits the cell or saves it as CSV.
 */
function textCell(place: string, text: string, look: CellLook): string {
  const style = look === 'plain' && FORMULA_START.test(text) ? STYLES.quoted : STYLES[look]
  const content = `<is><t xml:space="preserve">${xmlText(text)}</t></is>`
  return `<c r="${place}" s="${style}" t="inlineStr">${content}</c>`
}

function cellXml(cell: Cell, place: string, look: CellLook): string {
  if (cell === null || cell === '') return `<c r="${place}" s="${STYLES[look]}"/>`
  if (typeof cell === 'string') return textCell(place, cell, look)
  if (typeof cell === 'number') return `<c r="${place}" s="${STYLES[look]}"><v>${cell}</v></c>`
  return `<c r="${place}" s="${STYLES.date}"><v>${dateValue(cell)}</v></c>`
}

function rowXml({ look, cells }: SheetRow, number: number): string {
  const inner = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`, look))
  return `<row r="${number}">${inner.join('')}</row>`
}

/** The part `xl/worksheets/sheet1.xml` of a workbook (ECMA-376, part 1, 18.3). */
export function sheetXml({ rows, widths, headRow }: Sheet): string {
  const lastColumn = columnName(widths.length - 1)
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const pane = `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index + 1)).join('')}</sheetData>`,
    `<autoFilter ref="A${headRow}:${lastColumn}${Math.max(headRow, rows.length)}"/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('')
}
