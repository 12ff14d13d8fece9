import { createHash, timingSafeEqual, verify } from 'node:crypto'
import { type Certificate, mayUseKey } from './certificate'
import { type Der, members, oidOf, readDer, TAG } from './der'
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
  const type = cms.attributes.get(OID.contentType)
  if (type?.tag !== TAG.oid || oidOf(type) !== cms.contentType) problems.push('content-type-wrong')
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

function octets(element: Der | undefined): Uint8Array | null {
  return element?.tag === TAG.octetString ? element.content : null
}

/** Whether a key is strong enough, and its certificate lets it sign. */
function isAllowedKey(certificate: Certificate): boolean {
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
  const second = attributes.get(OID.signingCertificateV2)
  if (second) return essMatches(second, signer, 'sha256')
  // The older attribute, which has SHA-1, is still found in time stamps, and is taken in them alone.
  const first = attributes.get(OID.signingCertificate)
  return (
    first !== undefined && contentType === OID.timestampInfo && essMatches(first, signer, 'sha1')
  )
}

/** The first ESSCertID of the list is the signer's: a hash, before which another digest may stand. */
function essMatches(attribute: Der, signer: Certificate, byDefault: string): boolean {
  try {
    const [list] = members(readDer(attribute.raw), TAG.sequence)
    const [identifier] = members(list, TAG.sequence)
    const [first, second] = members(identifier, TAG.sequence)
    const named = first?.tag === TAG.sequence
    const digest = named ? DIGESTS[oidOf(members(first, TAG.sequence)[0])] : byDefault
    const value = octets(named ? second : first)
    return digest !== undefined && sameBytes(value, hash(digest, [signer.der]))
  } catch {
    return false
  }
}
