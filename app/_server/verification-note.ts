import { cookies } from 'next/headers'
import { type Verification, verificationSchema } from '@/components/dossier/verification'
import { env } from '@/lib/server/env'
import { open, seal } from '@/lib/server/sealed'

const name = 'verification'
const tenMinutes = 10 * 60
// Browsers keep a cookie of 4096 bytes with its name and attributes.
const longestCookie = 3800

/**
 * Keeps the outcome of checking a file until the page shows it. The file is not stored anywhere,
 * and the outcome stays with the person who asked, sealed so that nobody can write their own.
 */
export async function keepVerification(outcome: Verification): Promise<void> {
  const jar = await cookies()
  jar.set(name, fitting(outcome), {
    path: '/verify',
    maxAge: tenMinutes,
    httpOnly: true,
    sameSite: 'lax',
    secure: env().PUBLIC_ORIGIN.startsWith('https:'),
  })
}

/** The outcome kept a moment ago, if it is still there and ours. */
export async function findVerification(): Promise<Verification | undefined> {
  const sealed = (await cookies()).get(name)?.value
  if (!sealed) return undefined
  try {
    return verificationSchema.parse(JSON.parse(open(sealed)))
  } catch {
    // Altered, sealed with a key that is gone, or written by an older release: as if there were none.
    return undefined
  }
}

function fitting(outcome: Verification): string {
  const { document, ...rest } = outcome
  const shorter = [
    outcome,
    { ...rest, document: document && { ...document, lines: [] } },
    { ...rest, reasons: outcome.reasons.slice(0, 3), signatures: outcome.signatures.slice(0, 3) },
  ]
  const sealed = shorter.map((each) => seal(JSON.stringify(each)))
  return sealed.find((text) => text.length <= longestCookie) ?? ''
}
