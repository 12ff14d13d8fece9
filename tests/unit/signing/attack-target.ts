import { formFields } from '@/lib/signing/pdf/form'
import { Increment } from '@/lib/signing/pdf/increment'
import { type PdfFile, readPdf } from '@/lib/signing/pdf/revisions'
import { dictionary, isKind, type PdfDictionary, type PdfValue } from '@/lib/signing/pdf/values'
import { catalogOf, childDictionary, type PdfView, viewOf } from '@/lib/signing/pdf/view'
import { given } from '@/tests/factories/signing'

export type Victim = { pdf: Uint8Array; certified: Uint8Array }

export type Attack = {
  name: string
  /** A reason that the verifier must give, among others. */
  reason: string
  attack(victim: Victim): Uint8Array
}

/** The parts of a file that an attacker is after. */
export type Target = {
  file: PdfFile
  view: PdfView
  increment: Increment
  catalog: PdfDictionary
  catalogNumber: number
  page: PdfDictionary
  pageNumber: number
}

export function open(pdf: Uint8Array): Target {
  const file = given(readPdf(pdf))
  const view = viewOf(file)
  const catalog = need(catalogOf(view))
  const kids = childDictionary(view, catalog, 'Pages')?.entries.get('Kids')
  const pageNumber = numberOf(isKind(kids, 'array') ? kids.items[0] : undefined)
  const page = need(dictionaryAt(view, pageNumber))
  const catalogNumber = numberOf(view.trailer.entries.get('Root'))
  return { file, view, increment: new Increment(file), catalog, catalogNumber, page, pageNumber }
}

/** Appends an increment as an attacker without any key can. */
export function append(pdf: Uint8Array, work: (target: Target) => void): Uint8Array {
  const target = open(pdf)
  work(target)
  return target.increment.write()
}

export function need<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The victim lacks a part')
  return value
}

export function numberOf(value: PdfValue | undefined): number {
  if (!isKind(value, 'reference')) throw new Error('not a reference')
  return value.number
}

export function dictionaryAt(view: PdfView, objectNumber: number): PdfDictionary | null {
  const value = view.objects.get(objectNumber)?.value
  return isKind(value, 'dictionary') ? value : null
}

/** Writes over bytes in place, without changing the length. */
export function overwrite(pdf: Uint8Array, at: number, text: string): Uint8Array {
  const copy = Buffer.from(pdf)
  copy.write(text, at, 'latin1')
  return copy
}

export function fakeContent(target: Target): PdfValue {
  const content = Buffer.from('BT /F1 20 Tf 60 400 Td (Phong kham khac) Tj ET')
  return target.increment.addStream(dictionary({}), content)
}

export function pageContent(target: Target): number {
  const contents = target.page.entries.get('Contents')
  return numberOf(isKind(contents, 'array') ? contents.items[0] : contents)
}

export function signedField(target: Target, field: string) {
  return need(formFields(target.view)?.find((each) => each.name === field))
}
