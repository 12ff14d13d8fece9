import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { box, type Increment } from './increment'
import { dictionary, name, number, type PdfDictionary, type PdfValue } from './values'

/** A picture taken apart as PDF wants it: colours, and the mask of its transparency, both deflated. */
export type Picture = { width: number; height: number; colours: Uint8Array; mask: Uint8Array }

type Size = { width: number; height: number }

const MAX_PIXELS = 4_000_000
const KEPT = 16
const decoded = new Map<string, Promise<Picture>>()

/** Decodes a PNG; the last few stay in memory, since an agency has few signers. Rejects a bad file. */
export function readPicture(png: Uint8Array): Promise<Picture> {
  const key = createHash('sha256').update(png).digest('hex')
  const known = decoded.get(key)
  if (known) return known
  const [oldest] = decoded.keys()
  if (oldest !== undefined && decoded.size >= KEPT) decoded.delete(oldest)
  const picture = decode(png)
  picture.catch(() => decoded.delete(key))
  decoded.set(key, picture)
  return picture
}

async function decode(png: Uint8Array): Promise<Picture> {
  const image = sharp(png, { limitInputPixels: MAX_PIXELS }).toColourspace('srgb').ensureAlpha()
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const pixels = info.width * info.height
  const colours = new Uint8Array(pixels * 3)
  const mask = new Uint8Array(pixels)
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    colours.set(data.subarray(pixel * 4, pixel * 4 + 3), pixel * 3)
    mask[pixel] = data[pixel * 4 + 3] ?? 0
  }
  const [deflatedColours, deflatedMask] = [deflateSync(colours), deflateSync(mask)]
  return { width: info.width, height: info.height, colours: deflatedColours, mask: deflatedMask }
}

/**
 * The look of a signed widget: the picture as large as fits, in the middle; without a picture an
 * empty one, since PDF/A asks every widget for an appearance.
 */
export function signatureAppearance(
  increment: Increment,
  size: Size,
  picture: Picture | null,
): PdfValue {
  if (!picture) return addForm(increment, { size, resources: dictionary({}), content: '' })
  const scale = Math.min(size.width / picture.width, size.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const matrix = [width, 0, 0, height, (size.width - width) / 2, (size.height - height) / 2]
  const numbers = matrix.map((each) => number(each).text).join(' ')
  const images = dictionary({ Picture: addPicture(increment, picture) })
  const resources = dictionary({ XObject: images })
  return addForm(increment, { size, resources, content: `q ${numbers} cm /Picture Do Q` })
}

/**
 * The look of a filled text field: the prepared (empty) look of its widget with new content, so box
 * and fonts stay as they were prepared. The content comes from the maker of the document.
 */
export function textAppearance(
  increment: Increment,
  prepared: PdfDictionary,
  content: string,
): PdfValue {
  return increment.addStream(prepared, Buffer.from(content, 'latin1'))
}

function addForm(
  increment: Increment,
  form: { size: Size; resources: PdfValue; content: string },
): PdfValue {
  const entries: PdfDictionary = dictionary({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: box(form.size.width, form.size.height),
    Resources: form.resources,
  })
  return increment.addStream(entries, Buffer.from(form.content, 'latin1'))
}

function addPicture(increment: Increment, picture: Picture): PdfValue {
  const image = (colourSpace: string) => ({
    Type: name('XObject'),
    Subtype: name('Image'),
    Width: number(picture.width),
    Height: number(picture.height),
    BitsPerComponent: number(8),
    ColorSpace: name(colourSpace),
    Filter: name('FlateDecode'),
  })
  const mask = increment.addStream(dictionary(image('DeviceGray')), picture.mask)
  const colours = dictionary({ ...image('DeviceRGB'), SMask: mask })
  return increment.addStream(colours, picture.colours)
}
