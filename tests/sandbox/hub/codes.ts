import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'

const account = z.object({
  email: z.string(),
  fullName: z.string(),
  position: z.string().default(''),
  password: z.string(),
  /** Base32, as an authenticator app takes it. */
  totpSecret: z.string(),
})
const file = z.object({ accounts: z.array(account) })

export type CurrentCode = {
  email: string
  fullName: string
  position: string
  password: string
  code: string
}

/** What an authenticator app would show now for the demo officers; the seed writes their secrets. */
export function currentCodes(dataDir: string, now: Date): CurrentCode[] {
  const path = join(dataDir, 'demo-accounts.json')
  if (!existsSync(path)) return []
  return file
    .parse(JSON.parse(readFileSync(path, 'utf8')))
    .accounts.map(({ totpSecret, ...known }) => ({
      ...known,
      code: new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({
        timestamp: now.getTime(),
      }),
    }))
}

/** Seconds until the codes change. */
export function secondsLeft(now: Date): number {
  return 30 - (Math.floor(now.getTime() / 1000) % 30)
}
