import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { settleScan } from '@/db/queries/file-checks'
import { findVisit } from '@/db/queries/inspections'
import { findTurnFiles } from '@/db/queries/turn-files'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { attachTurnFiles, removeTurnFile } from '@/lib/dossiers/inspections/attach-turn-files'
import { recordPaperSignature } from '@/lib/dossiers/inspections/confirm-minutes'
import { attestMinutes, signMinutes } from '@/lib/dossiers/inspections/sign-minutes'
import { reportCorrections } from '@/lib/dossiers/inspections/site-corrections'
import type { TurnPlaceKey } from '@/lib/dossiers/inspections/turn-place'
import { openFile } from '@/lib/dossiers/open-file'
import type { PersonActor } from '@/lib/identity/actor'
import { pdfBytes, photo } from '@/tests/unit/files/sample-files'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from './stage'
import { close, judge, must, plan } from './visit'
import { act } from './walk'

let end: () => Promise<void>
let owner: PersonActor
let officer: PersonActor
let dossierId: string
beforeAll(async () => {
  end = await setTheStage()
})
beforeEach(async () => {
  owner = await anApplicant()
  const assignee = await anOfficer('caseOfficer')
  officer = assignee
  dossierId = await aPaidDossier(owner)
  must(await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId)))
  const { postId } = assignee.capacity
  must(
    await assignDossier({ ...(await act(await anOfficer('headOfDivision'), dossierId)), postId }),
  )
})
afterAll(() => end())

async function* incoming(name: string, bytes: Buffer) {
  yield {
    declaredName: name,
    bytes: (async function* () {
      yield bytes
    })(),
  }
}
const bring = (actor: PersonActor, place: TurnPlaceKey, [name, bytes]: [string, Buffer]) =>
  attachTurnFiles(actor, { dossierId, place, at: MONDAY }, incoming(name, bytes))
const clean = (fileId: string) =>
  inTransaction((tx) => settleScan(tx, fileId, { state: 'clean', scannedBy: 'test' }))
const corrected = {
  finding: 'pass-with-corrections' as const,
  corrections: [{ itemKey: 'waste', text: 'Ký hợp đồng.' }],
}

describe('photos', () => {
  it('are pictures only, once each, and lie with the visit until it is closed', async () => {
    expect(await bring(officer, 'photos', ['a.jpg', await photo()])).toMatchObject({
      refusal: { code: 'slot-not-found' },
    })
    must(await plan({ officer, dossierId }))
    expect(await bring(officer, 'photos', ['a.pdf', await pdfBytes()])).toMatchObject({
      value: { refused: [{ code: 'type-not-allowed' }] },
    })
    const picture = await photo()
    await bring(officer, 'photos', ['a.jpg', picture])
    await bring(officer, 'photos', ['b.jpg', picture])
    const ownerId = (await findVisit(db, dossierId))?.id ?? ''
    const [kept, ...more] = await findTurnFiles(db, { owner: 'inspection', ownerId })
    expect([kept?.state, more]).toEqual(['received', []])
    await judge({ officer, dossierId })
    must(await close({ officer, dossierId }))
    expect(await bring(officer, 'photos', ['c.jpg', await photo(90, 90)])).toMatchObject({
      refusal: { code: 'slot-not-found' },
    })
    const removed = { dossierId, place: 'photos' as const }
    expect(await removeTurnFile(officer, removed, kept?.id ?? '')).toMatchObject({ ok: false })
  })

  it('are nobody else’s to bring; checked ones open for office and owner, for no stranger', async () => {
    must(await plan({ officer, dossierId }))
    for (const [actor, code] of [
      [owner, 'not-found'],
      [await anOfficer('caseOfficer', { nth: 1 }), 'not-found'],
      [await anOfficer('caseOfficer', { agencyId: 'syt-79' }), 'not-found'],
    ] as const)
      expect(await bring(actor, 'photos', ['a.jpg', await photo()])).toMatchObject({
        refusal: { code },
      })
    const { attached } = must(await bring(officer, 'photos', ['a.jpg', await photo()]))
    const fileId = attached[0]?.id ?? ''
    expect(await openFile(officer, fileId)).toMatchObject({ ok: false })
    await clean(fileId)
    expect(await openFile(officer, fileId)).toMatchObject({ ok: true })
    expect(await openFile(owner, fileId)).toMatchObject({ ok: true })
    expect(await openFile(await anApplicant('Người Lạ'), fileId)).toMatchObject({ ok: false })
    must(await removeTurnFile(officer, { dossierId, place: 'photos' }, fileId))
    expect(await openFile(officer, fileId)).toMatchObject({ ok: false })
  })
})

describe('the signed paper', () => {
  it('counts once its scan is checked, and the system attests it', async () => {
    must(await plan({ officer, dossierId }))
    await judge({ officer, dossierId })
    must(await close({ officer, dossierId }))
    const documentId = (await findDocument(db, dossierId, 'inspection-minutes'))?.id ?? ''
    await signMinutes({ documentId })
    const { attached } = must(
      await bring(officer, 'signed-minutes', ['scan.pdf', await pdfBytes()]),
    )
    const record = () => recordPaperSignature(officer, { dossierId, at: MONDAY })
    expect(await record()).toMatchObject({ refusal: { code: 'no-signed-scan' } })
    await clean(attached[0]?.id ?? '')
    expect(await recordPaperSignature(owner, { dossierId, at: MONDAY })).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
    must(await record())
    expect(await record()).toMatchObject({ refusal: { code: 'minutes-signed-already' } })
    await attestMinutes({ documentId })
    expect((await findDocument(db, dossierId, 'inspection-minutes'))?.state).toBe('issued')
  })
})

describe('what comes with a report', () => {
  it('is the owner’s to bring while corrections are demanded, and stays as reported', async () => {
    must(await plan({ officer, dossierId }))
    await judge({ officer, dossierId }, ['waste'])
    must(await close({ officer, dossierId }, corrected))
    expect(await bring(officer, 'correction-report', ['x.pdf', await pdfBytes()])).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const { attached } = must(await bring(owner, 'correction-report', ['x.pdf', await pdfBytes()]))
    must(await reportCorrections({ ...(await act(owner, dossierId)), report: 'Đã ký hợp đồng.' }))
    const place = { dossierId, place: 'correction-report' as const }
    expect(await removeTurnFile(owner, place, attached[0]?.id ?? '')).toMatchObject({ ok: false })
    expect(await bring(owner, 'correction-report', ['y.pdf', await pdfBytes(2)])).toMatchObject({
      refusal: { code: 'slot-not-found' },
    })
  })
})
