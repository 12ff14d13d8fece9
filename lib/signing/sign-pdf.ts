import { accept, type Result, refuse } from '@/lib/shared/result'
import { askSigner, completeCms } from './complete-cms'
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
  const cms = await completeCms(prepared, rawSignature, timestamper)
  if (!cms.ok) return cms
  if (cms.value.length > RESERVED_BYTES) return refuse({ code: 'signature-too-large' })
  const pdf = Buffer.from(prepared.pdf)
  pdf.write(Buffer.from(cms.value).toString('hex'), prepared.gap.start + 1, 'latin1')
  return accept(pdf)
}

/** Both phases in one go, for a signer that answers at once; the field is that of its role. */
export async function signPdf(
  pdf: Uint8Array,
  options: Omit<SignatureOptions, 'field'>,
  { signer, timestamper }: { signer: Signer; timestamper: Timestamper },
): Promise<Result<Uint8Array, SigningRefusal>> {
  const chain = await askSigner(() => signer.certificateChain())
  if (!chain.ok) return chain
  const { field } = SIGNATURE_FIELDS[signer.role]
  const prepared = await prepareSignature(pdf, chain.value, { ...options, field })
  if (!prepared.ok) return prepared
  const { signedAttributes, signedAttributesHash } = prepared.value
  const raw = await askSigner(() => signer.sign({ signedAttributes, signedAttributesHash }))
  if (!raw.ok) return raw
  return completeSignature(prepared.value, raw.value, timestamper)
}
