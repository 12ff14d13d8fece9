import type { Certificate } from './cms/certificate'
import { type Picture, signatureAppearance, textAppearance } from './pdf/appearance'
import { type FormField, formOf, preparedAppearance, widgetSize } from './pdf/form'
import type { Increment } from './pdf/increment'
import {
  array,
  dictionary,
  isKind,
  name,
  number,
  type PdfDictionary,
  type PdfValue,
  textString,
  withEntries,
} from './pdf/values'
import { catalogOf, type PdfView } from './pdf/view'
import type { FieldFill, SignatureOptions } from './signature-options'

/** Room for one signature with chain and time stamp; the largest measured takes 6.3 KB. */
export const RESERVED_BYTES = 8 * 1024

const OPEN_RANGE = '[0 0000000000 0000000000 0000000000]'
const SIGNATURES_EXIST_AND_APPEND_ONLY = 3

type Revision = {
  view: PdfView
  fields: readonly FormField[]
  options: SignatureOptions
  picture: Picture | null
  certificate: Certificate
}

/**
 * Puts into an increment all that one signing act changes, and nothing else: filled fields, the
 * signature, and with the first signature the certification in the catalog.
 */
export function writeSignatureRevision(increment: Increment, revision: Revision): void {
  const { view, fields, options, picture } = revision
  for (const fill of options.fills ?? []) writeFill(increment, { view, fields, fill })
  const place = getField(fields, options.field)
  const signature = increment.add(signatureDictionary(revision))
  const appearance = signatureAppearance(increment, widgetSize(place.widget), picture)
  writeField(increment, place, { value: signature, appearance })
  if (options.certification) writeCertification(increment, view, signature)
}

function signatureDictionary({ options, certificate }: Revision): PdfDictionary {
  const { certification, at, reason, location } = options
  return dictionary({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    M: textString(pdfDate(at)),
    Name: textString(certificate.subject.commonName ?? ''),
    ...(reason ? { Reason: textString(reason) } : {}),
    ...(location ? { Location: textString(location) } : {}),
    ...(certification ? { Reference: array([docMdp(certification)]) } : {}),
    ByteRange: { kind: 'raw', text: OPEN_RANGE },
    Contents: { kind: 'raw', text: `<${'0'.repeat(RESERVED_BYTES * 2)}>` },
  })
}

function docMdp(level: 1 | 2): PdfDictionary {
  const parameters = { Type: name('TransformParams'), P: number(level), V: name('1.2') }
  return dictionary({
    Type: name('SigRef'),
    TransformMethod: name('DocMDP'),
    TransformParams: dictionary(parameters),
  })
}

function writeFill(
  increment: Increment,
  { view, fields, fill }: { view: PdfView; fields: readonly FormField[]; fill: FieldFill },
): void {
  const place = getField(fields, fill.name)
  const prepared = preparedAppearance(view, place.widget)
  if (!prepared) throw new Error(`The field ${fill.name} has no prepared appearance`)
  const appearance = textAppearance(increment, prepared, fill.contentStream)
  writeField(increment, place, { value: textString(fill.value), appearance })
}

function writeField(
  increment: Increment,
  place: FormField,
  { value, appearance }: { value: PdfValue; appearance: PdfValue },
): void {
  increment.replace(place.fieldNumber, withEntries(place.field, { V: value }))
  const widget = increment.pending(place.widgetNumber) ?? place.widget
  const look = { AP: dictionary({ N: appearance }) }
  increment.replace(place.widgetNumber, withEntries(widget, look))
}

/** /Perms and the signature flags: in the catalog, and in the form when that is an object itself. */
function writeCertification(increment: Increment, view: PdfView, signature: PdfValue): void {
  const root = view.trailer.entries.get('Root')
  const catalog = catalogOf(view)
  const form = formOf(view)
  if (!isKind(root, 'reference') || !catalog || !form) throw new Error('A form without a catalog')
  const flagged = withEntries(form, { SigFlags: number(SIGNATURES_EXIST_AND_APPEND_ONLY) })
  const permissions = { Perms: dictionary({ DocMDP: signature }) }
  const place = catalog.entries.get('AcroForm')
  if (isKind(place, 'reference')) {
    increment.replace(place.number, flagged)
    increment.replace(root.number, withEntries(catalog, permissions))
  } else {
    increment.replace(root.number, withEntries(catalog, { ...permissions, AcroForm: flagged }))
  }
}

function getField(fields: readonly FormField[], fieldName: string): FormField {
  const field = fields.find((each) => each.name === fieldName)
  if (!field) throw new Error(`The field ${fieldName} was there when it was checked`)
  return field
}

/** Writes the byte range around the gap, in place and without changing a length. */
export function closeByteRange(pdf: Buffer, gap: { start: number; end: number }): void {
  const at = gap.start - '/Contents '.length - 1 - OPEN_RANGE.length
  if (pdf.toString('latin1', at, at + OPEN_RANGE.length) !== OPEN_RANGE) {
    throw new Error('The byte range does not stand before the signature')
  }
  const range = `[0 ${gap.start} ${gap.end} ${pdf.length - gap.end}]`
  pdf.write(range.padEnd(OPEN_RANGE.length), at, 'latin1')
}

/** A date of PDF (§7.9.4) in the time of Viet Nam, which knows no summer time. */
export function pdfDate(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return `D:${local.slice(0, 19).replace(/\D/g, '')}+07'00'`
}
