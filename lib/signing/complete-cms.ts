import { verify } from 'node:crypto'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { buildCms, encodeSignature } from './cms/build'
import { type Certificate, readCertificate } from './cms/certificate'
import type { Timestamper, TimestampUnavailable } from './timestamper'

export type SignedAttributes = {
  signedAttributes: Uint8Array
  certificateChain: readonly Uint8Array[]
}

/**
 * Puts a raw signature over the attributes, its time stamp and the certificates together (CAdES B-T,
 * detached). 'certificate-mismatch' when the key is not that of the first certificate.
 */
export async function completeCms(
  prepared: SignedAttributes,
  rawSignature: Uint8Array,
  timestamper: Timestamper,
): Promise<Result<Uint8Array, { code: 'certificate-mismatch' } | TimestampUnavailable>> {
  const [leaf, ...others] = prepared.certificateChain.map(readCertificate)
  if (!leaf || !madeBy(leaf, prepared, rawSignature))
    return refuse({ code: 'certificate-mismatch' })
  const timestamp = await timestamper(encodeSignature(leaf, rawSignature))
  if (!timestamp.ok) return timestamp
  const cms = buildCms({
    chain: [leaf, ...others.filter((each) => each !== null)],
    attributes: prepared.signedAttributes,
    signature: rawSignature,
    timestamp: timestamp.value,
  })
  return accept(cms)
}

/** Asks whoever holds the key; what it throws becomes a refusal. */
export async function askSigner<Value>(
  ask: () => Promise<Value>,
): Promise<Result<Value, { code: 'signer-unavailable'; cause: string }>> {
  try {
    return accept(await ask())
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown'
    return refuse({ code: 'signer-unavailable', cause })
  }
}

function madeBy(leaf: Certificate, { signedAttributes }: SignedAttributes, raw: Uint8Array) {
  const key = { key: leaf.publicKey, dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', signedAttributes, key, raw)
}
