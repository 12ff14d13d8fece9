import { createHash } from 'node:crypto'
import type { VerificationReason } from '@/lib/signing/reasons'
import type { SignatureReport } from '@/lib/signing/signature-check'
import type { SignerRole } from '@/lib/signing/signer'
import type { Trust } from '@/lib/signing/trust'
import { type Verdict, verifyPdf } from '@/lib/signing/verify-pdf'

/** What the register knows of an issued file. */
export type RegisteredResult = {
  number: string | null
  /** 'YYYY-MM-DD' */
  issuedOn: string | null
  holderName: string | null
  /** Standing of the licence today; null for a paper that is no licence, such as a slip. */
  status: 'in-force' | 'suspended' | 'revoked' | null
  /** Number of the licence that stands in its place after a correction. */
  replacedBy?: string | null
}

/** Looks an issued file up by its SHA-256 in hexadecimal. */
export type FindRegistered = (sha256: string) => Promise<RegisteredResult | null>

/** The reasons of the file, and what only the register can say. */
export type DocumentReason =
  | VerificationReason
  /** Signed by us, but never issued in this form; it makes the verdict 'altered'. */
  | 'not-in-register'
  /** The document is genuine, but the licence is not in force; the verdict stays 'valid'. */
  | 'licence-suspended'
  | 'licence-revoked'
  /** The authority had got it wrong; a corrected licence stands in its place. */
  | 'licence-replaced'

export type DocumentReport = {
  verdict: Verdict
  reasons: DocumentReason[]
  signatures: SignatureReport[]
  /** SHA-256 of the file in hexadecimal. */
  sha256: string
  /** Null when the register does not know the file, or was not asked. */
  registered: RegisteredResult | null
}

export type DocumentQuestion = {
  trust: Trust
  /** The time of the check. */
  at: Date
  /** Without it the signatures alone are judged. */
  findRegistered?: FindRegistered
  requiredRoles?: readonly SignerRole[]
}

/**
 * Judges a file that somebody shows us: first by its signatures, then, when they hold, by the register,
 * where the hash of every issued file is kept. The verdict is about the file; whether the licence on
 * it is still in force stands in `reasons` and `registered`.
 */
export async function verifyDocument(
  bytes: Uint8Array,
  { findRegistered, ...options }: DocumentQuestion,
): Promise<DocumentReport> {
  const report = verifyPdf(bytes, options)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (report.verdict !== 'valid' || !findRegistered) return { ...report, sha256, registered: null }
  const registered = await findRegistered(sha256)
  if (!registered) {
    return { ...report, verdict: 'altered', reasons: ['not-in-register'], sha256, registered }
  }
  return { ...report, reasons: standingReasons(registered), sha256, registered }
}

function standingReasons({ status, replacedBy }: RegisteredResult): DocumentReason[] {
  if (replacedBy) return ['licence-replaced']
  if (status === 'suspended') return ['licence-suspended']
  return status === 'revoked' ? ['licence-revoked'] : []
}
