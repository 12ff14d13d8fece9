import type { PdfDictionary, PdfValue } from './values'

/** Thrown inside this folder when bytes break the grammar; `readPdf` turns it into a refusal. */
export class PdfSyntaxError extends Error {}

const MAX_DEPTH = 48
const BACKSLASH = 0x5c
const MAX_STRING = 4 * 1024 * 1024
const WHITE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))

/**
 * Reads PDF syntax strictly, forward only, each byte once: no comments inside objects, no duplicate
 * keys, no generation but 0. Whatever a lenient reader could see otherwise is an error here.
 */
export class Lexer {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  skipWhite(): void {
    while (this.at < this.bytes.length && WHITE.has(this.byte())) this.at += 1
  }

  /** Whether the text stands here; moves past it if so. */
  take(text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      if (this.bytes[this.at + index] !== text.charCodeAt(index)) return false
    }
    this.at += text.length
    return true
  }

  expect(text: string): void {
    if (!this.take(text)) throw new PdfSyntaxError(`'${text}' is expected at ${this.at}`)
  }

  /** A word of its own: nothing but white space or a delimiter may follow. */
  keyword(text: string): void {
    this.skipWhite()
    if (!this.takeWord(text)) throw new PdfSyntaxError(`'${text}' is expected at ${this.at}`)
  }

  /** Exactly one end of line: CR LF, LF or CR; false when there is none. */
  takeLineEnd(): boolean {
    return this.take('\r\n') || this.take('\n') || this.take('\r')
  }

  /** Digits without sign, at most ten. */
  unsigned(): number {
    const text = this.regular()
    if (!/^\d{1,10}$/.test(text)) throw new PdfSyntaxError(`a number is expected at ${this.at}`)
    return Number(text)
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('nested too deep')
    this.skipWhite()
    if (this.take('<<')) return this.dictionary(depth)
    if (this.take('[')) return this.array(depth)
    const first = this.byte()
    if (first === 0x28) return this.literalString()
    if (first === 0x3c) return this.hexString()
    if (this.take('/')) return { kind: 'name', name: this.name() }
    return this.numberOrWord()
  }

  private takeWord(text: string): boolean {
    const start = this.at
    if (this.take(text)) {
      const next = this.bytes[this.at]
      if (next === undefined || WHITE.has(next) || DELIMITERS.has(next)) return true
    }
    this.at = start
    return false
  }

  private byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new PdfSyntaxError('the file ends too early')
    return byte
  }

  private regular(): string {
    const start = this.at
    while (this.at < this.bytes.length && this.at - start < 256) {
      const byte = this.byte()
      if (WHITE.has(byte) || DELIMITERS.has(byte)) break
      this.at += 1
    }
    return latin(this.bytes.subarray(start, this.at))
  }

  private name(): string {
    const text = this.regular()
    if (/#(?![0-9a-fA-F]{2})/.test(text)) throw new PdfSyntaxError('a bad name')
    return text.replace(/#(..)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  }

  private dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipWhite()
      if (this.take('>>')) return { kind: 'dictionary', entries }
      this.expect('/')
      const key = this.name()
      if (entries.has(key)) throw new PdfSyntaxError(`the key ${key} stands twice`)
      entries.set(key, this.value(depth + 1))
    }
  }

  private array(depth: number): PdfValue {
    const items: PdfValue[] = []
    for (;;) {
      this.skipWhite()
      if (this.take(']')) return { kind: 'array', items }
      items.push(this.value(depth + 1))
    }
  }

  private hexString(): PdfValue {
    const start = this.at
    const close = this.bytes.indexOf(0x3e, start)
    if (close < 0 || close - start > MAX_STRING) throw new PdfSyntaxError('an endless string')
    const text = latin(this.bytes.subarray(start + 1, close))
    if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text))
      throw new PdfSyntaxError('a bad hexadecimal string')
    this.at = close + 1
    const bytes = Buffer.from(text, 'hex')
    return { kind: 'string', bytes, hexadecimal: true, start, end: this.at }
  }

  private literalString(): PdfValue {
    const start = this.at
    this.at += 1
    const bytes: number[] = []
    for (let open = 1; ; ) {
      const byte = this.byte()
      this.at += 1
      open += nesting(byte)
      if (open === 0) break
      bytes.push(...(byte === BACKSLASH ? this.escape() : [byte]))
      if (bytes.length > MAX_STRING) throw new PdfSyntaxError('an endless string')
    }
    const string = Uint8Array.from(bytes)
    return { kind: 'string', bytes: string, hexadecimal: false, start, end: this.at }
  }

  /** The bytes that a backslash sequence stands for (§7.3.4.2, table 3). */
  private escape(): number[] {
    if (this.takeLineEnd()) return []
    const octal = /^[0-7]{1,3}/.exec(latin(this.bytes.subarray(this.at, this.at + 3)))
    if (octal) {
      this.at += octal[0].length
      return [parseInt(octal[0], 8) & 0xff]
    }
    const byte = this.byte()
    this.at += 1
    const meaning = 'nrtbf'.indexOf(String.fromCharCode(byte))
    return [[0x0a, 0x0d, 0x09, 0x08, 0x0c][meaning] ?? byte]
  }

  private numberOrWord(): PdfValue {
    const text = this.regular()
    if (text === 'true') return true
    if (text === 'false') return false
    if (text === 'null') return null
    if (!/^[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})$/.test(text)) {
      throw new PdfSyntaxError(`an object is expected at ${this.at}`)
    }
    return this.reference(text) ?? { kind: 'number', text, value: Number(text) }
  }

  private reference(text: string): PdfValue | null {
    if (!/^\d{1,7}$/.test(text)) return null
    const start = this.at
    this.skipWhite()
    if (this.take('0')) {
      this.skipWhite()
      if (this.takeWord('R')) return { kind: 'reference', number: Number(text) }
    }
    this.at = start
    return null
  }
}

/** What a byte of a literal string does to the depth of its brackets. */
function nesting(byte: number): number {
  if (byte === 0x28) return 1
  return byte === 0x29 ? -1 : 0
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
