import { deflateSync } from 'node:zlib'
import { type PDFContext, PDFName, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib'
import { colourProfile } from './faces'

export type DocumentMeta = {
  title: string
  subject: string
  author: string
  createdAt: Date
  /** Marks each page as a demonstration. */
  demo: boolean
  /** One line in the lower margin of each page. */
  foot?: string
  /** Everything the document was made from: the file identifier is its hash. */
  source: unknown
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** XMP instants without fractions, equal to the Info dictionary to the second. */
function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

function xmpPacket(meta: DocumentMeta): string {
  const text = (value: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${text(meta.title)}</dc:title>
<dc:description>${text(meta.subject)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>${escaped(meta.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${xmpDate(meta.createdAt)}</xmp:CreateDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

/** XMP metadata that claims PDF/A-2b (ISO 19005-2); uncompressed, as archives search it. */
export function archiveMetadata(context: PDFContext, meta: DocumentMeta): PDFRef {
  const bytes = new TextEncoder().encode(xmpPacket(meta))
  const dict = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length })
  return context.register(PDFRawStream.of(dict, bytes))
}

/** The output intent that gives device colours their meaning: sRGB. */
export function outputIntent(context: PDFContext): PDFRef {
  const bytes = new Uint8Array(deflateSync(colourProfile(), { level: 9 }))
  const dict = context.obj({ N: 3, Filter: 'FlateDecode', Length: bytes.length })
  const profile = context.register(PDFRawStream.of(dict, bytes))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile })
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of('sRGB IEC61966-2.1'))
  intent.set(PDFName.of('Info'), PDFString.of('sRGB IEC61966-2.1'))
  return context.register(intent)
}
