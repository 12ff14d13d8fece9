import { env } from '@/lib/server/env'
import { readCertificate } from '@/lib/signing/cms/certificate'
import { roleOfUnit } from '@/lib/signing/signer'
import { fileKey } from '@/lib/signing/signers/file-signer'

/**
 * Whether a post's own certificate may stand where an agency's leader signs. Powers to sign are lent only
 * to whoever could use them: nobody ever signs with the lender's key.
 */
export async function signsForLeader(keyId: string | null): Promise<boolean> {
  if (!keyId) return false
  const chain = await fileKey(env().SIGNING_KEYS_DIR, keyId).certificateChain()
  const own = chain[0] && readCertificate(chain[0])
  return own ? roleOfUnit(own.subject.unit) === 'leader' : false
}
