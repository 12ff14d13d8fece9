import type { Certificate } from './certificate'
import { findChainProblem } from './chain'
import { checkCms, hash, sameBytes } from './check'
import { contentOf, type Der, members, oidOf, readDer, TAG } from './der'
import { DIGESTS, OID } from './object-identifiers'
import { type Cms, readCms } from './read'

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
  const cms = readCms(token)
  return cms && readInfo(cms)
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
  const info = cms && readInfo(cms)
  if (!cms?.content || !info) return { time: null, problems: ['timestamp-wrong'] }
  const about = sameBytes(info.imprint, hash(info.digest, [signature]))
  const sound = checkCms(cms, [cms.content]).length === 0
  const { signer: leaf, others } = cms
  const chain = findChainProblem({ leaf, others, roots, at: info.time })
  const problems: TimestampProblem[] = []
  if (!about || !sound) problems.push('timestamp-wrong')
  if (chain !== null || !stampsTimeOnly(leaf)) problems.push('timestamp-untrusted')
  return { time: info.time, problems }
}

/** TSTInfo: version, policy, imprint, serial number, time, then optional parts. */
function readInfo({ content, contentType }: Cms): TimestampInfo | null {
  if (!content || contentType !== OID.timestampInfo) return null
  try {
    const [, , imprint, , time, ...rest] = members(readDer(content), TAG.sequence)
    const [algorithm, hashed] = members(imprint, TAG.sequence)
    const digest = DIGESTS[oidOf(members(algorithm, TAG.sequence)[0])]
    const moment = readTime(time)
    const nonce = rest.find(({ tag }) => tag === TAG.integer)?.content ?? null
    if (!digest || !moment) return null
    return { time: moment, digest, imprint: contentOf(hashed, TAG.octetString), nonce }
  } catch {
    return null
  }
}

/** A GeneralizedTime in UTC, with or without a fraction of a second. */
function readTime(element: Der | undefined): Date | null {
  const text = Buffer.from(contentOf(element, TAG.generalizedTime)).toString('latin1')
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction = ''] = match
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`)
  return Number.isNaN(time.getTime()) ? null : time
}

/** RFC 3161 §2.3: one key purpose, time stamping, and critical. */
function stampsTimeOnly({ extensions }: Certificate): boolean {
  const purpose = extensions.get(OID.extendedKeyUsage)
  if (!purpose?.critical) return false
  try {
    const [only, ...more] = members(readDer(purpose.value), TAG.sequence)
    return more.length === 0 && oidOf(only) === OID.timeStamping
  } catch {
    return false
  }
}
