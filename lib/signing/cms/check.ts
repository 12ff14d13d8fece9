import { createHash, timingSafeEqual, verify } from 'node:crypto'
import * as asn1js from 'asn1js'
import { type Certificate, mayUseKey } from './certificate'
import { DIGESTS, OID } from './object-identifiers'
import type { Cms } from './read'

export type CmsProblem =
  | 'content-changed'
  | 'content-type-wrong'
  | 'signature-wrong'
  | 'signing-certificate-wrong'
  | 'key-not-allowed'

const MIN_RSA_BITS = 2048
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1']
const DIGITAL_SIGNATURE = 0
const NON_REPUDIATION = 1

/**
 * Checks one CMS signature over its content (RFC 5652 §5.6, and CAdES for the certificate), without
 * asking who the signer is. Gives all that is wrong; an empty list is a good signature.
 */
export function checkCms(cms: Cms, content: readonly Uint8Array[]): CmsProblem[] {
  const problems: CmsProblem[] = []
  if (!sameBytes(octets(cms.attributes.get(OID.messageDigest)), hash(cms.digest, content))) {
    problems.push('content-changed')
  }
  if (identifier(cms.attributes.get(OID.contentType)) !== cms.contentType) {
    problems.push('content-type-wrong')
  }
  if (!isSigned(cms)) problems.push('signature-wrong')
  if (!namesItsCertificate(cms)) problems.push('signing-certificate-wrong')
  if (!isAllowedKey(cms.signer)) problems.push('key-not-allowed')
  return problems
}

/** The hash of several pieces as if they were one. */
export function hash(algorithm: string, pieces: readonly Uint8Array[]): Uint8Array {
  const state = createHash(algorithm)
  for (const piece of pieces) state.update(piece)
  return state.digest()
}

/** Whether two byte strings are the same; absent ones never are. */
export function sameBytes(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return (
    one !== null && other !== null && one.length === other.length && timingSafeEqual(one, other)
  )
}

/** The bytes of a primitive OCTET STRING. */
export function octets(block: asn1js.BaseBlock | undefined): Uint8Array | null {
  return block instanceof asn1js.OctetString ? new Uint8Array(block.getValue()) : null
}

/** Whether a key is strong enough, and its certificate lets it sign. */
export function isAllowedKey(certificate: Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  const strong =
    asymmetricKeyType === 'rsa'
      ? (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS
      : CURVES.includes(asymmetricKeyDetails?.namedCurve ?? '')
  return strong && mayUseKey(certificate, [DIGITAL_SIGNATURE, NON_REPUDIATION])
}

function isSigned({ signer, digest, keyType, signedAttributes, signature }: Cms): boolean {
  if (signer.publicKey.asymmetricKeyType !== keyType) return false
  return verify(digest, signedAttributes, signer.publicKey, signature)
}

/**
 * Whether the signed attributes name the very certificate that is used (RFC 5035). pkijs does not
 * look at this, so a certificate could be exchanged for another of the same key.
 */
function namesItsCertificate({ attributes, signer, contentType }: Cms): boolean {
  const second = firstIdentifier(attributes.get(OID.signingCertificateV2))
  if (second) return essMatches(second, signer, 'sha256')
  if (contentType !== OID.timestampInfo) return false // the SHA-1 form is left in time stamps alone
  const first = firstIdentifier(attributes.get(OID.signingCertificate))
  return first !== null && essMatches(first, signer, 'sha1')
}

function firstIdentifier(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] | null {
  const [list] = members(block)
  const [identifier] = members(list)
  const parts = members(identifier)
  return parts.length > 0 ? parts : null
}

function essMatches(parts: asn1js.BaseBlock[], signer: Certificate, byDefault: string): boolean {
  const [first, second] = parts
  const named =
    first instanceof asn1js.Sequence ? DIGESTS[identifier(members(first)[0]) ?? ''] : byDefault
  const value = first instanceof asn1js.Sequence ? octets(second) : octets(first)
  return named !== undefined && sameBytes(value, hash(named, [signer.der]))
}

function members(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  return block instanceof asn1js.Sequence ? block.valueBlock.value : []
}

function identifier(block: asn1js.BaseBlock | undefined): string | null {
  return block instanceof asn1js.ObjectIdentifier ? block.getValue() : null
}
