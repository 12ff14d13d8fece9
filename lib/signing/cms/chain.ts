import { type Certificate, mayUseKey } from './certificate'
import { members, readDer, TAG } from './der'
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
  const path = findPathSafely(question)
  if (!path) return 'chain-unknown'
  const { at } = question
  if (!at) return null
  if (path.some(({ x509 }) => x509.validToDate < at)) return 'certificate-expired'
  if (path.some(({ x509 }) => x509.validFromDate > at)) return 'certificate-not-yet-valid'
  return null
}

/** Certificates that came along may be malformed in ways that the libraries throw on. */
function findPathSafely(question: ChainQuestion): Certificate[] | null {
  try {
    return findPath(question, [question.leaf])
  } catch {
    return null
  }
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
  const algorithm = SIGNATURES[subject.algorithm]
  return Boolean(algorithm?.digest) && subject.x509.verify(issuer.publicKey)
}

/** How many further authorities may stand below this one; BasicConstraints, RFC 5280 §4.2.1.9. */
function allowedBelow({ extensions }: Certificate): number {
  const constraints = extensions.get(OID.basicConstraints)
  if (!constraints) return -1
  const parts = members(readDer(constraints.value), TAG.sequence)
  const length = parts.find(({ tag }) => tag === TAG.integer)
  return length
    ? Buffer.from(length.content).readUIntBE(0, length.content.length)
    : MAX_INTERMEDIATES
}

function isUnderstood({ extensions }: Certificate): boolean {
  return [...extensions].every(([id, { critical }]) => !critical || UNDERSTOOD.has(id))
}
