import { createHmac, timingSafeEqual } from 'node:crypto'

export type Fields = Record<string, string>

const HASH = 'vnp_SecureHash'

function hmac(secret: string, text: string): string {
  return createHmac('sha512', secret).update(text, 'utf8').digest('hex')
}

function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a.toLowerCase()), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** VNPAY 2.1.0: fields with a value, sorted by name, form-encoded, joined by '&'. */
function signedText(fields: Fields): string {
  const entries = Object.entries(fields)
    .filter(([name, value]) => value !== '' && name !== HASH && name !== `${HASH}Type`)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return new URLSearchParams(entries).toString()
}

/** The query string of a signed return or notice. */
export function signedQuery(secret: string, fields: Fields): string {
  const text = signedText(fields)
  return `${text}&${HASH}=${hmac(secret, text)}`
}

export function verifyQuery(secret: string, fields: Fields): boolean {
  return sameHash(fields[HASH] ?? '', hmac(secret, signedText(fields)))
}

/** Query and refund calls sign named values in a fixed order, joined by '|', an absent one empty. */
export function pipeHash(secret: string, fields: Fields, names: readonly string[]): string {
  return hmac(secret, names.map((name) => fields[name] ?? '').join('|'))
}

export function verifyPipe(secret: string, fields: Fields, names: readonly string[]): boolean {
  return sameHash(fields[HASH] ?? '', pipeHash(secret, fields, names))
}
