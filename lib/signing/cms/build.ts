import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Certificate } from './certificate'
import { OID } from './object-identifiers'

const IMPLICIT_0 = 0xa0

export type CmsParts = {
  /** Leaf first. */
  chain: readonly [Certificate, ...Certificate[]]
  /** What `signedAttributes` gave. */
  attributes: Uint8Array
  /** RSA PKCS#1 v1.5, or ECDSA as raw r‖s. */
  signature: Uint8Array
  /** RFC 3161 token over the signature value, as a CMS in DER. */
  timestamp?: Uint8Array
  /** Content that goes inside; without it the signature is detached over plain data. */
  content?: { type: string; bytes: Uint8Array }
}

/**
 * The signed attributes of a CAdES baseline signature (ETSI EN 319 122-1) as the DER of the SET OF
 * that is hashed and signed: content-type, message-digest, signing-certificate-v2. No signing-time:
 * PAdES keeps the claimed time in /M.
 */
export function signedAttributes(
  certificate: Certificate,
  contentType: string,
  digest: Uint8Array,
): Uint8Array {
  const attributes = [
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: contentType })),
    attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: digest })),
    attribute(OID.signingCertificateV2, essCertificate(certificate)),
  ]
  const encoded = attributes.map((each) => Buffer.from(each.toSchema().toBER()))
  const sorted = encoded.sort(Buffer.compare) // DER: the members of a SET OF in ascending order
  const value = sorted.map((each) => asn1js.fromBER(each).result)
  return new Uint8Array(new asn1js.Set({ value }).toBER())
}

/** Puts a signature together as ContentInfo in DER (RFC 5652). */
export function buildCms(parts: CmsParts): Uint8Array {
  const [leaf, ...others] = parts.chain
  const content = new pkijs.EncapsulatedContentInfo({
    eContentType: parts.content?.type ?? OID.data,
  })
  // Given to the constructor, the octet string would come out constructed, which is not DER.
  if (parts.content) {
    content.eContent = new asn1js.OctetString({ valueHex: parts.content.bytes })
  }
  const signed = new pkijs.SignedData({
    version: parts.content ? 3 : 1, // 3 when the content is not plain data, §5.1
    encapContentInfo: content,
    digestAlgorithms: [algorithm(OID.sha256)],
    certificates: [leaf, ...others].map(parsed),
    signerInfos: [signerInfo(leaf, parts)],
  })
  const wrapped = new pkijs.ContentInfo({
    contentType: OID.signedData,
    content: signed.toSchema(true),
  })
  const encoded = Buffer.from(wrapped.toSchema().toBER())
  if (!encoded.includes(Buffer.from(parts.attributes.subarray(1)))) {
    throw new Error('The encoder changed the attributes that were signed')
  }
  return encoded
}

/** ECDSA as CMS has it: a DER sequence of r and s. RSA stays as it is. */
export function encodeSignature(certificate: Certificate, raw: Uint8Array): Uint8Array {
  if (certificate.publicKey.asymmetricKeyType !== 'ec') return raw
  const half = raw.length / 2
  const integers = [raw.subarray(0, half), raw.subarray(half)].map((part) => unsigned(part))
  return new Uint8Array(new asn1js.Sequence({ value: integers }).toBER())
}

function signerInfo(leaf: Certificate, parts: CmsParts): pkijs.SignerInfo {
  const implicit = Uint8Array.from(parts.attributes)
  implicit[0] = IMPLICIT_0
  const schema = asn1js.fromBER(implicit).result
  const elliptic = leaf.publicKey.asymmetricKeyType === 'ec'
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: parsed(leaf).issuer,
      serialNumber: parsed(leaf).serialNumber,
    }),
    digestAlgorithm: algorithm(OID.sha256),
    signatureAlgorithm: elliptic
      ? new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 })
      : algorithm(OID.rsaEncryption),
    signature: new asn1js.OctetString({ valueHex: encodeSignature(leaf, parts.signature) }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, schema }),
  })
  if (parts.timestamp) info.unsignedAttrs = timestampAttribute(parts.timestamp)
  return info
}

function timestampAttribute(token: Uint8Array): pkijs.SignedAndUnsignedAttributes {
  const { result } = asn1js.fromBER(token)
  const attributes = [attribute(OID.timestampToken, result)]
  return new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes })
}

/** SigningCertificateV2 (RFC 5035); pkijs has no class for it. SHA-256 is its default digest. */
function essCertificate(certificate: Certificate): asn1js.Sequence {
  const { issuer: name, serialNumber } = parsed(certificate)
  const hash = createHash('sha256').update(certificate.der).digest()
  const issuer = new asn1js.Constructed({
    idBlock: { tagClass: 3, tagNumber: 4 }, // GeneralName directoryName
    value: [name.toSchema()],
  })
  const issuerSerial = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [issuer] }), serialNumber],
  })
  const identifier = new asn1js.Sequence({
    value: [new asn1js.OctetString({ valueHex: hash }), issuerSerial],
  })
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [identifier] })] })
}

function parsed({ der }: Certificate): pkijs.Certificate {
  return pkijs.Certificate.fromBER(Uint8Array.from(der))
}

function attribute(type: string, value: asn1js.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] })
}

function algorithm(id: string): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId: id, algorithmParams: new asn1js.Null() })
}

/** A non-negative INTEGER in its shortest form. */
function unsigned(bytes: Uint8Array): asn1js.Integer {
  const significant = Buffer.from(
    bytes.subarray(
      Math.max(
        0,
        bytes.findIndex((byte) => byte > 0),
      ),
    ),
  )
  const padded = (significant[0] ?? 0) > 0x7f
  const valueHex = padded ? Buffer.concat([Buffer.from([0]), significant]) : significant
  return new asn1js.Integer({ valueHex })
}
