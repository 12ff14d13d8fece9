import { env } from '@/lib/server/env'
import type { Signer, SignerRole } from '@/lib/signing/signer'
import { fileSigner } from '@/lib/signing/signers/file-signer'
import { httpTimestamper, type Timestamper } from '@/lib/signing/timestamper'

/** The key a signature is made with, by the id kept with the post or the agency. Throws without one: nobody may sign in its place. */
export function agencySigner(keyId: string | null, role: SignerRole): Signer {
  if (!keyId) throw new Error(`no ${role} key is set`)
  return fileSigner(env().SIGNING_KEYS_DIR, keyId, role)
}

/** The time-stamp authority of the setting. */
export function timestamper(): Timestamper {
  return httpTimestamper(env().TSA_URL)
}
