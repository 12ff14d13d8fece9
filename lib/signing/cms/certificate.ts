import { type KeyObject, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { OID } from './object-identifiers'

/** A certificate as read; `der` is byte for byte what was read. */
export type Certificate = {
  der: Uint8Array
  x509: X509Certificate
  parsed: pkijs.Certificate
  subject: Subject
  publicKey: KeyObject
}

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

/** Reads a certificate in DER; null when it is none. */
export function readCertificate(der: Uint8Array): Certificate | null {
  try {
    const x509 = new X509Certificate(der)
    const parsed = pkijs.Certificate.fromBER(Uint8Array.from(der))
    const subject = readSubject(parsed)
    return { der: x509.raw, x509, parsed, subject, publicKey: x509.publicKey }
  } catch {
    return null
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

/** What an extension says, parsed, and whether it is critical; null when it is absent. */
export function extension(
  certificate: Certificate,
  id: string,
): { critical: boolean; value: asn1js.BaseBlock } | null {
  const found = certificate.parsed.extensions?.find((each) => each.extnID === id)
  if (!found) return null
  const value = asn1js.fromBER(found.extnValue.valueBlock.valueHexView)
  return value.offset < 0 ? null : { critical: found.critical, value: value.result }
}

/** Whether a key usage is allowed, by its bit in RFC 5280 §4.2.1.3; without the extension all are. */
export function mayUseKey(certificate: Certificate, bits: readonly number[]): boolean {
  const usage = extension(certificate, OID.keyUsage)
  if (!usage) return true
  if (!(usage.value instanceof asn1js.BitString)) return false
  const first = usage.value.valueBlock.valueHexView[0] ?? 0
  return bits.some((bit) => (first & (0x80 >> bit)) !== 0)
}

function readSubject(parsed: pkijs.Certificate): Subject {
  const part = (type: string) => {
    const found = parsed.subject.typesAndValues.find((each) => each.type === type)
    const text: unknown = found?.value.valueBlock.value
    return typeof text === 'string' ? text.normalize('NFC') : null
  }
  return {
    commonName: part(PART_OF_NAME.commonName),
    organisation: part(PART_OF_NAME.organisation),
    unit: part(PART_OF_NAME.unit),
    title: part(PART_OF_NAME.title),
  }
}
