import { accept, type Result, refuse } from '@/lib/shared/result'
import { Lexer, PdfSyntaxError } from './lexer'
import { isKind, type PdfDictionary, type PdfObject } from './values'

/** One revision (§7.5.6): what stands between the end of the one before and its own `%%EOF`. */
export type PdfRevision = {
  /** Offset of its cross-reference table. */
  table: number
  /** Offset just after `%%EOF` and one end of line. */
  end: number
  /** The objects written in this revision, by number. */
  objects: Map<number, PdfObject>
  /** Numbers of objects that this revision deletes. */
  deleted: Set<number>
  trailer: PdfDictionary
}

export type PdfFile = { bytes: Uint8Array; revisions: [PdfRevision, ...PdfRevision[]] }

export type UnreadablePdf = { code: 'too-large' | 'too-many-revisions' | 'structure-broken' }

/** A public page reads uploads with this reader, so there is a limit to what it takes on. */
export const MAX_PDF_BYTES = 25 * 1024 * 1024
export const MAX_REVISIONS = 12
const MAX_OBJECTS = 50_000
const TAIL_BYTES = 64

type Table = { offset: number; entries: Map<number, number>; deleted: Set<number>; end: number }
type Section = Table & { trailer: PdfDictionary }

/**
 * Reads a PDF of classic cross-reference tables so strictly that every byte is accounted for: each
 * revision is objects, table, trailer, `startxref`, `%%EOF`, with nothing hidden in between. It reads
 * all that this product writes; what else it refuses may still be a good PDF of somebody else.
 */
export function readPdf(bytes: Uint8Array): Result<PdfFile, UnreadablePdf> {
  if (bytes.length > MAX_PDF_BYTES) return refuse({ code: 'too-large' })
  try {
    const sections = readSections(bytes)
    if (!sections) return refuse({ code: 'too-many-revisions' })
    const [first, ...later] = readRevisions(bytes, sections)
    if (!first) throw new PdfSyntaxError('no revision')
    return accept({ bytes, revisions: [first, ...later] })
  } catch (error) {
    if (error instanceof PdfSyntaxError) return refuse({ code: 'structure-broken' })
    throw error
  }
}

/** The sections of the file, oldest first; null when there are too many. */
function readSections(bytes: Uint8Array): Section[] | null {
  const sections: Section[] = []
  let offset: number | undefined = lastTableOffset(bytes)
  while (offset !== undefined) {
    if (sections.length === MAX_REVISIONS) return null
    const section = readSection(bytes, offset)
    sections.unshift(section)
    offset = previousOffset(section)
  }
  return sections
}

function lastTableOffset(bytes: Uint8Array): number {
  const tailStart = Math.max(0, bytes.length - TAIL_BYTES)
  const at = Buffer.from(bytes.subarray(tailStart)).lastIndexOf('startxref')
  if (at < 0) throw new PdfSyntaxError('no startxref at the end')
  const lexer = new Lexer(bytes, tailStart + at)
  lexer.keyword('startxref')
  lexer.skipWhite()
  return lexer.unsigned()
}

/** Tables must lie one behind the other, so a chain of them always ends. */
function previousOffset({ trailer, offset }: Section): number | undefined {
  const previous = trailer.entries.get('Prev')
  if (previous === undefined) return undefined
  if (!isKind(previous, 'number') || !Number.isInteger(previous.value)) {
    throw new PdfSyntaxError('a bad /Prev')
  }
  if (previous.value >= offset) throw new PdfSyntaxError('/Prev points forward')
  return previous.value
}

function readSection(bytes: Uint8Array, offset: number): Section {
  const table = readTable(bytes, offset)
  const lexer = new Lexer(bytes, table.end)
  lexer.keyword('trailer')
  const trailer = lexer.value()
  if (!isKind(trailer, 'dictionary')) throw new PdfSyntaxError('no trailer')
  for (const key of ['Encrypt', 'XRefStm']) {
    if (trailer.entries.has(key)) throw new PdfSyntaxError(`/${key} is not read`)
  }
  lexer.keyword('startxref')
  lexer.skipWhite()
  if (lexer.unsigned() !== offset) throw new PdfSyntaxError('startxref points elsewhere')
  lexer.skipWhite()
  lexer.expect('%%EOF')
  lexer.takeLineEnd()
  return { ...table, trailer, end: lexer.at }
}

/** A cross-reference table (§7.5.4): subsections of entries of twenty bytes each. */
function readTable(bytes: Uint8Array, offset: number): Table {
  const lexer = new Lexer(bytes, offset)
  lexer.expect('xref')
  if (!lexer.takeLineEnd()) throw new PdfSyntaxError('a bad table')
  const table: Table = { offset, entries: new Map(), deleted: new Set(), end: offset }
  while (isDigit(bytes[lexer.at])) {
    const first = lexer.unsigned()
    lexer.expect(' ')
    const count = lexer.unsigned()
    lexer.take(' ')
    if (!lexer.takeLineEnd()) throw new PdfSyntaxError('a bad subsection')
    for (let index = 0; index < count; index += 1) readEntry(lexer, first + index, table)
  }
  return { ...table, end: lexer.at }
}

function readEntry(lexer: Lexer, objectNumber: number, table: Table): void {
  const entry = Buffer.from(lexer.bytes.subarray(lexer.at, lexer.at + 20)).toString('latin1')
  const match = /^(\d{10}) (\d{5}) ([nf])( \n| \r|\r\n)$/.exec(entry)
  const known = table.entries.has(objectNumber) || table.deleted.has(objectNumber)
  if (!match || known) throw new PdfSyntaxError('a bad entry')
  if (table.entries.size + table.deleted.size > MAX_OBJECTS) throw new PdfSyntaxError('too many')
  lexer.at += 20
  if (match[3] === 'f') {
    if (objectNumber !== 0) table.deleted.add(objectNumber)
    return
  }
  if (match[2] !== '00000') throw new PdfSyntaxError('a generation that is not 0')
  table.entries.set(objectNumber, Number(match[1]))
}

function readRevisions(bytes: Uint8Array, sections: Section[]): PdfRevision[] {
  let start = skipHeader(bytes)
  const revisions = sections.map((section) => {
    const objects = readObjects(bytes, start, section)
    start = section.end
    const { offset, end, deleted, trailer } = section
    return { table: offset, end, objects, deleted, trailer }
  })
  if (start !== bytes.length) throw new PdfSyntaxError('something follows the end')
  return revisions
}

/** `%PDF-n.n`, and the usual comment of a few high bytes. */
function skipHeader(bytes: Uint8Array): number {
  const header = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  const match = /^%PDF-\d\.\d[\r\n]+(%[\x80-\xff]{1,8}[\r\n]+)?/.exec(header)
  if (!match) throw new PdfSyntaxError('no header')
  return match[0].length
}

/** The objects of a revision, which must stand side by side from its start to its table. */
function readObjects(bytes: Uint8Array, start: number, section: Section): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const lexer = new Lexer(bytes, start)
  const inOrder = [...section.entries].sort(([, one], [, other]) => one - other)
  for (const [objectNumber, offset] of inOrder) {
    lexer.skipWhite()
    if (lexer.at !== offset) throw new PdfSyntaxError(`object ${objectNumber} is elsewhere`)
    objects.set(objectNumber, readObject(lexer, objectNumber))
  }
  lexer.skipWhite()
  if (lexer.at !== section.offset) throw new PdfSyntaxError('something hidden before the table')
  return objects
}

function readObject(lexer: Lexer, objectNumber: number): PdfObject {
  if (lexer.unsigned() !== objectNumber) throw new PdfSyntaxError('another object stands here')
  lexer.keyword('0')
  lexer.keyword('obj')
  const value = lexer.value()
  lexer.skipWhite()
  const stream = isKind(value, 'dictionary') ? readStream(lexer, value) : null
  lexer.keyword('endobj')
  return { value, stream }
}

function readStream(lexer: Lexer, { entries }: PdfDictionary): Uint8Array | null {
  if (!lexer.take('stream')) return null
  if (!lexer.take('\r\n') && !lexer.take('\n')) throw new PdfSyntaxError('a bad stream')
  const length = entries.get('Length')
  if (!isKind(length, 'number') || !Number.isInteger(length.value) || length.value < 0) {
    throw new PdfSyntaxError('a stream without a plain length')
  }
  const stream = lexer.bytes.subarray(lexer.at, lexer.at + length.value)
  lexer.at += length.value
  lexer.takeLineEnd()
  lexer.keyword('endstream')
  return stream
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}
