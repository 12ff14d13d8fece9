import type { Flow } from './flow'
import { type Box, type Column, mm, PORTRAIT, type Sheet } from './page-geometry'
import { balancedColumn, type Paragraph, paragraphHeight, placeParagraph } from './paragraph'

export type SignatureBlock = {
  /** Place and date in italics over the capacity, where the head of the document does not have them. */
  dateLine?: string
  /** 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC': one line each, in capitals. */
  capacityLines: readonly string[]
  /** Set in italics under the capacity: '(Ký, ghi rõ họ tên)'. */
  note?: string
  signerName: string
  /** Type size, 14 unless told. */
  size?: number
  /** Free height between capacity and name, in millimetres. */
  signingRoom?: number
}

/** Side by side: recipients on the left, signature on the right. */
export const RECIPIENT_COLUMN: Column = {
  x: PORTRAIT.text.x,
  width: PORTRAIT.text.width * 0.43,
}

function signatureColumn({ text }: Sheet): Column {
  return { x: text.x + text.width * 0.45, width: text.width * 0.55 }
}

/** Millimetres on paper of the image of a signature and of the round seal (36 mm, real size). */
export const SIGNATURE_IMAGE_MM = { width: 52, height: 22 }
export const SEAL_IMAGE_MM = { width: 36, height: 36 }

const SIGNING_ROOM_MM = 31

function signingRoom({ signingRoom: room = SIGNING_ROOM_MM }: SignatureBlock): number {
  return mm(room)
}

function blockParagraph(text: string, face: 'bold' | 'italic', size: number): Paragraph {
  return { runs: [{ text, face, size }], align: 'centre', leading: 1.25 }
}

function aboveName(block: SignatureBlock): Paragraph[] {
  const capacity = blockParagraph(block.capacityLines.join('\n'), 'bold', block.size ?? 14)
  const date = block.dateLine ? [blockParagraph(block.dateLine, 'italic', block.size ?? 14)] : []
  return [...date, capacity, ...(block.note ? [blockParagraph(block.note, 'italic', 12)] : [])]
}

function nameParagraph({ signerName, size = 14 }: SignatureBlock): Paragraph {
  return blockParagraph(signerName, 'bold', size)
}

/** Height of the whole block in points, on an upright page unless told. */
export function signatureBlockHeight(block: SignatureBlock, sheet = PORTRAIT): number {
  const { width } = signatureColumn(sheet)
  const name = nameParagraph(block)
  const heights = [...aboveName(block), name].map((paragraph) => paragraphHeight(paragraph, width))
  return heights.reduce((sum, height) => sum + height, signingRoom(block))
}

export type SigningPlaces = { signature: Box; seal: Box }

/**
 * Where the images go: the signature in the middle between capacity and name; the seal over the
 * left third of the signature, at its height (Decree 30/2020, Annex I).
 */
function signingPlaces(column: Column, middle: number): SigningPlaces {
  const width = mm(SIGNATURE_IMAGE_MM.width)
  const height = mm(SIGNATURE_IMAGE_MM.height)
  const side = mm(SEAL_IMAGE_MM.width)
  const x = column.x + (column.width - width) / 2
  return {
    signature: { x, top: middle - height / 2, width, height },
    seal: { x: x + width / 3 - side, top: middle - side / 2, width: side, height: side },
  }
}

/** Draws the block at a height and answers where it ends and where the images belong. */
export function placeSignatureBlock(
  flow: Flow,
  block: SignatureBlock,
  column: Column = signatureColumn(flow.sheet),
): { places: SigningPlaces; end: number } {
  let { top } = flow
  for (const paragraph of aboveName(block)) {
    top = placeParagraph(flow, paragraph, { column: balancedColumn(paragraph, column), top })
  }
  const room = signingRoom(block)
  const places = signingPlaces(column, top + room / 2)
  const name = nameParagraph(block)
  return { places, end: placeParagraph(flow, name, { column, top: top + room }) }
}
