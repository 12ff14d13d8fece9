import type { Flow } from './flow'
import type { Run } from './lines'
import { type Column, mm, PAGE, TEXT_COLUMN } from './page-geometry'
import { type Paragraph, paragraphHeight, placeParagraph } from './paragraph'
import { placeQrSymbol } from './qr-symbol'

export type VerificationFoot = {
  /** What the QR symbol holds. */
  url: string
  /** Each a paragraph of its own. */
  paragraphs: readonly (readonly FootPiece[])[]
}

export type FootPiece = { text: string; strong?: boolean }

const SYMBOL = mm(24)
const GAP = mm(4)
/** The foot may reach into the lower margin, as page furniture does. */
const LOWEST = PAGE.height - mm(13)
const SIZE = 9.5

const COLUMN: Column = {
  x: TEXT_COLUMN.x + SYMBOL + GAP,
  width: TEXT_COLUMN.width - SYMBOL - GAP,
}

const FOOT_HEIGHT = SYMBOL + mm(2.5)

/** How much of the foot stands above the lower margin, and so is taken from the text. */
export function footReserve(bottom: number): number {
  return FOOT_HEIGHT - (LOWEST - bottom)
}

function footParagraph(pieces: readonly FootPiece[]): Paragraph {
  const runs = pieces.map(
    ({ text, strong }): Run => ({ text, face: strong ? 'bold' : 'regular', size: SIZE }),
  )
  return { runs, align: 'left', leading: 1.28, after: 2 }
}

/** At the foot of the page: QR symbol, and how to check the original without a scanner. */
export function placeVerificationFoot(flow: Flow, foot: VerificationFoot): void {
  const top = LOWEST - FOOT_HEIGHT
  flow.rule({ x: TEXT_COLUMN.x, down: top, width: TEXT_COLUMN.width }, 0.5)
  const paragraphs = foot.paragraphs.map(footParagraph)
  const height = paragraphs
    .map((paragraph) => paragraphHeight(paragraph, COLUMN.width) + 2)
    .reduce((sum, part) => sum + part, 0)
  const symbolTop = LOWEST - SYMBOL
  placeQrSymbol(flow, foot.url, {
    x: TEXT_COLUMN.x,
    top: symbolTop,
    width: SYMBOL,
    height: SYMBOL,
  })
  let textTop = symbolTop + Math.max(0, (SYMBOL - height) / 2)
  for (const paragraph of paragraphs) {
    textTop = placeParagraph(flow, paragraph, { column: COLUMN, top: textTop })
  }
}
