import type { Result } from '@/lib/shared/result'
import { signedAttributes } from './cms/build'
import { readCertificate } from './cms/certificate'
import { hash } from './cms/check'
import { OID } from './cms/object-identifiers'
import { askSigner, completeCms } from './complete-cms'
import type { SigningRefusal } from './sign-pdf'
import type { KeyHolder } from './signer'
import type { Timestamper } from './timestamper'

/**
 * Signs bytes that stay outside of the signature: CAdES baseline B-T, detached (ETSI EN 319 122-1),
 * in DER. Refuses when the key or the time-stamp authority does not answer.
 */
export async function signDetached(
  content: Uint8Array,
  { key, timestamper }: { key: KeyHolder; timestamper: Timestamper },
): Promise<Result<Uint8Array, SigningRefusal>> {
  const chain = await askSigner(() => key.certificateChain())
  if (!chain.ok) return chain
  const certificate = readCertificate(chain.value[0] ?? new Uint8Array())
  if (!certificate) return { ok: false, refusal: { code: 'certificate-mismatch' } }
  const attributes = signedAttributes(certificate, OID.data, hash('sha256', [content]))
  const signedAttributesHash = hash('sha256', [attributes])
  const raw = await askSigner(() =>
    key.sign({ signedAttributes: attributes, signedAttributesHash }),
  )
  if (!raw.ok) return raw
  const prepared = { signedAttributes: attributes, certificateChain: chain.value }
  return completeCms(prepared, raw.value, timestamper)
}
