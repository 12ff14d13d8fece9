import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDefinition } from '@/db/queries/definitions'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { findFile } from '@/db/queries/files'
import { getProcedureBody } from '@/lib/casework/definitions'
import { digitisePaper } from '@/lib/dossiers/digitise-paper'
import { openFile } from '@/lib/dossiers/open-file'
import { choicesFor, takeFromStore } from '@/lib/drafts/paper-choices'
import { removePaperFile } from '@/lib/drafts/remove-paper-file'
import { startDraft } from '@/lib/drafts/start-draft'
import { viewDraft } from '@/lib/drafts/view-draft'
import { readFileBytes, removeFile } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import { listEarlier } from '@/lib/reuse/earlier'
import { type StoreItem, viewStore } from '@/lib/reuse/store'
import { anOfficer, MONDAY, PROCEDURE, setTheStage } from '@/tests/integration/dossiers/stage'
import { at, aWalkInAppraisal } from '@/tests/integration/dossiers/supplement-walk'
import { act, done } from '@/tests/integration/dossiers/walk'
import { aKnownPerson } from '@/tests/integration/drafts/known-person'
import { licensedHead } from './scenario'

let leave: () => Promise<void>
beforeAll(async () => {
  leave = await setTheStage()
})
afterAll(() => leave())

const SLOT = 'old-licence'

describe('a paper of the store', () => {
  it('issued here is taken byte for byte, once, and the draft can let it go without harm', async () => {
    const owner = await aKnownPerson()
    const dossierId = await licensedHead(owner)
    const licence = await onlyResult(owner)
    const { draftId } = done(await startDraft(owner, { procedureKey: 'gphn-reissue', at: MONDAY }))
    const choice = { draftId, slotKey: SLOT, item: licence.key, at: MONDAY }
    expect(done(await takeFromStore(owner, choice)).files).toBe(1)
    expect(done(await takeFromStore(owner, choice)).files).toBe(0)

    const [file, ...others] = await filesIn(owner, draftId)
    expect(others).toEqual([])
    expect(file).toMatchObject({ origin: { kind: 'licence', number: licence.number } })
    const [issued] = licence.files
    const original = await findFile(db, issued?.id ?? '')
    expect(file?.id).not.toBe(original?.id)
    expect(file?.sha256).toBe(original?.sha256)
    const copy = await findFile(db, file?.id ?? '')
    expect(sha256(await readFileBytes(copy?.storageKey ?? ''))).toBe(original?.sha256)

    done(await removePaperFile(owner, { draftId, slotKey: SLOT }, file?.id ?? ''))
    expect(await filesIn(owner, draftId)).toEqual([])
    expect(done(await openFile(owner, original?.id ?? '')).size).toBe(original?.size)
    expect(dossierId).toBe(licence.dossier.id)
  })

  it('whose bytes are lost leaves its place empty, and the draft begins all the same', async () => {
    const owner = await aKnownPerson()
    const from = await licensedHead(owner)
    const licence = await onlyResult(owner)
    const [issued] = licence.files
    await removeFile((await findFile(db, issued?.id ?? ''))?.storageKey ?? '')
    const beginning = { procedureKey: 'gphn-reissue', from, at: MONDAY }
    const { draftId } = done(await startDraft(owner, beginning))
    const { answers } = done(await viewDraft(owner, draftId))
    expect(answers).toHaveProperty('licence_number')
    // Taken by hand, the same fault is told.
    const choice = { draftId, slotKey: SLOT, item: licence.key, at: MONDAY }
    expect(await takeFromStore(owner, choice)).toMatchObject({ refusal: { code: 'not-copied' } })
    expect(await filesIn(owner, draftId)).toEqual([])
  })

  it("is nobody else's to see, to begin from or to take", async () => {
    const owner = await aKnownPerson()
    const from = await licensedHead(owner)
    const licence = await onlyResult(owner)
    const stranger = await aKnownPerson()
    expect(await viewStore(stranger, MONDAY)).toEqual([])
    const beginning = { procedureKey: 'gphn-reissue', at: MONDAY }
    expect(await startDraft(stranger, { ...beginning, from })).toEqual({
      ok: false,
      refusal: { code: 'source-not-found' },
    })
    const { draftId } = done(await startDraft(stranger, beginning))
    const choice = { draftId, slotKey: SLOT, item: licence.key, at: MONDAY }
    expect(await takeFromStore(stranger, choice)).toMatchObject({ refusal: { code: 'not-usable' } })
    expect(await takeFromStore(owner, choice)).toMatchObject({ refusal: { code: 'not-found' } })
    const officer = await anOfficer('caseOfficer')
    expect(await viewStore(officer, MONDAY)).toEqual([])
    expect(await takeFromStore(officer, choice)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  it('offers to begin from what the procedure is about, and from nothing else', async () => {
    const owner = await aKnownPerson()
    const from = await licensedHead(owner)
    const procedures = await Promise.all(['gphn-reissue', 'gphd-adjust'].map(procedureOf))
    const [reissue, adjust] = await Promise.all(
      procedures.map((procedure) => listEarlier(owner, procedure)),
    )
    expect(reissue?.map(({ dossier, result }) => [dossier.id, result?.kind])).toEqual([
      [from, 'gphn'],
    ])
    expect(adjust).toEqual([])
  })

  it('recorded by the officer says what it is and until when, and ends on its day', async () => {
    const { owner, officer, dossierId } = await aWalkInAppraisal()
    const filed = await findFiledPapers(db, dossierId)
    const paper = filed.find(({ slotKey }) => slotKey === 'establishment')
    const paperId = paper?.paperId ?? ''
    const reading = {
      paperId,
      title: 'Giấy chứng nhận đăng ký doanh nghiệp',
      number: '0100112437',
      issuedBy: '',
      issuedOn: '2024-05-20',
      validTo: '2026-12-31',
    }
    const backwards = { ...reading, validTo: '2024-05-19' }
    expect(await digitisePaper({ ...(await act(officer, dossierId)), ...backwards })).toMatchObject(
      { refusal: { code: 'validity-ends-before-issue' } },
    )
    const foreign = { ...reading, paperId: dossierId }
    expect(await digitisePaper({ ...(await act(officer, dossierId)), ...foreign })).toMatchObject({
      refusal: { code: 'paper-not-found' },
    })
    const clerk = await anOfficer('recordsClerk')
    expect(await digitisePaper({ ...(await act(clerk, dossierId)), ...reading })).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    done(await digitisePaper({ ...(await act(officer, dossierId)), ...reading }))

    const store = await viewStore(owner, MONDAY)
    const recorded = store.find(({ key }) => key === `paper:${paperId}`)
    expect(recorded).toMatchObject({
      name: { vi: reading.title },
      number: '0100112437',
      proof: 'recorded',
      day: '2024-05-20',
      validTo: '2026-12-31',
      standing: 'usable',
    })
    const slot = (await procedureOf(PROCEDURE)).papers.find(({ key }) => key === 'establishment')
    if (slot?.source !== 'upload') throw new Error('no such paper')
    const keys = async (day: string) =>
      (await choicesFor(owner, slot, at(day))).fitting.map(({ key }) => key)
    expect(await keys('2026-12-31')).toEqual([`paper:${paperId}`])
    expect(await keys('2027-01-01')).toEqual([])
  })
})

async function onlyResult(owner: PersonActor): Promise<StoreItem> {
  const issued = (await viewStore(owner, MONDAY)).filter(({ proof }) => proof === 'issued')
  const [first, ...others] = issued
  if (!first || others.length > 0) throw new Error(`${issued.length} results`)
  return first
}

async function filesIn(owner: PersonActor, draftId: string) {
  const { papers } = done(await viewDraft(owner, draftId))
  return papers.filter(({ slotKey }) => slotKey === SLOT).flatMap(({ files }) => files)
}

async function procedureOf(key: string) {
  const version = await findDefinition(db, { kind: 'procedure', key, day: '2026-11-23' })
  if (!version) throw new Error(`no procedure ${key}`)
  return getProcedureBody(version)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
