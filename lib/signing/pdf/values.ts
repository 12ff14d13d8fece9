/** The objects of PDF (ISO 32000-1 §7.3) as far as signing and checking need them. */
export type PdfValue =
  | null
  | boolean
  | PdfNumber
  | PdfName
  | PdfString
  | PdfReference
  | PdfArray
  | PdfDictionary
  | PdfRaw

export type PdfNumber = { kind: 'number'; text: string; value: number }
export type PdfName = { kind: 'name'; name: string }
/** `start` and `end` are byte offsets in the file, delimiters included; -1 in a string made here. */
export type PdfString = {
  kind: 'string'
  bytes: Uint8Array
  hexadecimal: boolean
  start: number
  end: number
}
export type PdfReference = { kind: 'reference'; number: number }
export type PdfArray = { kind: 'array'; items: PdfValue[] }
export type PdfDictionary = { kind: 'dictionary'; entries: Map<string, PdfValue> }
/** Text that goes into a file as it stands; the reader never makes one. */
export type PdfRaw = { kind: 'raw'; text: string }

/** An indirect object: a value, and the bytes of its stream when it has one. */
export type PdfObject = { value: PdfValue; stream: Uint8Array | null }

export function number(value: number): PdfNumber {
  const text = String(Math.round(value * 10_000) / 10_000)
  return { kind: 'number', text, value }
}

export function name(text: string): PdfName {
  return { kind: 'name', name: text }
}

export function reference(objectNumber: number): PdfReference {
  return { kind: 'reference', number: objectNumber }
}

export function array(items: PdfValue[]): PdfArray {
  return { kind: 'array', items }
}

export function dictionary(entries: Record<string, PdfValue>): PdfDictionary {
  return { kind: 'dictionary', entries: new Map(Object.entries(entries)) }
}

/** A copy of a dictionary with some entries put in or replaced. */
export function withEntries(
  original: PdfDictionary,
  entries: Record<string, PdfValue>,
): PdfDictionary {
  return { kind: 'dictionary', entries: new Map([...original.entries, ...Object.entries(entries)]) }
}

/** A text string (§7.9.2.2): as it is when plain ASCII, else UTF-16 with a byte order mark. */
export function textString(text: string): PdfString {
  const plain = /^[\x20-\x7e]*$/.test(text)
  const bytes = plain ? Buffer.from(text, 'latin1') : utf16(text)
  return { kind: 'string', bytes, hexadecimal: !plain, start: -1, end: -1 }
}

/** What a text string says; bytes without a byte order mark are read as Latin letters. */
export function textOf(value: PdfValue | undefined): string | null {
  if (!isKind(value, 'string')) return null
  const { bytes } = value
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return Buffer.from(bytes).toString('latin1')
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16().toString('utf16le')
}

/** Whether a value is there and of one kind; narrows its type. */
export function isKind<Kind extends Exclude<PdfValue, null | boolean>['kind']>(
  value: PdfValue | undefined,
  kind: Kind,
): value is Extract<PdfValue, { kind: Kind }> {
  return typeof value === 'object' && value !== null && value.kind === kind
}

/** One spelling for each value, in Latin-1, so that equal values give equal text. */
export function serialise(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  switch (value.kind) {
    case 'number':
    case 'raw':
      return value.text
    case 'name':
      return serialiseName(value.name)
    case 'string':
      return serialiseString(value)
    case 'reference':
      return `${value.number} 0 R`
    case 'array':
      return `[${value.items.map(serialise).join(' ')}]`
    case 'dictionary':
      return serialiseDictionary(value)
  }
}

function serialiseDictionary({ entries }: PdfDictionary): string {
  const pairs = [...entries].map(([key, value]) => `${serialiseName(key)} ${serialise(value)}`)
  return `<< ${pairs.join(' ')} >>`
}

function serialiseName(text: string): string {
  const escaped = text.replace(
    /[^!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return `/${escaped}`
}

function serialiseString({ bytes, hexadecimal }: PdfString): string {
  const latin = Buffer.from(bytes).toString('latin1')
  if (hexadecimal || !/^[\x20-\x7e]*$/.test(latin)) return `<${Buffer.from(bytes).toString('hex')}>`
  return `(${latin.replace(/[\\()]/g, '\\$&')})`
}

function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
}
