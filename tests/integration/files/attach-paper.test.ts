import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findDraftPapers, findFile } from '@/db/queries/files'
import { drafts } from '@/db/schema/drafts'
import { files, papers } from '@/db/schema/files'
import { attachPaper } from '@/lib/drafts/attach-paper'
import { removePaperFile } from '@/lib/drafts/remove-paper-file'
import { viewSlot } from '@/lib/drafts/view-slot'
import { readFileBytes } from '@/lib/files/store'
import { newId } from '@/lib/shared/ids'
import { officer } from '../../factories/actors'
import * as sample from '../../unit/files/sample-files'
import { aDraft, aPerson, at, jobsUnder, slotKey } from './a-draft'
import { attach, filesOnDisk, incoming } from './uploads'

const pdf = await sample.pdfBytes()
const photo = await sample.photo()

describe('attaching papers', () => {
  it('keeps the file in quarantine and promises its scan', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const [fileId = ''] = await attach(actor, draftId, ['Hợp đồng thuê.pdf', pdf])
    const row = await findFile(db, fileId)
    expect(row).toMatchObject({
      uploadedBy: actor.personId,
      name: 'Hợp đồng thuê.pdf',
      state: 'received',
      scannedBy: null,
      createdAt: at,
    })
    expect(Buffer.from(await readFileBytes(row?.storageKey ?? ''))).toEqual(pdf)
    expect(await jobsUnder(`scan-file:${fileId}`)).toEqual([
      { kind: 'scan-file', payload: { fileId } },
    ])
  })

  it('names the refused file and keeps the others, in order', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const html = Buffer.from('<html>')
    const sent = incoming(['1.pdf', pdf], ['2.pdf', html], ['3.jpg', photo])
    const result = await attachPaper(actor, { draftId, slotKey, at }, sent)
    expect(result).toMatchObject({
      ok: true,
      value: {
        attached: [{ name: '1.pdf' }, { name: '3.jpg' }],
        refused: [{ code: 'type-not-allowed', name: '2.pdf' }],
      },
    })
    const [paper] = await findDraftPapers(db, draftId)
    expect(paper).toMatchObject({ slotKey, files: [{ name: '1.pdf' }, { name: '3.jpg' }] })
  })

  it('takes the same file sent twice as one', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const before = await filesOnDisk()
    const [first] = await attach(actor, draftId, ['a.pdf', pdf])
    const [second] = await attach(actor, draftId, ['a.pdf', pdf])
    expect(second).toBe(first)
    expect(await filesOnDisk()).toHaveLength(before.length + 1)
  })

  it('makes one paper of uploads that come at the same time', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const names = Array.from({ length: 6 }, (_, n) => `${n}.pdf`)
    await Promise.all(names.map((name) => attach(actor, draftId, [name, pdf])))
    const found = await findDraftPapers(db, draftId)
    expect(found).toHaveLength(1)
    expect(found[0]?.files.map(({ name }) => name).sort()).toEqual(names)
  })

  it('takes no more files than the slot holds, also from many at once', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const before = await filesOnDisk()
    const sent = Array.from({ length: 13 }, (_, n) =>
      attachPaper(actor, { draftId, slotKey, at }, incoming([`${n}.pdf`, pdf])),
    )
    const results = await Promise.all(sent)
    const refused = results.flatMap((result) => (result.ok ? result.value.refused : []))
    expect(refused.map(({ code }) => code)).toEqual(Array(3).fill('too-many-files'))
    expect(refused[0]).toMatchObject({ limit: 10 })
    expect(await filesOnDisk()).toHaveLength(before.length + 10)
  })

  it('keeps one person to a quota over all drafts', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const [fileId = ''] = await attach(actor, draftId, ['a.pdf', pdf])
    const nearlyAll = 1000 * 1024 * 1024 - 10
    await inTransaction((tx) =>
      tx.update(files).set({ size: nearlyAll }).where(eq(files.id, fileId)),
    )
    const other = await aDraft(actor)
    const result = await attachPaper(
      actor,
      { draftId: other, slotKey, at },
      incoming(['b.pdf', pdf]),
    )
    expect(result).toMatchObject({
      value: { attached: [], refused: [{ code: 'quota-exceeded', limitMb: 1000, name: 'b.pdf' }] },
    })
    await inTransaction((tx) =>
      tx.update(papers).set({ dossierId: newId() }).where(eq(papers.draftId, draftId)),
    )
    expect(await attach(actor, other, ['b.pdf', pdf])).toHaveLength(1)
  })

  it.each([
    ["somebody else's draft", async () => aDraft(await aPerson()), slotKey, 'not-found'],
    ['no draft', async () => newId(), slotKey, 'not-found'],
    ['no id', async () => "'; drop table files; --", slotKey, 'not-found'],
    ['a slot that is not there', undefined, 'no-such-paper', 'slot-not-found'],
    ['a paper the portal makes', undefined, 'application-form', 'slot-not-found'],
  ])('reads nothing for %s', async (...[, draft, slot, code]) => {
    const actor = await aPerson()
    const draftId = await (draft?.() ?? aDraft(actor))
    const unread = (async function* () {
      yield await Promise.reject(new Error('was read'))
    })()
    const result = await attachPaper(actor, { draftId, slotKey: slot, at }, unread)
    expect(result).toEqual({ ok: false, refusal: { code } })
  })

  it('is not for officers', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const desk = officer(actor.personId, 'deskOfficer')
    const result = await attachPaper(desk, { draftId, slotKey, at }, incoming(['a.pdf', pdf]))
    expect(result).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  it('is over when the dossier is filed, even in the middle of an upload', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const before = await filesOnDisk()
    const filed = () =>
      inTransaction((tx) =>
        tx.update(drafts).set({ submittedDossierId: newId() }).where(eq(drafts.id, draftId)),
      )
    const slow = (async function* () {
      yield pdf.subarray(0, 100)
      await filed()
      yield pdf.subarray(100)
    })()
    const sent = (async function* () {
      yield { declaredName: 'a.pdf', bytes: slow }
    })()
    const result = await attachPaper(actor, { draftId, slotKey, at }, sent)
    expect(result).toMatchObject({ value: { refused: [{ code: 'draft-closed', name: 'a.pdf' }] } })
    expect((await filesOnDisk()).sort()).toEqual(before.sort())
    const late = await attachPaper(actor, { draftId, slotKey, at }, incoming(['b.pdf', pdf]))
    expect(late).toEqual({ ok: false, refusal: { code: 'already-submitted' } })
  })
})

describe('taking a file out', () => {
  it('removes it with its bytes, once', async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const before = await filesOnDisk()
    const [keep = '', drop = ''] = await attach(actor, draftId, ['a.pdf', pdf], ['b.jpg', photo])
    const address = { draftId, slotKey }
    expect(await removePaperFile(actor, address, drop)).toEqual({
      ok: true,
      value: { fileId: drop },
    })
    expect(await removePaperFile(actor, address, drop)).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await findFile(db, drop)).toBeUndefined()
    expect((await filesOnDisk()).sort()).toEqual([...before, keep].sort())
    expect(await viewSlot(actor, address)).toMatchObject({ value: { files: [{ id: keep }] } })
  })

  it("does not reach another person's draft, nor a filed one", async () => {
    const actor = await aPerson()
    const draftId = await aDraft(actor)
    const [fileId = ''] = await attach(actor, draftId, ['a.pdf', pdf])
    const address = { draftId, slotKey }
    expect(await removePaperFile(await aPerson(), address, fileId)).toMatchObject({ ok: false })
    await inTransaction((tx) =>
      tx.update(drafts).set({ submittedDossierId: newId() }).where(eq(drafts.id, draftId)),
    )
    expect(await removePaperFile(actor, address, fileId)).toMatchObject({
      refusal: { code: 'already-submitted' },
    })
    expect(await findFile(db, fileId)).toBeDefined()
  })
})
