import { z } from 'zod'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { signedAttributes } from './cms/build'
import { type Certificate, readCertificate } from './cms/certificate'
import { hash } from './cms/check'
import { OID } from './cms/object-identifiers'
import { type Picture, readPicture } from './pdf/appearance'
import { type FormField, formFields, preparedAppearance } from './pdf/form'
import { Increment } from './pdf/increment'
import { type PdfFile, readPdf } from './pdf/revisions'
import { isKind } from './pdf/values'
import { catalogOf, childDictionary, type PdfView, viewOf } from './pdf/view'
import type { SignatureOptions } from './signature-options'
import { closeByteRange, writeSignatureRevision } from './signature-revision'
import { roleOfField, roleOfUnit } from './signer'

/** A file that lacks nothing but the raw signature; `packPrepared` makes it storable. */
export type PreparedSignature = {
  /** The file with its new revision; zeros where the signature goes. */
  pdf: Uint8Array
  /** Where the hexadecimal string of the signature stands, delimiters included. */
  gap: { start: number; end: number }
  signedAttributes: Uint8Array
  signedAttributesHash: Uint8Array
  certificateChain: Uint8Array[]
}

export type PreparationRefusal = {
  code:
    | 'pdf-unreadable'
    | 'field-missing'
    | 'field-already-signed'
    | 'field-already-filled'
    | 'already-certified'
    | 'document-locked'
    | 'certificate-mismatch'
    | 'certificate-expired'
    | 'certificate-not-yet-valid'
    | 'picture-unreadable'
}

/**
 * Phase one: adds the revision that fills the fields and holds the signature's place, and works out
 * what is to be signed (PAdES, ETSI EN 319 142-1). The certificate must be known before anything is
 * hashed. Nothing here is random, so the same input gives the same bytes.
 */
export async function prepareSignature(
  pdf: Uint8Array,
  certificateChain: readonly Uint8Array[],
  options: SignatureOptions,
): Promise<Result<PreparedSignature, PreparationRefusal>> {
  const certificate = readCertificate(certificateChain[0] ?? new Uint8Array())
  if (!certificate) return refuse({ code: 'certificate-mismatch' })
  const form = openForm(pdf)
  if (!form) return refuse({ code: 'pdf-unreadable' })
  const problem =
    certificateProblem(certificate, options) ??
    fieldProblem(form, options) ??
    certificationProblem(form, options)
  if (problem) return refuse({ code: problem })
  const picture = options.picture ? await readOrNull(options.picture) : null
  if (options.picture && !picture) return refuse({ code: 'picture-unreadable' })
  const increment = new Increment(form.file)
  writeSignatureRevision(increment, { ...form, options, picture, certificate })
  const attributes = attributesOver(increment.write(), options, certificate)
  return accept({ ...attributes, certificateChain: [...certificateChain] })
}

type Form = { file: PdfFile; view: PdfView; fields: FormField[] }

function openForm(pdf: Uint8Array): Form | null {
  const file = readPdf(pdf)
  if (!file.ok) return null
  const view = viewOf(file.value)
  const fields = formFields(view)
  return fields && { file: file.value, view, fields }
}

/** Fixes the byte range in the finished revision, hashes it, and makes the signed attributes. */
function attributesOver(
  pdf: Buffer,
  { field }: SignatureOptions,
  certificate: Certificate,
): Omit<PreparedSignature, 'certificateChain'> {
  const gap = findGap(pdf, field)
  closeByteRange(pdf, gap)
  const digest = hash('sha256', [pdf.subarray(0, gap.start), pdf.subarray(gap.end)])
  const attributes = signedAttributes(certificate, OID.data, digest)
  const signedAttributesHash = hash('sha256', [attributes])
  return { pdf, gap, signedAttributes: attributes, signedAttributesHash }
}

/** Reads back what was just written, which also proves that it can be read. */
function findGap(pdf: Uint8Array, field: string): { start: number; end: number } {
  const file = readPdf(pdf)
  if (!file.ok) throw new Error('The revision just written cannot be read')
  const view = viewOf(file.value)
  const signed = formFields(view)?.find((each) => each.name === field)
  const contents = childDictionary(view, signed?.field, 'V')?.entries.get('Contents')
  if (!isKind(contents, 'string')) throw new Error('The signature just written is not there')
  return { start: contents.start, end: contents.end }
}

function certificateProblem(
  certificate: Certificate,
  { field, at }: SignatureOptions,
): PreparationRefusal['code'] | null {
  if (roleOfUnit(certificate.subject.unit) !== roleOfField(field)) return 'certificate-mismatch'
  if (certificate.x509.validToDate < at) return 'certificate-expired'
  if (certificate.x509.validFromDate > at) return 'certificate-not-yet-valid'
  return null
}

function fieldProblem(
  { view, fields }: Form,
  options: SignatureOptions,
): PreparationRefusal['code'] | null {
  const place = fields.find((each) => each.name === options.field)
  if (place?.type !== 'Sig') return 'field-missing'
  if (place.field.entries.has('V')) return 'field-already-signed'
  for (const fill of options.fills ?? []) {
    const target = fields.find((each) => each.name === fill.name)
    if (target?.type !== 'Tx' || !preparedAppearance(view, target.widget)) return 'field-missing'
    if (target.field.entries.has('V')) return 'field-already-filled'
  }
  return null
}

function certificationProblem(
  { view, fields }: Form,
  { certification }: SignatureOptions,
): PreparationRefusal['code'] | null {
  const signed = fields.some((each) => each.type === 'Sig' && each.field.entries.has('V'))
  const permissions = childDictionary(view, catalogOf(view), 'Perms')
  if (certification) return signed || permissions ? 'already-certified' : null
  return certificationLevel(view) === 1 ? 'document-locked' : null
}

/** What the certification of a document allows (the P of DocMDP); null without certification. */
export function certificationLevel(view: PdfView): number | null {
  const permissions = childDictionary(view, catalogOf(view), 'Perms')
  const signature = childDictionary(view, permissions, 'DocMDP')
  const references = signature?.entries.get('Reference')
  const [first] = isKind(references, 'array') ? references.items : []
  if (!isKind(first, 'dictionary')) return null
  const method = first.entries.get('TransformMethod')
  const level = childDictionary(view, first, 'TransformParams')?.entries.get('P')
  if (!isKind(method, 'name') || method.name !== 'DocMDP') return null
  return isKind(level, 'number') ? level.value : 2 // the default of table 254
}

function readOrNull(png: Uint8Array): Promise<Picture | null> {
  return readPicture(png).catch(() => null)
}

const base64 = z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64'))
const packed = z.strictObject({
  pdf: base64,
  gap: z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() }),
  signedAttributes: base64,
  signedAttributesHash: base64,
  certificateChain: z.array(base64),
})

/** A prepared signature as plain data, to wait in the database for a person with a token. */
export function packPrepared(prepared: PreparedSignature): z.input<typeof packed> {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    pdf: text(prepared.pdf),
    gap: prepared.gap,
    signedAttributes: text(prepared.signedAttributes),
    signedAttributesHash: text(prepared.signedAttributesHash),
    certificateChain: prepared.certificateChain.map(text),
  }
}

/** The reverse of `packPrepared`. Throws a ZodError when the data is something else. */
export function unpackPrepared(data: unknown): PreparedSignature {
  return packed.parse(data)
}
