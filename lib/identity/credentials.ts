import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// OWASP password storage cheat sheet: N=2^15, r=8, p=3 takes 32 MiB and about 0.2 s.
const COST = { log2N: 15, r: 8, p: 3 }
const KEY_BYTES = 32
const SALT_BYTES = 16

/** A password as it is stored: 'scrypt$log2N$r$p$salt$key', salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, COST)
  return format(salt, key)
}

/** Whether the password is the one of the stored hash; takes the same time for either answer. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, log2N, r, p, salt = '', key = ''] = stored.split('$')
  if (scheme !== 'scrypt') throw new Error('password hash of an unknown scheme')
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) }
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}

/**
 * The hash of no password at all. It is verified for accounts that do not exist, so that they cost
 * the same time as those that do.
 */
export const hashOfNobody: string = format(randomBytes(SALT_BYTES), randomBytes(KEY_BYTES))

function format(salt: Buffer, key: Buffer): string {
  const { log2N, r, p } = COST
  return ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const N = 2 ** cost.log2N
  const options: ScryptOptions = { N, r: cost.r, p: cost.p, maxmem: 256 * N * cost.r }
  // One keyboard writes 'ế' as one character, another as three: both are the same password.
  const text = password.normalize('NFKC')
  return new Promise((done, failed) => {
    scrypt(text, salt, KEY_BYTES, options, (error, key) => (error ? failed(error) : done(key)))
  })
}
