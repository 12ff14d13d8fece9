import { type Certificate, serialOf, subjectLine } from './cms/certificate'
import { findChainProblem } from './cms/chain'
import { checkCms } from './cms/check'
import { OID } from './cms/object-identifiers'
import { type Cms, readCms } from './cms/read'
import { checkTimestamp, type TimestampCheck } from './cms/timestamp-token'
import type { FormField } from './pdf/form'
import type { PdfFile } from './pdf/revisions'
import { isKind, type PdfDictionary, type PdfString, type PdfValue, textOf } from './pdf/values'
import { type PdfView, resolve } from './pdf/view'
import type { SignatureProblem } from './reasons'
import { roleOfField, roleOfUnit, type SignerRole } from './signer'
import type { Trust } from './trust'

/** One signature as found, for a page or a program to show. */
export type SignatureReport = {
  field: string
  /** The role that the certificate speaks for; null when it is none of ours. */
  role: SignerRole | null
  /** The signer's name in one line: name, office, unit, agency. */
  subject: string
  commonName: string | null
  organisation: string | null
  /** B-T with a time stamp, B-B without; ETSI EN 319 142-1. */
  level: 'B-B' | 'B-T'
  /** Stamped time, or without a stamp the time that the signer claims. */
  signedAt: Date | null
  /** Serial number of the certificate, hexadecimal. */
  certificateSerial: string
  coversWholeDocument: boolean
}

export type CheckedSignature = {
  /** Number of the revision that the signature closes, from 0; -1 when it closes none. */
  revision: number
  field: FormField
  report: SignatureReport
  problems: SignatureProblem[]
  /** Whether its certificate was issued under our roots, at whatever time. */
  ours: boolean
}

export type SignatureQuestion = { file: PdfFile; view: PdfView; trust: Trust; at: Date }

/** The signature fields that are signed, in the order of their revisions. */
export function checkSignatures(
  question: SignatureQuestion,
  fields: readonly FormField[],
): CheckedSignature[] {
  return fields
    .filter((field) => field.type === 'Sig' && field.field.entries.has('V'))
    .map((field) => checkSignature(question, field))
    .sort((one, other) => one.revision - other.revision)
}

/** Checks one signature: its bytes, its cryptography, its time stamp, its signer at that time. */
function checkSignature(question: SignatureQuestion, field: FormField): CheckedSignature {
  const { file, view } = question
  const value = field.field.entries.get('V')
  const signature = resolve(view, value)
  const dictionary = isKind(signature, 'dictionary') ? signature : null
  const contents = dictionary?.entries.get('Contents')
  const cms = isKind(contents, 'string') ? readCms(contents.bytes) : null
  const revision = revisionOf(file, value)
  if (!dictionary || !isKind(contents, 'string') || !cms || revision < 0) {
    return unreadable(field, revision)
  }
  const found = { field, dictionary, contents, cms, revision }
  return { revision, field, ...judge(question, found) }
}

type Found = {
  field: FormField
  dictionary: PdfDictionary
  contents: PdfString
  cms: Cms
  revision: number
}

function judge(
  { file, trust, at }: SignatureQuestion,
  found: Found,
): Pick<CheckedSignature, 'report' | 'problems' | 'ours'> {
  const { cms, dictionary, field } = found
  const end = file.revisions[found.revision]?.end ?? 0
  const stamp = cms.timestamp ? checkTimestamp(cms.timestamp, cms.signature, trust.roots) : null
  const chain = { leaf: cms.signer, others: cms.others, roots: trust.roots }
  const chainProblem = findChainProblem({ ...chain, at: stamp?.time ?? at })
  const problems = new Set<SignatureProblem>(contentProblems(file, found, end))
  for (const problem of stamp?.problems ?? []) problems.add(problem)
  if (chainProblem) problems.add(chainProblem)
  const role = roleOfUnit(cms.signer.subject.unit)
  if (!role || role !== roleOfField(field.name)) problems.add('role-mismatch')
  const whole = problems.size === 0 && end === file.bytes.length
  const signedAt = stamp ? stamp.time : claimedTime(dictionary)
  const report = describe(field, cms.signer, { role, signedAt, stamp, whole })
  const ours = findChainProblem({ ...chain, at: null }) === null
  return { report, problems: [...problems], ours }
}

function contentProblems(file: PdfFile, found: Found, end: number): SignatureProblem[] {
  const { start, end: resume } = found.contents
  const rest = file.bytes.subarray(resume, Math.max(resume, end))
  const problems: SignatureProblem[] = checkCms(found.cms, [file.bytes.subarray(0, start), rest])
  if (!isRangeRight(found, end)) problems.push('byte-range-wrong')
  if (!isDetached(found)) problems.push('signature-unreadable')
  return problems
}

function describe(
  field: FormField,
  signer: Certificate,
  facts: {
    role: SignerRole | null
    signedAt: Date | null
    stamp: TimestampCheck | null
    whole: boolean
  },
): SignatureReport {
  return {
    field: field.name,
    role: facts.role,
    subject: subjectLine(signer),
    commonName: signer.subject.commonName,
    organisation: signer.subject.organisation,
    level: facts.stamp ? 'B-T' : 'B-B',
    signedAt: facts.signedAt,
    certificateSerial: serialOf(signer),
    coversWholeDocument: facts.whole,
  }
}

function unreadable(field: FormField, revision: number): CheckedSignature {
  const report: SignatureReport = {
    field: field.name,
    role: null,
    subject: '',
    commonName: null,
    organisation: null,
    level: 'B-B',
    signedAt: null,
    certificateSerial: '',
    coversWholeDocument: false,
  }
  return { revision, field, report, problems: ['signature-unreadable'], ours: false }
}

/** The revision in which the signature object was written; it must be written once. */
function revisionOf(file: PdfFile, value: PdfValue | undefined): number {
  if (!isKind(value, 'reference')) return -1
  return file.revisions.findLastIndex((each) => each.objects.has(value.number))
}

/**
 * The byte range leaves out exactly the hexadecimal string of this very signature and ends where its
 * revision ends; behind the signature the string holds nothing but zeros.
 */
function isRangeRight({ dictionary, contents, cms }: Found, end: number): boolean {
  const range = dictionary.entries.get('ByteRange')
  if (!isKind(range, 'array') || !contents.hexadecimal) return false
  const expected = [0, contents.start, contents.end, end - contents.end]
  const given = range.items.map((item) => (isKind(item, 'number') ? item.value : -1))
  const same = given.length === 4 && given.every((each, index) => each === expected[index])
  return same && contents.bytes.subarray(cms.length).every((byte) => byte === 0)
}

function isDetached({ dictionary, cms }: Found): boolean {
  const format = dictionary.entries.get('SubFilter')
  const known = isKind(format, 'name') && format.name === 'ETSI.CAdES.detached'
  return known && cms.content === null && cms.contentType === OID.data
}

/** /M, in any of the forms of §7.9.4; null when it says nothing usable. */
function claimedTime({ entries }: PdfDictionary): Date | null {
  const pattern = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)$/
  const match = pattern.exec(textOf(entries.get('M')) ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second, zone = '+00', zoneMinutes = '00'] = match
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${zoneMinutes}`
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? null : time
}
