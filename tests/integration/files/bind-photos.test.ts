import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDraftPapers, findFile } from '@/db/queries/files'
import { bindPhotos } from '@/lib/files/bind-photos'
import { scanFile } from '@/lib/files/scan'
import { readFileBytes } from '@/lib/files/store'
import * as sample from '../../unit/files/sample-files'
import { aDraft, aPerson, at, jobsUnder } from './a-draft'
import { attach, filesOnDisk } from './uploads'

async function scanned(...uploads: [string, Uint8Array][]) {
  const actor = await aPerson()
  const draftId = await aDraft(actor)
  const fileIds = await attach(actor, draftId, ...uploads)
  for (const fileId of fileIds) await scanFile(fileId)
  const [paper] = await findDraftPapers(db, draftId)
  if (!paper) throw new Error('no paper')
  return { draftId, fileIds, paperId: paper.paperId }
}

describe('photographs of one paper', () => {
  it('become one PDF as its next version; the photographs stay', async () => {
    const { draftId, fileIds, paperId } = await scanned(
      ['Hợp đồng.jpg', await sample.photo()],
      ['tờ 2.png', await sample.pngBytes()],
    )
    await bindPhotos(paperId, at)
    const [paper, ...others] = await findDraftPapers(db, draftId)
    expect(others).toEqual([])
    expect(paper?.files).toMatchObject([
      { name: 'Hợp đồng (2 ảnh).pdf', mediaType: 'application/pdf', state: 'clean' },
    ])
    const book = await findFile(db, paper?.files[0]?.id ?? '')
    const pdf = await PDFDocument.load(await readFileBytes(book?.storageKey ?? ''))
    expect(pdf.getPageCount()).toBe(2)
    expect(await jobsUnder(`render-pages:${book?.id}`)).toHaveLength(1)
    for (const fileId of fileIds)
      expect(await findFile(db, fileId)).toMatchObject({ state: 'clean' })
  })

  it('are bound once, however often and at the same time it is asked', async () => {
    const { draftId, paperId } = await scanned(
      ['1.jpg', await sample.photo()],
      ['2.jpg', await sample.photo(300, 200)],
    )
    const before = await filesOnDisk()
    await Promise.all([bindPhotos(paperId, at), bindPhotos(paperId, at)])
    await bindPhotos(paperId, at)
    expect(await filesOnDisk()).toHaveLength(before.length + 1)
    const [paper] = await findDraftPapers(db, draftId)
    expect(paper?.files).toHaveLength(1)
  })

  it.each([
    ['a single photograph', async () => [['1.jpg', await sample.photo()]]],
    [
      'a PDF among them',
      async () => [
        ['1.jpg', await sample.photo()],
        ['2.pdf', await sample.pdfBytes()],
      ],
    ],
  ] as [string, () => Promise<[string, Buffer][]>][])('are left alone: %s', async (_, make) => {
    const { draftId, paperId } = await scanned(...(await make()))
    await bindPhotos(paperId, at)
    const [paper] = await findDraftPapers(db, draftId)
    expect(paper?.paperId).toBe(paperId)
  })
})
