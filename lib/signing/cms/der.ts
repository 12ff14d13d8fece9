/** Thrown inside this folder when bytes are not DER; the readers turn it into null. */
export class DerError extends Error {}

/** One element of DER (X.690): its tag byte, its content, and all of its bytes as they stand. */
export type Der = { tag: number; content: Uint8Array; raw: Uint8Array }

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** Context tags, constructed. */
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
} as const

const MAX_MEMBERS = 512

/**
 * Reads the element at the beginning of the bytes; what follows it is left alone. Strictly DER: one
 * length for each content, so two readers cannot see two things. Nothing inside is touched until it
 * is asked for, so nesting costs nothing. Slower libraries are left to writing, where they are safe.
 */
export function readDer(bytes: Uint8Array): Der {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError('tag')
  const { length, header } = first < 0x80 ? { length: first, header: 2 } : longLength(bytes, first)
  const end = header + length
  if (end > bytes.length) throw new DerError('the content is cut off')
  return { tag, content: bytes.subarray(header, end), raw: bytes.subarray(0, end) }
}

/** The members of a constructed element of the expected tag; a missing element has none. */
export function members(element: Der | undefined, tag: number): Der[] {
  if (element?.tag !== tag) throw new DerError(`tag ${tag} is expected`)
  const result: Der[] = []
  for (let rest = element.content; rest.length > 0; ) {
    const member = readDer(rest)
    result.push(member)
    if (result.length > MAX_MEMBERS) throw new DerError('too many members')
    rest = rest.subarray(member.raw.length)
  }
  return result
}

/** The content of an element that must have the tag. */
export function contentOf(element: Der | undefined, tag: number): Uint8Array {
  if (element?.tag !== tag) throw new DerError(`tag ${tag} is expected`)
  return element.content
}

/** An OBJECT IDENTIFIER in dotted numbers. */
export function oidOf(element: Der | undefined): string {
  const numbers: number[] = []
  let value = 0
  for (const byte of contentOf(element, TAG.oid)) {
    value = value * 128 + (byte & 0x7f)
    if (value > Number.MAX_SAFE_INTEGER / 128) throw new DerError('an endless number')
    if ((byte & 0x80) !== 0) continue
    numbers.push(value)
    value = 0
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join('.')
}

function longLength(bytes: Uint8Array, first: number): { length: number; header: number } {
  const count = first & 0x7f
  if (count === 0 || count > 3) throw new DerError('length')
  let length = 0
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[2 + index] ?? 0)
  const shortest = length >= 0x80 && length >= 256 ** (count - 1)
  if (!shortest) throw new DerError('a length that is not the shortest')
  return { length, header: 2 + count }
}
