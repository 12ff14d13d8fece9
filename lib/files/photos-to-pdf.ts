import { PDFDocument, type PDFImage } from 'pdf-lib'
import sharp from 'sharp'

const A4 = { short: 595.28, long: 841.89 }
const MARGIN = 20
const POINTS_PER_INCH = 72
// Digitised papers have at least 200 dots an inch; more than 250 only makes the file heavier.
const DPI = 250
const LONGEST_SIDE = Math.round(((A4.long - 2 * MARGIN) / POINTS_PER_INCH) * DPI)
const QUALITY = 84
const SECONDS = 30

export type PhotoBook = { title: string; at: Date }

/**
 * Photographs of the sheets of one paper as one PDF, a sheet a page, A4 upright or across as the
 * picture is. Pictures are turned upright by their EXIF note and lose it with all other metadata:
 * where and with what they were taken is nobody's business.
 * @throws when a picture cannot be decoded
 */
export async function photosToPdf(
  photos: readonly Uint8Array[],
  { title, at }: PhotoBook,
): Promise<Uint8Array> {
  const book = await PDFDocument.create()
  book.setTitle(title)
  book.setProducer('Một Cửa Y Tế')
  book.setCreationDate(at)
  book.setModificationDate(at)
  for (const photo of photos) addSheet(book, await book.embedJpg(await straighten(photo)))
  return book.save()
}

function straighten(photo: Uint8Array): Promise<Buffer> {
  return sharp(photo, { failOn: 'truncated' })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer()
}

function addSheet(book: PDFDocument, picture: PDFImage): void {
  const across = picture.width > picture.height
  const width = across ? A4.long : A4.short
  const height = across ? A4.short : A4.long
  const { width: w, height: h } = picture.scaleToFit(width - 2 * MARGIN, height - 2 * MARGIN)
  book.addPage([width, height]).drawImage(picture, {
    x: (width - w) / 2,
    y: (height - h) / 2,
    width: w,
    height: h,
  })
}
