import { subjectLine } from './cms/certificate'
import { type ChainProblem, findChainProblem } from './cms/chain'
import { type CmsProblem, checkCms } from './cms/check'
import { OID } from './cms/object-identifiers'
import { readCms } from './cms/read'
import { checkTimestamp, type TimestampProblem } from './cms/timestamp-token'
import type { Trust } from './trust'

export type DetachedProblem =
  | CmsProblem
  | ChainProblem
  | TimestampProblem
  | 'signature-unreadable'
  | 'timestamp-missing'
  | 'timestamp-of-another-day'
  | 'unit-mismatch'

export type DetachedReport = {
  problems: DetachedProblem[]
  subject: string
  /** The stamped time. */
  signedAt: Date | null
}

export type DetachedQuestion = {
  trust: Trust
  /** The unit (OU) that the signer's certificate must name. */
  unit: string
  /** When it claims to be signed; its time stamp must be within a day of that. */
  at: Date
}

const DAY = 86_400_000

/**
 * Judges a detached CAdES signature over some bytes: its cryptography, its time stamp, and whether its
 * signer is of the unit and stands under our roots at the stamped time.
 */
export function verifyDetached(
  signature: Uint8Array,
  content: Uint8Array,
  { trust, unit, at }: DetachedQuestion,
): DetachedReport {
  const cms = readCms(signature)
  if (cms?.length !== signature.length || cms.content !== null || cms.contentType !== OID.data)
    return { problems: ['signature-unreadable'], subject: '', signedAt: null }
  const { roots } = trust
  const stamp = cms.timestamp ? checkTimestamp(cms.timestamp, cms.signature, roots) : null
  const signedAt = stamp?.time ?? null
  const chain = findChainProblem({ leaf: cms.signer, others: cms.others, roots, at: signedAt })
  const problems: DetachedProblem[] = [...checkCms(cms, [content])]
  if (stamp) problems.push(...stamp.problems)
  else problems.push('timestamp-missing')
  if (signedAt && Math.abs(signedAt.getTime() - at.getTime()) >= DAY)
    problems.push('timestamp-of-another-day')
  if (chain) problems.push(chain)
  if (cms.signer.subject.unit !== unit) problems.push('unit-mismatch')
  return { problems, subject: subjectLine(cms.signer), signedAt }
}
