import { findOwnSignature } from './own-signature'
import { formFields } from './pdf/form'
import { type PdfFile, readPdf } from './pdf/revisions'
import { isKind } from './pdf/values'
import { catalogOf, childDictionary, type PdfView, viewOf } from './pdf/view'
import { certificationLevel } from './prepare-signature'
import type { VerificationReason } from './reasons'
import { findForbiddenChanges } from './revision-diff'
import { type CheckedSignature, checkSignatures, type SignatureReport } from './signature-check'
import type { SignerRole } from './signer'
import type { Trust } from './trust'

/**
 * valid: ours, and as it was issued · altered: ours, but something does not hold · not-ours: no
 * signature under our roots · unreadable: not a PDF that can be read.
 */
export type Verdict = 'valid' | 'altered' | 'not-ours' | 'unreadable'

export type PdfReport = {
  verdict: Verdict
  reasons: VerificationReason[]
  signatures: SignatureReport[]
}

export type VerifyOptions = {
  trust: Trust
  /** The time for signatures without a time stamp; the others are judged at their stamped time. */
  at: Date
  /** Text fields that a later revision may fill; those of the licence unless told otherwise. */
  allowedFills?: readonly string[]
  /**
   * Roles that must have signed; without it, every signature field of the form must be signed, so a
   * file that was rolled back to its first signature is refused.
   */
  requiredRoles?: readonly SignerRole[]
}

/** The fields that the records clerk fills with number and date in the revision of the seal. */
export const NUMBER_AND_DATE = [
  'document-number',
  'issue-day',
  'issue-month',
  'issue-year',
] as const

/**
 * Checks a signed PDF without asking anybody: bytes, signatures, time stamps, chains, and that each
 * revision after the certification did only what was prepared. Never throws on a hostile file.
 */
export function verifyPdf(bytes: Uint8Array, options: VerifyOptions): PdfReport {
  const file = readPdf(bytes)
  if (!file.ok) return judgeUnread(bytes, file.refusal.code, options)
  const view = viewOf(file.value)
  const fields = formFields(view)
  if (!fields) return judgeUnread(bytes, 'form-broken', options)
  const { trust, at } = options
  const signatures = checkSignatures({ file: file.value, view, trust, at }, fields)
  const reports = signatures.map(({ report }) => report)
  if (!signatures.some(({ ours }) => ours) && !findOwnSignature(bytes, trust)) {
    return { verdict: 'not-ours', reasons: foreignReasons(signatures), signatures: reports }
  }
  const reasons = [
    ...new Set([
      ...signatures.flatMap(({ problems }) => problems),
      ...revisionProblems(file.value, signatures, options),
      ...roleProblems(view, signatures, options),
    ]),
  ]
  return { verdict: reasons.length === 0 ? 'valid' : 'altered', reasons, signatures: reports }
}

/** A file that our strict reader refuses: one of ours that was tampered with, or a stranger. */
function judgeUnread(
  bytes: Uint8Array,
  reason: VerificationReason,
  { trust }: VerifyOptions,
): PdfReport {
  if (reason === 'too-large') return { verdict: 'unreadable', reasons: [reason], signatures: [] }
  if (findOwnSignature(bytes, trust)) {
    return { verdict: 'altered', reasons: [reason], signatures: [] }
  }
  const looksLikePdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
  const closed = Buffer.from(bytes.subarray(-1024)).includes('startxref')
  if (!looksLikePdf || !closed) return { verdict: 'unreadable', reasons: [reason], signatures: [] }
  return { verdict: 'not-ours', reasons: ['no-signature'], signatures: [] }
}

function foreignReasons(signatures: readonly CheckedSignature[]): VerificationReason[] {
  if (signatures.length === 0) return ['no-signature']
  return [...new Set(signatures.flatMap(({ problems }) => problems))]
}

function revisionProblems(
  file: PdfFile,
  signatures: readonly CheckedSignature[],
  { allowedFills = NUMBER_AND_DATE }: VerifyOptions,
): VerificationReason[] {
  const [first] = signatures
  if (!first || first.revision < 0) return ['certification-missing']
  const level = certifiedLevel(viewOf(file, first.revision), first)
  const last = file.revisions.length - 1
  const later = Array.from(
    { length: last - first.revision },
    (_, each) => first.revision + 1 + each,
  )
  if (level === null) return ['certification-missing']
  if (level === 1) return later.length === 0 ? [] : ['revision-not-allowed']
  return later.flatMap((index) => findForbiddenChanges(file, index, allowedFills))
}

/** The level of the certification, when it is the first signature's own and one that we give. */
function certifiedLevel(view: PdfView, first: CheckedSignature): 1 | 2 | null {
  const permissions = childDictionary(view, catalogOf(view), 'Perms')
  const named = permissions?.entries.get('DocMDP')
  const value = first.field.field.entries.get('V')
  const own =
    isKind(named, 'reference') && isKind(value, 'reference') && named.number === value.number
  const level = own ? certificationLevel(view) : null
  return level === 1 || level === 2 ? level : null
}

function roleProblems(
  view: PdfView,
  signatures: readonly CheckedSignature[],
  { requiredRoles }: VerifyOptions,
): VerificationReason[] {
  const roles = new Set(signatures.map(({ report }) => report.role))
  const places = (formFields(view) ?? []).filter(({ type }) => type === 'Sig').length
  const complete = requiredRoles
    ? requiredRoles.every((role) => roles.has(role))
    : signatures.length === places
  // The system attests for every agency; all others who sign a file belong to one.
  const own = signatures.filter(({ report }) => report.role !== 'attestation')
  const agencies = new Set(own.map(({ report }) => report.organisation))
  return [
    ...(complete ? [] : (['required-signature-missing'] as const)),
    ...(agencies.size <= 1 ? [] : (['agency-mismatch'] as const)),
  ]
}
