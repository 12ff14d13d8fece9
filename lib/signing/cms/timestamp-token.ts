import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Certificate } from './certificate'
import { extension } from './certificate'
import { findChainProblem } from './chain'
import { checkCms, hash, sameBytes } from './check'
import { DIGESTS, OID } from './object-identifiers'
import { readCms } from './read'

export type TimestampProblem = 'timestamp-wrong' | 'timestamp-untrusted'

/** What a time-stamp token says (RFC 3161 §2.4.2). */
export type TimestampInfo = {
  time: Date
  digest: string
  imprint: Uint8Array
  nonce: Uint8Array | null
}

export type TimestampCheck = { time: Date | null; problems: TimestampProblem[] }

/** Reads what a token says without believing it; null when it is none. */
export function readTimestampInfo(token: Uint8Array): TimestampInfo | null {
  const content = readCms(token)?.content
  if (!content) return null
  try {
    const info = pkijs.TSTInfo.fromBER(Uint8Array.from(content))
    const digest = DIGESTS[info.messageImprint.hashAlgorithm.algorithmId]
    if (!digest || Number.isNaN(info.genTime.getTime())) return null
    const imprint = info.messageImprint.hashedMessage.valueBlock.valueHexView
    return {
      time: info.genTime,
      digest,
      imprint,
      nonce: info.nonce?.valueBlock.valueHexView ?? null,
    }
  } catch {
    return null
  }
}

/**
 * Checks a token over a signature value: imprint, the authority's signature, its right to stamp time
 * (critical and only key purpose), and its chain at the stamped moment. The chain is not asked
 * for again at today's date: the register, which keeps the hash of each result, is the proof that
 * the token is older than the end of the authority's certificate.
 */
export function checkTimestamp(
  token: Uint8Array,
  signature: Uint8Array,
  roots: readonly Certificate[],
): TimestampCheck {
  const cms = readCms(token)
  const info = readTimestampInfo(token)
  if (!cms?.content || !info) return { time: null, problems: ['timestamp-wrong'] }
  const about = sameBytes(info.imprint, hash(info.digest, [signature]))
  const sound = cms.contentType === OID.timestampInfo && checkCms(cms, [cms.content]).length === 0
  const { signer: leaf, others } = cms
  const chain = findChainProblem({ leaf, others, roots, at: info.time })
  const trusted = chain === null && stampsTimeOnly(leaf)
  const problems: TimestampProblem[] = []
  if (!about || !sound) problems.push('timestamp-wrong')
  if (!trusted) problems.push('timestamp-untrusted')
  return { time: info.time, problems }
}

/** RFC 3161 §2.3: one key purpose, time stamping, and critical. */
function stampsTimeOnly(certificate: Certificate): boolean {
  const purpose = extension(certificate, OID.extendedKeyUsage)
  if (!purpose?.critical || !(purpose.value instanceof asn1js.Sequence)) return false
  const [only, ...more] = purpose.value.valueBlock.value
  if (!(only instanceof asn1js.ObjectIdentifier) || more.length > 0) return false
  return only.getValue() === OID.timeStamping
}
