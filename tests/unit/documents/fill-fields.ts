import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import type { FieldFill } from '@/lib/documents/field-fill'

export type SignatureImage = { field: string; png: Uint8Array }

function fieldsByName(document: PDFDocument): Map<string, PDFDict> {
  const form = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
  const fields = form.lookup(PDFName.of('Fields'), PDFArray)
  return new Map(
    Array.from({ length: fields.size() }, (_, index) => {
      const field = fields.lookup(index, PDFDict)
      return [field.lookup(PDFName.of('T'), PDFString).decodeText(), field]
    }),
  )
}

function appearanceOf(field: PDFDict): PDFRawStream {
  const appearances = field.lookup(PDFName.of('AP'), PDFDict)
  const normal = appearances.lookup(PDFName.of('N'))
  if (!(normal instanceof PDFRawStream)) throw new Error('A field has an appearance')
  return normal
}

function replaceAppearance(context: PDFContext, field: PDFDict, content: string): void {
  const dict = appearanceOf(field).dict.clone(context)
  const bytes = new TextEncoder().encode(content)
  dict.set(PDFName.of('Length'), context.obj(bytes.length))
  const normal = context.register(PDFRawStream.of(dict, bytes))
  field.set(PDFName.of('AP'), context.obj({ N: normal }))
}

/** What the clerk's revision does to the text fields, without the signing. */
export async function fillFields(
  pdf: Uint8Array,
  fills: readonly FieldFill[],
  images: readonly SignatureImage[] = [],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const fields = fieldsByName(document)
  for (const { name, value, contentStream } of fills) {
    const field = fields.get(name)
    if (!field) throw new Error(`No field ${name}`)
    field.set(PDFName.of('V'), PDFHexString.fromText(value))
    replaceAppearance(document.context, field, contentStream)
  }
  for (const { field: name, png } of images) {
    const field = fields.get(name)
    if (!field) throw new Error(`No field ${name}`)
    const image = await document.embedPng(png)
    await image.embed()
    const box = appearanceOf(field).dict.lookup(PDFName.of('BBox'), PDFArray).asRectangle()
    replaceAppearance(document.context, field, `q ${box.width} 0 0 ${box.height} 0 0 cm /Im Do Q`)
    const resources = document.context.obj({ XObject: { Im: image.ref } })
    appearanceOf(field).dict.set(PDFName.of('Resources'), resources)
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}

/** Name, flags and rectangle of each field of a document. */
export async function listFields(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return [...fieldsByName(document)].map(([name, field]) => ({
    name,
    type: field.lookup(PDFName.of('FT'), PDFName).decodeText(),
    flags: field.lookup(PDFName.of('F'))?.toString(),
    label: field.lookup(PDFName.of('TU'), PDFHexString).decodeText(),
    rectangle: field.lookup(PDFName.of('Rect'), PDFArray).asRectangle(),
    content: new TextDecoder().decode(decodePDFRawStream(appearanceOf(field)).decode()),
    resources: appearanceOf(field).dict.lookup(PDFName.of('Resources'), PDFDict).toString(),
  }))
}
