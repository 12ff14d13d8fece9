import {
  type PDFContext,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFString,
} from 'pdf-lib'

type Rectangle = [left: number, bottom: number, right: number, top: number]
type Fonts = Record<string, PDFRef>
type Place = { name: string; rectangle: Rectangle; page: PDFRef }

const TEXT_FIELDS = ['document-number', 'issue-day', 'issue-month', 'issue-year', 'remark']

/** A small document to be certified, with the same kind of fields as the printed licence has. */
export async function preparedLicence(): Promise<Uint8Array> {
  return prepared(['leader-signature', 'agency-seal'], TEXT_FIELDS)
}

/** A small slip with the one signature of the desk. */
export async function preparedSlip(): Promise<Uint8Array> {
  return prepared(['desk-signature'], [])
}

async function prepared(signatures: string[], texts: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const page = document.addPage([595, 842])
  page.drawText('Giay phep hoat dong: Phong kham An Binh', { x: 60, y: 760, size: 14 })
  const fonts = { Helv: fontOf(context) }
  const at = (name: string, index: number, top: number): Place => {
    const left = 60 + index * 100
    return { name, rectangle: [left, top - 60, left + 90, top], page: page.ref }
  }
  const fields = [
    ...texts.map((name, index) => textField(context, at(name, index, 700), fonts)),
    ...signatures.map((name, index) => signatureField(context, at(name, index, 300))),
  ]
  page.node.set(PDFName.of('Annots'), context.obj(fields))
  const form = context.obj({ Fields: fields, SigFlags: 3, DR: { Font: fonts } })
  catalog.set(PDFName.of('AcroForm'), context.register(form))
  const identifier = PDFHexString.of('00112233445566778899aabbccddeeff')
  context.trailerInfo.ID = context.obj([identifier, identifier])
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}

function fontOf(context: PDFContext): PDFRef {
  const font = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }
  return context.register(context.obj(font))
}

function textField(context: PDFContext, place: Place, fonts: Fonts): PDFRef {
  const field = widget(context, place, { Font: fonts })
  field.set(PDFName.of('FT'), PDFName.of('Tx'))
  field.set(PDFName.of('Ff'), context.obj(1))
  field.set(PDFName.of('DA'), PDFString.of('/Helv 12 Tf 0 g'))
  return context.register(field)
}

function signatureField(context: PDFContext, place: Place): PDFRef {
  const field = widget(context, place, {})
  field.set(PDFName.of('FT'), PDFName.of('Sig'))
  return context.register(field)
}

function widget(
  context: PDFContext,
  { name, rectangle, page }: Place,
  resources: Record<string, Fonts>,
) {
  const [left, bottom, right, top] = rectangle
  const look = context.stream('', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, right - left, top - bottom],
    Resources: resources,
  })
  const field = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    Rect: rectangle,
    F: 4,
    P: page,
    AP: { N: context.register(look) },
  })
  field.set(PDFName.of('T'), PDFString.of(name))
  return field
}
