import { env } from '@/lib/server/env'
import type { KeyHolder, Signer, SignerRole } from '@/lib/signing/signer'
import { fileKey, fileSigner } from '@/lib/signing/signers/file-signer'
import { httpTimestamper, type Timestamper } from '@/lib/signing/timestamper'

/** The key a signature is made with, by the id kept with the post or the agency. Throws without one: nobody may sign in its place. */
export function agencySigner(keyId: string | null, role: SignerRole): Signer {
  if (!keyId) throw new Error(`no ${role} key is set`)
  return fileSigner(env().SIGNING_KEYS_DIR, keyId, role)
}

/** The key of the system itself, which signs heads of the record and nothing else. */
export function recordKey(): KeyHolder {
  return fileKey(env().SIGNING_KEYS_DIR, 'record')
}

/** The time-stamp authority of the setting. */
export function timestamper(): Timestamper {
  return httpTimestamper(env().TSA_URL)
}
