import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findFilePage } from '@/db/queries/file-checks'
import { findFile } from '@/db/queries/files'
import { files } from '@/db/schema/files'
import { usualPaintLimits } from '@/lib/files/paint-pages'
import { renderPages } from '@/lib/files/preview'
import { scanFile } from '@/lib/files/scan'
import type { Scanner } from '@/lib/files/scanner'
import { fileExists, readFileBytes, storageKeyOf, writeOnce } from '@/lib/files/store'
import { newId } from '@/lib/shared/ids'
import { recursivePdf } from '../../unit/files/hostile-files'
import * as sample from '../../unit/files/sample-files'
import { aDraft, aPerson, at, jobsUnder } from './a-draft'
import { attach } from './uploads'

async function attached(name: string, bytes: Uint8Array): Promise<string> {
  const actor = await aPerson()
  const [fileId = ''] = await attach(actor, await aDraft(actor), [name, bytes])
  return fileId
}

describe('the scan of an upload', () => {
  it('lets a clean file through, says who did, and promises its pictures', async () => {
    const fileId = await attached('a.pdf', await sample.pdfBytes())
    await scanFile(fileId)
    await scanFile(fileId)
    expect(await findFile(db, fileId)).toMatchObject({ state: 'clean', scannedBy: 'built-in' })
    expect(await jobsUnder(`render-pages:${fileId}`)).toHaveLength(1)
  })

  it('rejects the EICAR test file and removes its bytes', async () => {
    const fileId = await attached('a.pdf', await sample.pdfWithText(sample.EICAR))
    await scanFile(fileId)
    expect(await findFile(db, fileId)).toMatchObject({ state: 'rejected', rejectedReason: 'virus' })
    expect(await fileExists(storageKeyOf(fileId))).toBe(false)
    expect(await jobsUnder(`render-pages:${fileId}`)).toEqual([])
  })

  it('keeps the quarantine while a scanner cannot look', async () => {
    const fileId = await attached('a.pdf', await sample.pdfBytes())
    const down: Scanner = { name: 'clamd', scan: () => Promise.reject(new Error('down')) }
    await expect(scanFile(fileId, [down])).rejects.toThrow('down')
    expect(await findFile(db, fileId)).toMatchObject({ state: 'received', scannedBy: null })
  })

  it('has nothing to do for a file that is gone', async () => {
    await expect(scanFile(newId())).resolves.toBeUndefined()
    await expect(renderPages(newId())).resolves.toBeUndefined()
  })
})

describe('the pictures of a file', () => {
  it('are made of each page of a PDF, once', async () => {
    const fileId = await attached('a.pdf', await sample.pdfBytes(3))
    await renderPages(fileId)
    expect((await findFile(db, fileId))?.pageCount).toBeNull()
    await scanFile(fileId)
    await renderPages(fileId)
    await renderPages(fileId)
    expect((await findFile(db, fileId))?.pageCount).toBe(3)
    const page = await findFilePage(db, fileId, 3)
    expect(page).toMatchObject({ width: 909, height: 1286 })
    const picture = await sharp(await readFileBytes(page?.storageKey ?? '')).metadata()
    expect(picture).toMatchObject({ format: 'webp', width: 909, height: 1286 })
    expect(await findFilePage(db, fileId, 4)).toBeUndefined()
  })

  it('are made again after a crash between picture and row', async () => {
    const fileId = await attached('a.pdf', await sample.pdfBytes(2))
    await writeOnce(`${storageKeyOf(fileId)}.p1.webp`, Buffer.from('from the run that crashed'))
    await scanFile(fileId)
    await renderPages(fileId)
    expect(await findFilePage(db, fileId, 2)).toBeDefined()
  })

  it('show a photo upright, without where and with what it was taken', async () => {
    const fileId = await attached('a.jpg', await sample.photo(400, 300, 6))
    await scanFile(fileId)
    await renderPages(fileId)
    const page = await findFilePage(db, fileId, 1)
    expect(page).toMatchObject({ width: 300, height: 400 })
    const picture = await sharp(await readFileBytes(page?.storageKey ?? '')).metadata()
    expect(picture.exif).toBeUndefined()
    expect(picture.orientation).toBeUndefined()
  })

  it('reject a photo that ends in the middle', async () => {
    const noise = await sharp(randomBytes(300 * 300 * 3), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .jpeg()
      .toBuffer()
    const fileId = await attached('a.jpg', noise.subarray(0, noise.length / 2))
    await scanFile(fileId)
    await renderPages(fileId)
    expect(await findFile(db, fileId)).toMatchObject({
      state: 'rejected',
      rejectedReason: 'image-damaged',
    })
  })

  it('reject a PDF that breaks the renderer', async () => {
    const fileId = await attached('a.pdf', recursivePdf())
    await scanFile(fileId)
    await renderPages(fileId, { ...usualPaintLimits, pageMs: 2_000 })
    expect(await findFile(db, fileId)).toMatchObject({
      state: 'rejected',
      rejectedReason: 'pdf-damaged',
    })
  })

  it('are not made of a table', async () => {
    const fileId = await attached('a.pdf', await sample.pdfBytes())
    await inTransaction((tx) =>
      tx.update(files).set({ mediaType: 'text/csv', state: 'clean' }).where(eq(files.id, fileId)),
    )
    await renderPages(fileId)
    expect(await findFile(db, fileId)).toMatchObject({
      state: 'clean',
      pageCount: 0,
      createdAt: at,
    })
  })
})
