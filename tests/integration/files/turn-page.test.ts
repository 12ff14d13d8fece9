import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as turnRoute from '@/app/api/uploads/drafts/[draftId]/papers/[slotKey]/files/[fileId]/turn/route'
import { db, inTransaction } from '@/db/client'
import { movePapersToDossier } from '@/db/queries/drafts'
import { type FileRow, findDraftPapers, findFile } from '@/db/queries/files'
import { renderPages } from '@/lib/files/preview'
import { scanFile } from '@/lib/files/scan'
import { readFileBytes } from '@/lib/files/store'
import { turnStoredPage } from '@/lib/files/turn-stored-page'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import * as sample from '../../unit/files/sample-files'
import { aDraft, aPerson, jobsUnder, slotKey } from './a-draft'
import { attach, filesOnDisk } from './uploads'

const session: { actor?: PersonActor } = {}
vi.mock('@/app/_server/current-actor', () => ({ currentActor: async () => session.actor }))

const own = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }
let draftId: string

beforeEach(async () => {
  session.actor = await aPerson()
  draftId = await aDraft(session.actor)
})

/** An upload that was checked and painted, as the page shows it. */
async function aShownFile(name: string, bytes: Uint8Array): Promise<string> {
  if (!session.actor) throw new Error('nobody')
  const [fileId = ''] = await attach(session.actor, draftId, [name, bytes])
  await scanFile(fileId)
  await renderPages(fileId)
  return fileId
}

function send(method: 'PUT' | 'POST', fileId: string, query = '?page=1'): Promise<Response> {
  const request = new Request(`http://localhost:3000/x${query}`, { method, headers: own })
  return turnRoute[method](request, { params: Promise.resolve({ draftId, slotKey, fileId }) })
}

const slotFiles = async () => (await findDraftPapers(db, draftId)).flatMap(({ files }) => files)
async function theFile(): Promise<FileRow> {
  const [file] = await slotFiles()
  const row = file && (await findFile(db, file.id))
  if (!row) throw new Error('the slot is empty')
  return row
}

async function runTurn(page = 1): Promise<FileRow> {
  const [paper] = await findDraftPapers(db, draftId)
  const { id: fileId } = await theFile()
  await turnStoredPage({ fileId, paperId: paper?.paperId ?? '', page })
  return theFile()
}

describe('turning a page before filing', () => {
  it('turns a photograph, as new bytes that go to the scanner; the old ones are gone', async () => {
    const fileId = await aShownFile('ảnh.jpg', await sample.photo(400, 300))
    const before = await theFile()
    expect((await send('PUT', fileId)).status).toBe(200)
    const waiting = await theFile()
    expect(waiting).toMatchObject({ name: before.name, state: 'received', pageCount: null })
    expect(waiting.id).not.toBe(fileId)
    expect(await findFile(db, fileId)).toBeUndefined()
    expect(await jobsUnder(`turn-page:${waiting.id}`)).toHaveLength(1)

    const turned = await runTurn()
    expect(turned.sha256).not.toBe(before.sha256)
    const picture = await sharp(await readFileBytes(turned.storageKey)).metadata()
    expect(picture).toMatchObject({ width: 300, height: 400, format: 'jpeg' })
    expect(await jobsUnder(`scan-file:${turned.id}`)).toHaveLength(1)
    await scanFile(turned.id)
    expect((await theFile()).state).toBe('clean')
    const disk = (await filesOnDisk()).join(' ')
    expect(disk).toContain(turned.storageKey.split('/').at(-1))
    for (const gone of [before, waiting]) {
      expect(disk).not.toContain(gone.storageKey.split('/').at(-1))
    }
  })

  it('turns the page asked for of a PDF and leaves the others', async () => {
    const fileId = await aShownFile('hai trang.pdf', await sample.pdfBytes(2))
    await send('PUT', fileId, '?page=2')
    const turned = await runTurn(2)
    const pdf = await PDFDocument.load(await readFileBytes(turned.storageKey))
    expect(pdf.getPages().map((page) => page.getRotation().angle)).toEqual([0, 90])
  })

  it('keeps the order of the files of a paper', async () => {
    await aShownFile('1.jpg', await sample.photo(400, 300))
    const second = await aShownFile('2.jpg', await sample.photo(410, 300))
    await aShownFile('3.jpg', await sample.photo(420, 300))
    await send('PUT', second)
    expect((await slotFiles()).map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg'])
  })

  it('does not break a digital signature', async () => {
    const bytes = Buffer.concat([await sample.pdfBytes(), Buffer.from('\n%/ByteRange [0 1 2 3]\n')])
    const ending = Buffer.concat([bytes, Buffer.from('%%EOF\n')])
    const fileId = await aShownFile('đã ký.pdf', ending)
    const answer = await send('PUT', fileId)
    expect(await answer.json()).toMatchObject({
      refusal: { code: 'signed-pdf', name: 'đã ký.pdf' },
    })
    expect((await theFile()).id).toBe(fileId)
  })

  it('leaves alone what was filed meanwhile: its hash stands in the record', async () => {
    const fileId = await aShownFile('ảnh.jpg', await sample.photo())
    const { sha256 } = await theFile()
    await send('PUT', fileId)
    await inTransaction((tx) =>
      movePapersToDossier(tx, { draftId, dossierId: newId(), slots: [slotKey] }),
    )
    const filed = await runTurn()
    expect(filed).toMatchObject({ sha256, state: 'received' })
    expect(await jobsUnder(`scan-file:${filed.id}`)).toHaveLength(1)
  })

  it('works by a form and goes back; a second press and a page that is not there harm nothing', async () => {
    const fileId = await aShownFile('ảnh.jpg', await sample.photo())
    const query = '?page=1&back=/my/drafts/1'
    const first = await send('POST', fileId, query)
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toMatch(/^\/my\/drafts\/1\?upload=.*#paper-lease$/)
    expect((await send('POST', fileId, query)).status).toBe(303)
    const { id } = await theFile()
    await scanFile(id)
    await renderPages(id)
    expect((await send('PUT', id, '?page=7')).status).toBe(409)
    expect(await slotFiles()).toHaveLength(1)
  })

  it('is for the draft’s owner alone', async () => {
    const fileId = await aShownFile('ảnh.jpg', await sample.photo())
    session.actor = await aPerson()
    expect((await send('PUT', fileId)).status).toBe(404)
    expect((await theFile()).id).toBe(fileId)
  })
})
