import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type PaintedPage, paintPages, usualPaintLimits } from '@/lib/files/paint-pages'
import { recursivePdf, swellingPdf } from './hostile-files'
import * as sample from './sample-files'

async function paint(pdf: Uint8Array, limits = {}) {
  const pages: PaintedPage[] = []
  const outcome = await paintPages(
    Readable.from([pdf]),
    async (page) => {
      pages.push(page)
    },
    { ...usualPaintLimits, ...limits },
  )
  return { ...outcome, pages, numbers: pages.map(({ page }) => page) }
}

const isWhite = (pixels: Buffer) => pixels.every((value) => value === 255)

// A process is started for each document: slow on a busy machine.
describe('the painter', { timeout: 30_000 }, () => {
  it('paints every page at 110 dots an inch', async () => {
    const { total, end, pages, numbers } = await paint(await sample.pdfBytes(3))
    expect({ total, end, numbers }).toEqual({ total: 3, end: 'complete', numbers: [1, 2, 3] })
    const [first] = pages
    expect([first?.width, first?.height]).toEqual([909, 1286])
    expect(first?.pixels).toHaveLength(909 * 1286 * 4)
    expect(isWhite(first?.pixels ?? Buffer.alloc(0))).toBe(false)
  })

  it('stops at the last page it may paint, and still counts all', async () => {
    const { total, numbers } = await paint(await sample.pdfBytes(60))
    expect(total).toBe(60)
    expect(numbers).toHaveLength(50)
  })

  it.each([
    ['as wide as a hall', [14_400, 14_400]],
    ['a ribbon', [14_400, 10]],
  ])('keeps a page %s within its limits', async (_, size) => {
    const document = await sample.makePdf(0)
    document.addPage(size as [number, number])
    const { pages } = await paint(Buffer.from(await document.save()))
    const [page] = pages
    expect((page?.width ?? 0) * (page?.height ?? 0)).toBeLessThanOrEqual(4_100_000)
    expect(Math.max(page?.width ?? 0, page?.height ?? 0)).toBeLessThanOrEqual(8_000)
  })

  it.each([
    ['text', Buffer.from('not a PDF')],
    ['nothing', Buffer.alloc(0)],
    ['a head only', Buffer.from('%PDF-1.7\n%%EOF')],
  ])('says that %s cannot be read', async (_, bytes) => {
    expect(await paint(bytes)).toMatchObject({ total: 0, end: 'unreadable', pages: [] })
  })

  it('is stopped when a page never ends', async () => {
    const before = Date.now()
    const outcome = await paint(recursivePdf(), { pageMs: 1500 })
    expect(outcome).toMatchObject({ end: 'too-slow', pages: [] })
    expect(Date.now() - before).toBeLessThan(5_000)
  })

  it('is stopped when all pages together take too long', async () => {
    expect(await paint(await sample.pdfBytes(50), { totalMs: 10 })).toMatchObject({
      end: 'too-slow',
    })
  })

  it('gets no more memory than it may have, and this process none', async () => {
    const before = process.memoryUsage().rss
    const [small, large] = [swellingPdf(4), swellingPdf(200)]
    const limits = { maxMemory: 96 * 1024 * 1024 }
    const roomy = await paint(small, limits)
    expect(roomy.pages).toHaveLength(1)
    expect(isWhite(roomy.pages[0]?.pixels ?? Buffer.alloc(0))).toBe(false)
    const cramped = await paint(large, limits)
    expect(cramped.pages.every(({ pixels }) => isWhite(pixels))).toBe(true)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  it('survives a source that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('%PDF-1.7')
        throw new Error('disk gone')
      })(),
    )
    const outcome = await paintPages(broken, async () => undefined)
    expect(outcome.end).toMatch(/crashed|unreadable/)
  })

  it('ends when a page cannot be kept', async () => {
    const pdf = Readable.from([await sample.pdfBytes(5)])
    const full = () => Promise.reject(new Error('disk full'))
    await expect(paintPages(pdf, full)).rejects.toThrow('disk full')
  })
})
