import { verify } from 'node:crypto'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { buildCms, encodeSignature } from './cms/build'
import { type Certificate, readCertificate } from './cms/certificate'
import {
  type PreparationRefusal,
  type PreparedSignature,
  prepareSignature,
} from './prepare-signature'
import type { SignatureOptions } from './signature-options'
import { RESERVED_BYTES } from './signature-revision'
import { SIGNATURE_FIELDS, type Signer } from './signer'
import type { Timestamper, TimestampUnavailable } from './timestamper'

export type CompletionRefusal =
  | { code: 'certificate-mismatch' | 'signature-too-large' }
  | TimestampUnavailable

export type SigningRefusal =
  | PreparationRefusal
  | CompletionRefusal
  | { code: 'signer-unavailable'; cause: string }

/**
 * Phase two: takes the raw signature that a person, a token or a service made over the prepared
 * attributes, has it time-stamped (PAdES B-T) and puts it into its place.
 * 'certificate-mismatch' when the signature was not made by the key of the prepared certificate.
 */
export async function completeSignature(
  prepared: PreparedSignature,
  rawSignature: Uint8Array,
  timestamper: Timestamper,
): Promise<Result<Uint8Array, CompletionRefusal>> {
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
  if (cms.length > RESERVED_BYTES) return refuse({ code: 'signature-too-large' })
  const pdf = Buffer.from(prepared.pdf)
  pdf.write(Buffer.from(cms).toString('hex'), prepared.gap.start + 1, 'latin1')
  return accept(pdf)
}

/** Both phases in one go, for a signer that answers at once; the field is that of its role. */
export async function signPdf(
  pdf: Uint8Array,
  options: Omit<SignatureOptions, 'field'>,
  { signer, timestamper }: { signer: Signer; timestamper: Timestamper },
): Promise<Result<Uint8Array, SigningRefusal>> {
  const chain = await attempt(() => signer.certificateChain())
  if (!chain.ok) return chain
  const { field } = SIGNATURE_FIELDS[signer.role]
  const prepared = await prepareSignature(pdf, chain.value, { ...options, field })
  if (!prepared.ok) return prepared
  const { signedAttributes, signedAttributesHash } = prepared.value
  const raw = await attempt(() => signer.sign({ signedAttributes, signedAttributesHash }))
  if (!raw.ok) return raw
  return completeSignature(prepared.value, raw.value, timestamper)
}

function madeBy(leaf: Certificate, prepared: PreparedSignature, raw: Uint8Array): boolean {
  const key = { key: leaf.publicKey, dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', prepared.signedAttributes, key, raw)
}

async function attempt<Value>(
  ask: () => Promise<Value>,
): Promise<Result<Value, { code: 'signer-unavailable'; cause: string }>> {
  try {
    return accept(await ask())
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown'
    return refuse({ code: 'signer-unavailable', cause })
  }
}
