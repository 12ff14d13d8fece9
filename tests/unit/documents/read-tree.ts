import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'
import { FACES, type FaceName, getFace } from '@/lib/documents/layout/faces'

/** An element of the logical structure, with the text that is marked as its own. */
export type Node = { role: string; text: string; kids: Node[]; scope: string }

const letters = new Map<string, Map<number, string>>()

/** Glyph number to letter of a face; a no-break space shares its glyph with the space. */
function lettersOf(key: string): Map<number, string> {
  const known = letters.get(key)
  if (known) return known
  const name = (Object.keys(FACES) as FaceName[]).find((face) => FACES[face].key === key)
  if (!name) throw new Error(`no face ${key}`)
  const map = new Map<number, string>()
  for (const { id, codePoint } of getFace(name).glyphs.values()) {
    if (!map.has(id)) map.set(id, String.fromCodePoint(codePoint))
  }
  letters.set(key, map)
  return map
}

const MARKED = /<<\/MCID (\d+)>> BDC([\s\S]*?)EMC/g
const SHOWN = /\/(\w+) [\d.]+ Tf|<([0-9a-f]+)>/g

/** The text of each marked content sequence of a page, by its number. */
function markedTexts(content: string): string[] {
  const texts: string[] = []
  for (const [, id, operators = ''] of content.matchAll(MARKED)) {
    texts[Number(id)] = shownText(operators)
  }
  return texts
}

function shownText(operators: string): string {
  let face = new Map<number, string>()
  let text = ''
  for (const [, font, hex] of operators.matchAll(SHOWN)) {
    if (font !== undefined) face = lettersOf(font)
    const glyphs = hex?.match(/.{4}/g) ?? []
    text += glyphs.map((glyph) => face.get(Number.parseInt(glyph, 16))).join('')
  }
  return text
}

/** What is drawn on the pages, to the place of each letter. */
export async function drawnOn(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document
    .getPageIndices()
    .map((index) => contentOf(document, index))
    .join('\f')
}

function contentOf(document: PDFDocument, index: number): string {
  const stream = document.getPage(index).node.Contents()
  if (!(stream instanceof PDFRawStream)) throw new Error('a page without content')
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** What a head of a table stands over, as it tells a screen reader. */
function scopeOf(dict: PDFDict): string {
  const attributes = dict.lookupMaybe(PDFName.of('A'), PDFDict)
  return attributes?.lookupMaybe(PDFName.of('Scope'), PDFName)?.decodeText() ?? ''
}

/** The logical structure of a document as pdf-lib reads it back, text included. */
export async function readTree(bytes: Uint8Array): Promise<{ document: PDFDocument; root: Node }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const texts = new Map(
    document
      .getPages()
      .map((page, index) => [page.ref.toString(), markedTexts(contentOf(document, index))]),
  )
  const nodeOf = (object: PDFObject | undefined): Node => {
    const dict = document.context.lookup(object, PDFDict)
    const node: Node = {
      role: dict.lookup(PDFName.of('S'), PDFName).decodeText(),
      text: '',
      kids: [],
      scope: scopeOf(dict),
    }
    for (const kid of dict.lookup(PDFName.of('K'), PDFArray).asArray()) {
      if (kid instanceof PDFRef) {
        node.kids.push(nodeOf(kid))
        continue
      }
      const content = document.context.lookup(kid, PDFDict)
      const page = texts.get(String(content.get(PDFName.of('Pg'))))
      node.text += page?.[content.lookup(PDFName.of('MCID'), PDFNumber).asNumber()] ?? ''
    }
    return node
  }
  const tree = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const [top] = tree.lookup(PDFName.of('K'), PDFArray).asArray()
  return { document, root: nodeOf(top) }
}

/** The elements of a role, in reading order. */
export function elements(node: Node, role: string): Node[] {
  return [...(node.role === role ? [node] : []), ...node.kids.flatMap((kid) => elements(kid, role))]
}

/** Everything that a screen reader says, blanks as single spaces. */
export function spoken(node: Node): string {
  const all = (one: Node): string => [one.text, ...one.kids.map(all)].join(' ')
  return evened(all(node))
}

/** NFC, with each run of blanks and line ends as one space. */
export function evened(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
