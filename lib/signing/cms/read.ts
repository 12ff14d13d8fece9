import { type Certificate, readCertificate } from './certificate'
import { contentOf, type Der, members, oidOf, readDer, TAG } from './der'
import { DIGESTS, type DigestName, OID, SIGNATURES } from './object-identifiers'

/** A CMS signature of one signer, taken apart but not yet believed. */
export type Cms = {
  /** How many bytes it takes; what follows in a PDF must be zeros. */
  length: number
  signer: Certificate
  others: Certificate[]
  digest: DigestName
  keyType: 'rsa' | 'ec'
  /** The DER that the signature value is over. */
  signedAttributes: Uint8Array
  attributes: ReadonlyMap<string, Der>
  signature: Uint8Array
  contentType: string
  /** Content inside; null when it is detached. */
  content: Uint8Array | null
  /** DER of the time-stamp token over the signature value. */
  timestamp: Uint8Array | null
}

const MAX_BYTES = 64 * 1024
const MAX_CERTIFICATES = 12

/**
 * Reads a CMS (RFC 5652) in DER at the beginning of the bytes; null when it is not one of exactly one
 * signer with its certificate, strong algorithms that fit each other, and no attribute twice.
 */
export function readCms(bytes: Uint8Array): Cms | null {
  try {
    return readContentInfo(readDer(bytes.subarray(0, MAX_BYTES)))
  } catch {
    return null // whatever is not the structure, there is nothing in it for us
  }
}

function readContentInfo(info: Der): Cms | null {
  const [type, explicit] = members(info, TAG.sequence)
  if (oidOf(type) !== OID.signedData) return null
  const [data] = members(explicit, TAG.context0)
  const parts = members(data, TAG.sequence)
  const [signerInfo, ...more] = members(parts.at(-1), TAG.set)
  if (!signerInfo || more.length > 0) return null
  const certificates = readCertificates(parts.find(({ tag }) => tag === TAG.context0))
  const content = readContent(parts[2])
  const signed = readSignerInfo(signerInfo, certificates)
  return signed && { length: info.raw.length, ...content, ...signed }
}

function readCertificates(list: Der | undefined): Certificate[] {
  const found = list ? members(list, TAG.context0) : []
  if (found.length > MAX_CERTIFICATES) return []
  return found.map(({ raw }) => readCertificate(raw)).filter((each) => each !== null)
}

function readContent(encapsulated: Der | undefined): Pick<Cms, 'contentType' | 'content'> {
  const [type, explicit] = members(encapsulated, TAG.sequence)
  const [inside] = explicit ? members(explicit, TAG.context0) : []
  const content = explicit ? contentOf(inside, TAG.octetString) : null
  return { contentType: oidOf(type), content }
}

function readSignerInfo(info: Der, all: Certificate[]) {
  const [, sid, digestAlgorithm, signed, algorithm, signature, unsigned] = members(
    info,
    TAG.sequence,
  )
  const signer = findSigner(sid, all)
  const algorithms = readAlgorithms(digestAlgorithm, algorithm)
  if (!signed || !signer || !algorithms) return null
  const attributes = readAttributes(signed, TAG.context0)
  const others = unsigned ? readAttributes(unsigned, TAG.context1) : null
  return {
    signer,
    others: all.filter((each) => each !== signer),
    ...algorithms,
    signedAttributes: asSetOf(signed.raw),
    attributes,
    signature: contentOf(signature, TAG.octetString),
    timestamp: others?.get(OID.timestampToken)?.raw ?? null,
  }
}

/** The certificate that the signer names by issuer and serial number, byte for byte. */
function findSigner(sid: Der | undefined, all: readonly Certificate[]): Certificate | undefined {
  const [issuer, serial] = members(sid, TAG.sequence)
  if (!issuer || !serial) return undefined
  return all.find(
    (each) =>
      Buffer.from(each.issuer).equals(issuer.raw) &&
      Buffer.from(each.serialNumber).equals(serial.raw),
  )
}

function readAlgorithms(
  digestAlgorithm: Der | undefined,
  algorithm: Der | undefined,
): Pick<Cms, 'digest' | 'keyType'> | null {
  const digest = DIGESTS[oidOf(members(digestAlgorithm, TAG.sequence)[0])]
  const signature = SIGNATURES[oidOf(members(algorithm, TAG.sequence)[0])]
  if (!digest || !signature) return null
  if (signature.digest !== null && signature.digest !== digest) return null
  return { digest, keyType: signature.key }
}

/** The attributes by their type; each has exactly one value, and none stands twice. */
function readAttributes(list: Der, tag: number): Map<string, Der> {
  const result = new Map<string, Der>()
  for (const attribute of members(list, tag)) {
    const [type, values] = members(attribute, TAG.sequence)
    const [value, ...more] = members(values, TAG.set)
    const id = oidOf(type)
    if (!value || more.length > 0 || result.has(id)) throw new Error('a bad attribute')
    result.set(id, value)
  }
  return result
}

/** Signed attributes are hashed as a SET OF, but stand in the SignerInfo under a context tag. */
function asSetOf(raw: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(raw)
  copy[0] = TAG.set
  return copy
}
