import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { type Certificate, readCertificate } from './certificate'
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
  attributes: ReadonlyMap<string, asn1js.BaseBlock>
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
 * Reads a CMS in DER at the beginning of the bytes; null when it is not one of exactly one signer
 * with its certificate, strong algorithms that fit each other, and no attribute twice.
 */
export function readCms(bytes: Uint8Array): Cms | null {
  try {
    return read(bytes)
  } catch {
    return null // the libraries throw on whatever is not the structure they look for
  }
}

function read(bytes: Uint8Array): Cms | null {
  const outer = asn1js.fromBER(Uint8Array.from(bytes.subarray(0, MAX_BYTES)))
  if (outer.offset < 0) return null
  const info = new pkijs.ContentInfo({ schema: outer.result })
  if (info.contentType !== OID.signedData) return null
  const data = new pkijs.SignedData({ schema: info.content })
  const [signerInfo, ...more] = data.signerInfos
  const all = readCertificates(data)
  const signer = signerInfo && findSigner(signerInfo, all)
  const algorithms = signerInfo && readAlgorithms(signerInfo)
  const attributes = signerInfo && readAttributes(signerInfo.signedAttrs)
  if (!signer || !algorithms || !attributes || more.length > 0) return null
  return {
    length: outer.offset,
    signer,
    others: all.filter((each) => each !== signer),
    ...algorithms,
    signedAttributes: new Uint8Array(signerInfo.signedAttrs?.encodedValue ?? new ArrayBuffer(0)),
    attributes,
    signature: signerInfo.signature.valueBlock.valueHexView,
    contentType: data.encapContentInfo.eContentType,
    content: readContent(data.encapContentInfo),
    timestamp: readTimestamp(signerInfo),
  }
}

function readCertificates(data: pkijs.SignedData): Certificate[] {
  const found = (data.certificates ?? []).filter((each) => each instanceof pkijs.Certificate)
  if (found.length > MAX_CERTIFICATES) return []
  return found
    .map((each) => readCertificate(new Uint8Array(each.toSchema(false).toBER())))
    .filter((each) => each !== null)
}

function findSigner(info: pkijs.SignerInfo, all: readonly Certificate[]): Certificate | undefined {
  const { sid } = info
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return undefined
  return all.find(
    ({ parsed }) =>
      parsed.issuer.isEqual(sid.issuer) && parsed.serialNumber.isEqual(sid.serialNumber),
  )
}

function readAlgorithms(info: pkijs.SignerInfo): Pick<Cms, 'digest' | 'keyType'> | null {
  const digest = DIGESTS[info.digestAlgorithm.algorithmId]
  const signature = SIGNATURES[info.signatureAlgorithm.algorithmId]
  if (!digest || !signature) return null
  if (signature.digest !== null && signature.digest !== digest) return null
  return { digest, keyType: signature.key }
}

/** The attributes by their type; null when one is doubled or has not exactly one value. */
function readAttributes(
  list: pkijs.SignedAndUnsignedAttributes | undefined,
): Map<string, asn1js.BaseBlock> | null {
  const result = new Map<string, asn1js.BaseBlock>()
  for (const { type, values } of list?.attributes ?? []) {
    const [value, ...more]: unknown[] = values
    if (result.has(type) || more.length > 0 || !(value instanceof asn1js.BaseBlock)) return null
    result.set(type, value)
  }
  return result
}

function readContent({ eContent }: pkijs.EncapsulatedContentInfo): Uint8Array | null {
  return eContent ? new Uint8Array(eContent.getValue()) : null
}

function readTimestamp(info: pkijs.SignerInfo): Uint8Array | null {
  const unsigned = readAttributes(info.unsignedAttrs)
  if (!unsigned) throw new Error('unsigned attributes that stand twice')
  return unsigned.get(OID.timestampToken)?.valueBeforeDecodeView ?? null
}
