import { createHmac, timingSafeEqual } from 'node:crypto'

const UNSIGNED = new Set(['vnp_SecureHash', 'vnp_SecureHashType'])

/**
 * The text that VNPAY 2.1.0 signs in addresses: the vnp_ parameters that have a value, by name,
 * encoded as a form (a space becomes `+`).
 */
export function signedQuery(parameters: Record<string, string>): string {
  const names = Object.keys(parameters).filter(
    (name) => name.startsWith('vnp_') && !UNSIGNED.has(name) && parameters[name] !== '',
  )
  return new URLSearchParams(names.sort().map((name) => [name, parameters[name] ?? ''])).toString()
}

/** The text that VNPAY signs in its query interface: the values in a fixed order between bars. */
export function signedValues(values: readonly (string | undefined)[]): string {
  return values.map((value) => value ?? '').join('|')
}

/** HMAC-SHA512 in lower-case hexadecimal. */
export function sign(secret: string, text: string): string {
  return createHmac('sha512', secret).update(text, 'utf8').digest('hex')
}

/** Whether a signature was made with the secret over the text; it takes the same time either way. */
export function isSignedBy(secret: string, text: string, signature: string | undefined): boolean {
  const expected = Buffer.from(sign(secret, text))
  const given = Buffer.from((signature ?? '').toLowerCase())
  return given.length === expected.length && timingSafeEqual(given, expected)
}
