import * as asn1js from 'asn1js'
import { type Certificate, extension, mayUseKey } from './certificate'
import { OID, SIGNATURES } from './object-identifiers'

export type ChainProblem = 'chain-unknown' | 'certificate-expired' | 'certificate-not-yet-valid'

export type ChainQuestion = {
  leaf: Certificate
  /** Certificates that came along and may stand between the leaf and a root. */
  others: readonly Certificate[]
  roots: readonly Certificate[]
  /** The moment at which all must have been valid; null asks for the signatures alone. */
  at: Date | null
}

const MAX_INTERMEDIATES = 4
const SIGN_CERTIFICATES = 5

/**
 * The extensions that this check understands; a certificate with another critical one is refused
 * (RFC 5280 §4.2), name and policy constraints among them.
 */
const UNDERSTOOD = new Set<string>([
  OID.keyUsage,
  OID.basicConstraints,
  OID.extendedKeyUsage,
  '2.5.29.32', // certificate policies
])

/**
 * Finds the way from a certificate to one of our roots (RFC 5280 §6 without policies and name
 * constraints): names, signatures, right to issue, length, dates. Revocation is not looked at.
 * Own code, since the engine of pkijs takes any extended key usage and mixes in revocation.
 * @returns null when there is such a way, else the first problem of the way found
 */
export function findChainProblem(question: ChainQuestion): ChainProblem | null {
  const path = findPath(question, [question.leaf])
  if (!path) return 'chain-unknown'
  const { at } = question
  if (!at) return null
  if (path.some(({ x509 }) => x509.validToDate < at)) return 'certificate-expired'
  if (path.some(({ x509 }) => x509.validFromDate > at)) return 'certificate-not-yet-valid'
  return null
}

function findPath(question: ChainQuestion, path: Certificate[]): Certificate[] | null {
  const last = path.at(-1)
  if (!last || path.length > MAX_INTERMEDIATES + 1 || !isUnderstood(last)) return null
  const root = question.roots.find((each) => issued(each, last, path.length))
  if (root) return [...path, root]
  for (const candidate of question.others) {
    if (path.includes(candidate) || !issued(candidate, last, path.length)) continue
    return findPath(question, [...path, candidate]) // one issuer is enough: no search among twins
  }
  return null
}

/** Whether `issuer` may have issued and did issue `subject`, with `below` certificates beneath it. */
function issued(issuer: Certificate, subject: Certificate, below: number): boolean {
  if (!issuer.x509.ca || !subject.x509.checkIssued(issuer.x509)) return false
  if (!mayUseKey(issuer, [SIGN_CERTIFICATES]) || below - 1 > allowedBelow(issuer)) return false
  const algorithm = SIGNATURES[subject.parsed.signatureAlgorithm.algorithmId]
  return Boolean(algorithm?.digest) && subject.x509.verify(issuer.publicKey)
}

/** How many further authorities may stand below this one. */
function allowedBelow(issuer: Certificate): number {
  const constraints = extension(issuer, OID.basicConstraints)?.value
  if (!(constraints instanceof asn1js.Sequence)) return -1
  const length = constraints.valueBlock.value.find((part) => part instanceof asn1js.Integer)
  return length ? length.valueBlock.valueDec : Number.POSITIVE_INFINITY
}

function isUnderstood(certificate: Certificate): boolean {
  const all = certificate.parsed.extensions ?? []
  return all.every((each) => !each.critical || UNDERSTOOD.has(each.extnID))
}
