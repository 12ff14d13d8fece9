import { type KeyObject, X509Certificate } from 'node:crypto'
import { contentOf, type Der, members, oidOf, readDer, TAG } from './der'
import { OID } from './object-identifiers'

/** A certificate as read; `der` is byte for byte what was read. */
export type Certificate = {
  der: Uint8Array
  x509: X509Certificate
  subject: Subject
  publicKey: KeyObject
  /** Issuer and serial number in DER, as a CMS names its signer. */
  issuer: Uint8Array
  serialNumber: Uint8Array
  /** Object identifier of the algorithm that it is signed with. */
  algorithm: string
  extensions: ReadonlyMap<string, Extension>
}

type Extension = { critical: boolean; value: Uint8Array }

/** Who a certificate is about; null where the name has no such part. */
export type Subject = {
  commonName: string | null
  organisation: string | null
  unit: string | null
  title: string | null
}

const PART_OF_NAME = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  unit: '2.5.4.11',
  title: '2.5.4.12',
} as const

const BMP_STRING = 0x1e

/** Reads a certificate in DER; null when it is none. */
export function readCertificate(der: Uint8Array): Certificate | null {
  try {
    const x509 = new X509Certificate(der)
    return { der: x509.raw, x509, publicKey: x509.publicKey, ...readParts(x509.raw) }
  } catch {
    return null // neither OpenSSL nor our reader says more than that it is no certificate
  }
}

/** The certificates of a PEM file, in their order. Throws when one cannot be read. */
export function readPemCertificates(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => {
    const certificate = readCertificate(new X509Certificate(block).raw)
    if (!certificate) throw new Error('A certificate of the PEM file cannot be read')
    return certificate
  })
}

/** The serial number as hexadecimal digits in lower case. */
export function serialOf(certificate: Certificate): string {
  return certificate.x509.serialNumber.toLowerCase()
}

/** The whole name in one line, most particular part first, as on the verification page. */
export function subjectLine({ subject }: Certificate): string {
  const { commonName, title, unit, organisation } = subject
  return [commonName, title, unit, organisation].filter((part) => part !== null).join(', ')
}

/** Whether a key usage is allowed, by its bit in RFC 5280 §4.2.1.3; without the extension all are. */
export function mayUseKey({ extensions }: Certificate, bits: readonly number[]): boolean {
  const usage = extensions.get(OID.keyUsage)
  if (!usage) return true
  const [tag, , , flags = 0] = usage.value // after the tag: a length, and the count of unused bits
  return tag === TAG.bitString && bits.some((bit) => (flags & (0x80 >> bit)) !== 0)
}

/** TBSCertificate (RFC 5280 §4.1), as far as it is asked for. */
function readParts(der: Uint8Array) {
  const [tbs, algorithm] = members(readDer(der), TAG.sequence)
  const all = members(tbs, TAG.sequence)
  const [serial, , issuer, , subject] = all.filter(({ tag }) => tag !== TAG.context0)
  const extensions = all.find(({ tag }) => tag === TAG.context3)
  if (!serial || !issuer) throw new Error('no certificate')
  return {
    subject: readSubject(subject),
    issuer: issuer.raw,
    serialNumber: serial.raw,
    algorithm: oidOf(members(algorithm, TAG.sequence)[0]),
    extensions: readExtensions(extensions),
  }
}

function readExtensions(list: Der | undefined): Map<string, Extension> {
  const result = new Map<string, Extension>()
  if (!list) return result
  for (const entry of members(members(list, TAG.context3)[0], TAG.sequence)) {
    const parts = members(entry, TAG.sequence)
    const id = oidOf(parts[0])
    if (result.has(id)) throw new Error('an extension stands twice')
    const critical = parts.some(({ tag, content }) => tag === TAG.boolean && content[0] !== 0)
    result.set(id, { critical, value: contentOf(parts.at(-1), TAG.octetString) })
  }
  return result
}

function readSubject(subject: Der | undefined): Subject {
  const parts = new Map<string, string>()
  for (const set of members(subject, TAG.sequence)) {
    for (const pair of members(set, TAG.set)) {
      const [type, value] = members(pair, TAG.sequence)
      if (value) parts.set(oidOf(type), textOf(value))
    }
  }
  return {
    commonName: parts.get(PART_OF_NAME.commonName) ?? null,
    organisation: parts.get(PART_OF_NAME.organisation) ?? null,
    unit: parts.get(PART_OF_NAME.unit) ?? null,
    title: parts.get(PART_OF_NAME.title) ?? null,
  }
}

function textOf({ tag, content }: Der): string {
  const bytes = Buffer.from(content)
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const text = tag === BMP_STRING ? even.swap16().toString('utf16le') : bytes.toString('utf8')
  return text.normalize('NFC')
}
