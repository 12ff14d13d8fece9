/** Points of PDF user space in one millimetre. */
const MM = 72 / 25.4

export function mm(millimetres: number): number {
  return millimetres * MM
}

/** A4 with the margins of Decree 30/2020, Annex I: 20 top and bottom, 30 left, 15–20 right. */
export const PAGE = { width: mm(210), height: mm(297) }
export const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(17) }

/** A horizontal band of the page: where it starts from the left paper edge and how wide it is, in points. */
export type Column = { x: number; width: number }

export const TEXT_COLUMN: Column = {
  x: MARGIN.left,
  width: PAGE.width - MARGIN.left - MARGIN.right,
}

/** One kind of page: its paper, where text may stand, and where it starts and ends from the upper edge. */
export type Sheet = { width: number; height: number; text: Column; top: number; bottom: number }

export const PORTRAIT: Sheet = {
  ...PAGE,
  text: TEXT_COLUMN,
  top: MARGIN.top,
  bottom: PAGE.height - MARGIN.bottom,
}

/** A4 turned, for wide tables (Decree 30/2020, Annex I): the margins stay. */
export const LANDSCAPE: Sheet = {
  width: PAGE.height,
  height: PAGE.width,
  text: { x: MARGIN.left, width: PAGE.height - MARGIN.left - mm(15) },
  top: MARGIN.top,
  bottom: PAGE.width - MARGIN.bottom,
}

/** A box on a page measured from the top left corner, as a reader sees it, in points. */
export type Box = { x: number; top: number; width: number; height: number }

/** The PDF rectangle (lower left, upper right) of a box on a page of a height. */
export function rectangle(box: Box, pageHeight: number): [number, number, number, number] {
  const upper = pageHeight - box.top
  return [box.x, upper - box.height, box.x + box.width, upper].map(rounded) as [
    number,
    number,
    number,
    number,
  ]
}

/** Three decimals: finer than any printer, and the same text on every machine. */
export function rounded(value: number): number {
  const result = Math.round(value * 1000) / 1000
  return Object.is(result, -0) ? 0 : result
}
