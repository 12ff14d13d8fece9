import { Readable } from 'node:stream'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { type PaintedPage, paintPages, usualPaintLimits } from '@/lib/files/paint-pages'
import { photosToPdf } from '@/lib/files/photos-to-pdf'
import * as sample from './sample-files'

const at = new Date('2026-11-24T01:00:00Z')
const bind = (...photos: Uint8Array[]) => photosToPdf(photos, { title: 'Hợp đồng thuê', at })

async function paint(pdf: Uint8Array): Promise<PaintedPage[]> {
  const pages: PaintedPage[] = []
  const keep = async (page: PaintedPage) => {
    pages.push(page)
  }
  await paintPages(Readable.from([pdf]), keep, { ...usualPaintLimits, dpi: 36 })
  return pages
}

/** Whether the middle of a quarter of the page is red. */
function isRed({ width, height, pixels }: PaintedPage, across: number, down: number): boolean {
  const at = (Math.floor(height * down) * width + Math.floor(width * across)) * 4
  return (pixels[at] ?? 0) > 150 && (pixels[at + 1] ?? 0) < 100
}

describe('photographs as a PDF', () => {
  it('are one A4 page each, upright or across as they are', async () => {
    const pdf = await PDFDocument.load(
      await bind(
        await sample.photo(400, 300),
        await sample.photo(300, 400),
        await sample.pngBytes(),
      ),
    )
    const sizes = pdf.getPages().map((page) => page.getSize())
    expect(sizes.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [842, 595],
      [595, 842],
      [842, 595],
    ])
    expect(pdf.getTitle()).toBe('Hợp đồng thuê')
    expect(pdf.getCreationDate()).toEqual(at)
  })

  // The red quarter of the picture lies top left; EXIF says how the camera was held.
  it.each([
    [1, 0.25, 0.25],
    [3, 0.75, 0.75],
    [6, 0.75, 0.25],
    [8, 0.25, 0.75],
  ])('held as EXIF %i says stand upright', async (orientation, across, down) => {
    const [page] = await paint(await bind(await sample.photo(400, 300, orientation)))
    if (!page) throw new Error('no page')
    expect(isRed(page, across, down)).toBe(true)
    expect(isRed(page, 1 - across, 1 - down)).toBe(false)
  })

  it('say nothing of where and with what they were taken', async () => {
    const pdf = Buffer.from(await bind(await sample.photo(400, 300, 6)))
    expect(pdf.includes('Exif')).toBe(false)
  })

  it('are no larger than a sheet needs', async () => {
    const pdf = await bind(await sample.photo(6000, 4000))
    expect(pdf.byteLength).toBeLessThan(1_000_000)
  })

  it('are refused when one of them is no picture', async () => {
    await expect(bind(Buffer.from('not a picture'))).rejects.toThrow()
  })
})
