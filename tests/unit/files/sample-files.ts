import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'

/** The text every scanner takes for a virus, in two halves so that this file is not one. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`

export async function makePdf(pages = 1): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  for (let page = 1; page <= pages; page += 1) {
    document.addPage([595, 842]).drawText(`Trang ${page}`, { x: 60, y: 700, size: 40 })
  }
  return document
}

export async function pdfBytes(pages = 1, useObjectStreams = false): Promise<Buffer> {
  return Buffer.from(await (await makePdf(pages)).save({ useObjectStreams }))
}

export async function scriptedPdf(useObjectStreams: boolean): Promise<Buffer> {
  const document = await makePdf()
  document.addJavaScript('main', 'app.alert("x")')
  return Buffer.from(await document.save({ useObjectStreams }))
}

export async function pdfWithAttachment(): Promise<Buffer> {
  const document = await makePdf()
  await document.attach(Buffer.from('hidden'), 'hidden.exe', {
    mimeType: 'application/x-msdownload',
  })
  return Buffer.from(await document.save({ useObjectStreams: true }))
}

/** A PDF whose catalogue says more than its pages show, e.g. an action to launch a program. */
export async function pdfWithCatalogEntry(key: string, value: string): Promise<Buffer> {
  const document = await makePdf()
  document.catalog.set(PDFName.of('Marker'), PDFString.of('HERE'))
  const text = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1')
  return Buffer.from(text.replace('/Marker (HERE)', `/${key} ${value}`), 'latin1')
}

export async function pdfWithText(text: string): Promise<Buffer> {
  const bytes = await pdfBytes()
  const source = bytes.toString('latin1')
  return Buffer.from(source.replace(/(%PDF-1\.7\n)/, `$1%${text}\n`), 'latin1')
}

export function photo(width = 400, height = 300, orientation?: number): Promise<Buffer> {
  const red = { r: 220, g: 20, b: 20 }
  const picture = sharp({
    create: { width, height, channels: 3, background: '#ffffff' },
  }).composite([
    {
      input: { create: { width: width / 2, height: height / 2, channels: 3, background: red } },
      left: 0,
      top: 0,
    },
  ])
  return (orientation ? picture.withMetadata({ orientation }) : picture).jpeg().toBuffer()
}

export function pngBytes(width = 40, height = 30): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3060c0' } })
    .png()
    .toBuffer()
}

/** A PNG of a few bytes whose header announces as many pixels as it likes. */
export function pngFlood(width: number, height: number): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

export type ZipEntry = { name: string; data?: string; announce?: number }

/** A stored (not packed) ZIP; `announce` lies about the unpacked size. */
export function zipBytes(entries: ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data = '', announce } of entries) {
    const body = Buffer.from(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(body.length, 18)
    local.writeUInt32LE(announce ?? body.length, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt32LE(body.length, 20)
    central.writeUInt32LE(announce ?? body.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    files.push(local, Buffer.from(name), body)
    directory.push(central, Buffer.from(name))
    offset += 30 + name.length + body.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listing, end])
}

export const workbook: ZipEntry[] = [
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'xl/workbook.xml', data: '<workbook/>' },
]

/** The bytes in pieces, as they come from the network. */
export async function* inPieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
