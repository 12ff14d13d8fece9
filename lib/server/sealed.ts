import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { env } from '@/lib/server/env'
import { keyedHash } from '@/lib/server/keyed-hash'

const FORMAT = 's1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A national identifier as the database holds it: sealed to be read again, hashed to be found. */
export type SealedNationalId = { sealed: string; lookup: string }

/** Seals a national identifier (Law 91/2025/QH15 on personal data: kept encrypted at rest). */
export function sealNationalId(nationalId: string): SealedNationalId {
  return { sealed: seal(nationalId), lookup: nationalIdLookup(nationalId) }
}

/** The key by which a national identifier is looked up; spaces and dots do not matter. */
export function nationalIdLookup(nationalId: string): string {
  return keyedHash('national-id', nationalId.replace(/[\s.]/g, ''))
}

/** A national identifier for a screen that need not show all of it: first and last three digits. */
export function maskNationalId(nationalId: string): string {
  if (nationalId.length < 9) return '•'.repeat(nationalId.length)
  return nationalId.slice(0, 3) + '•'.repeat(nationalId.length - 6) + nationalId.slice(-3)
}

/**
 * Encrypts a text by AES-256-GCM with the newest sealing key. The form is 's1:KEY:DATA', where KEY
 * names the key, so that older texts stay readable after SEALING_KEY got a new key in front.
 */
export function seal(plain: string): string {
  const [key] = keyRing()
  if (!key) throw new Error('SEALING_KEY holds no key')
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(FORMAT))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const data = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
  return `${FORMAT}:${key.name}:${data}`
}

/**
 * Decrypts what `seal` made.
 * @throws when the text was altered, or its key is no longer in SEALING_KEY
 */
export function open(sealed: string): string {
  const [format, name, data = ''] = sealed.split(':')
  const key = keyRing().find((candidate) => candidate.name === name)
  if (format !== FORMAT || !key) throw new Error('sealed text of an unknown format or key')
  const bytes = Buffer.from(data, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(FORMAT))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

function keyRing(): { name: string; bytes: Buffer }[] {
  return env()
    .SEALING_KEY.split(',')
    .map((key) => Buffer.from(key, 'base64'))
    .map((bytes) => ({ name: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }))
}
