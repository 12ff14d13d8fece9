import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** Steps before and after the current one that still count: clocks of phones go wrong. */
const WINDOW = 1
const SECRET_BYTES = 20

/** A fresh secret for an authenticator app, in base32 (RFC 6238). */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** The address that an authenticator app reads from a QR code. */
export function totpUri(secret: string, account: string): string {
  return totp(secret, account).toString()
}

/**
 * The number of the 30-second step that a code belongs to, or undefined when it is wrong. The caller
 * spends that step, since a code may be used once only (RFC 6238 §5.2).
 */
export function findTotpStep(secret: string, code: string, at: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: WINDOW })
  if (delta === null) return undefined
  return Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Một Cửa Y Tế',
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
  })
}
