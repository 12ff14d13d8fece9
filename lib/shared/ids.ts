// Crockford base32: no I, L, O or U, so a code can be read out over the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE_PREFIX = 'NOP-'
const REFERENCE_DIGITS = 10

let lastMillisecond = 0
let sequence = 0

/**
 * A UUID version 7 (RFC 9562 §5.7, method 1): sorts by time of birth, and within one process each
 * id is greater than the one before, even when the wall clock steps back.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  advance(view.getUint16(6))
  view.setUint32(0, Math.floor(lastMillisecond / 0x1_0000))
  view.setUint16(4, lastMillisecond % 0x1_0000)
  view.setUint16(6, 0x7000 | sequence)
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Addresses are typed by people: what has not the shape of an id is asked nowhere. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Moves time and the 12-bit sequence on; a full sequence borrows the next millisecond. */
function advance(random: number): void {
  const now = Date.now()
  if (now > lastMillisecond) {
    lastMillisecond = now
    sequence = random & 0x7ff // the upper half is kept free to count in
    return
  }
  sequence += 1
  if (sequence > 0xfff) {
    lastMillisecond += 1
    sequence = random & 0x7ff
  }
}

/** The code printed on a result that anyone may verify: 80 random bits as XXXX-XXXX-XXXX-XXXX. */
export function newVerificationCode(): string {
  return groupsOfFour(randomDigits(16))
}

/** A verification code as typed by a person, made canonical; null when it cannot be one. */
export function parseVerificationCode(typed: string): string | null {
  const digits = canonicalDigits(typed)
  return digits?.length === 16 ? groupsOfFour(digits) : null
}

/**
 * The reference an applicant gets at submission, before the desk gives a dossier code:
 * 'NOP-' + 9 random digits (45 bits) + 1 check digit.
 */
export function newSubmissionReference(): string {
  const digits = randomDigits(REFERENCE_DIGITS - 1)
  return REFERENCE_PREFIX + digits + digitAt(times2(remainder(digits)))
}

/**
 * A submission reference as typed by a person, made canonical; null when its check digit is wrong.
 * One wrong digit and any two digits changed about are always noticed.
 */
export function parseSubmissionReference(typed: string): string | null {
  const digits = canonicalDigits(typed.trim().replace(/^nop/i, ''))
  if (digits?.length !== REFERENCE_DIGITS || remainder(digits) !== 0) return null
  return REFERENCE_PREFIX + digits
}

function randomDigits(count: number): string {
  return [...crypto.getRandomValues(new Uint8Array(count))].map(digitAt).join('')
}

function digitAt(value: number): string {
  return ALPHABET.charAt(value & 31)
}

function groupsOfFour(digits: string): string {
  return digits.replace(/(.{4})(?!$)/g, '$1-')
}

/** What a person typed, without spaces and dashes, with O read as 0 and I or L as 1. */
function canonicalDigits(typed: string): string | null {
  const digits = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(digits) ? digits : null
}

/** The digits as a polynomial over GF(32), reduced at x = 2, which has order 31: 0 when they check. */
function remainder(digits: string): number {
  return [...digits].reduce((sum, digit) => times2(sum) ^ ALPHABET.indexOf(digit), 0)
}

function times2(value: number): number {
  return (value << 1) ^ (value & 16 ? 0b100101 : 0)
}
