import { db, inTransaction } from '@/db/client'
import { addPaperFile, insertFile, insertPaper } from '@/db/queries/files'
import { findSupplements } from '@/db/queries/supplements'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { storageKeyOf, writeOnce } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import type { SupplementItem } from '@/lib/supplements/items'
import { releaseSupplement } from '@/lib/supplements/release-supplement'
import { askSupplement, requestSupplement } from '@/lib/supplements/request-supplement'
import { saveAnswer } from '@/lib/supplements/save-answer'
import { supplySupplement } from '@/lib/supplements/supply-supplement'
import { anApplicant, anOfficer, aPaidDossier, MONDAY } from './stage'
import { act, done } from './walk'

/** 10:00 in Viet Nam on a day. */
export const at = (day: string) => new Date(`${day}T03:00:00Z`)

export const NAME: SupplementItem = {
  kind: 'field',
  key: 'facility_name',
  reasonKey: 'mismatch',
  clauseKey: null,
  explanation: 'Tên cơ sở không khớp với giấy đăng ký kinh doanh.',
  goodExample: 'Tên ghi đúng như trên giấy đăng ký.',
}
export const PAPER: SupplementItem = {
  kind: 'paper',
  key: 'rp-licence',
  reasonKey: 'illegible',
  clauseKey: 'd118-17',
  explanation: 'Trang 2 mờ.',
  goodExample: 'Bản chụp rõ cả hai trang.',
}
export const ASK = { reason: 'Hồ sơ chưa đủ để thẩm định.', items: [NAME, PAPER] }

export type Walk = {
  owner: PersonActor
  desk: PersonActor
  officer: Awaited<ReturnType<typeof anOfficer>>
  dossierId: string
}

/** A paid dossier with the people around it. */
export async function aWalk(): Promise<Walk> {
  const owner = await anApplicant()
  return {
    owner,
    desk: await anOfficer('deskOfficer'),
    officer: await anOfficer('caseOfficer'),
    dossierId: await aPaidDossier(owner),
  }
}

/** Accepted on Monday 23/11/2026 at 10:00 and on the case officer's desk. */
export async function aWalkInAppraisal(): Promise<Walk> {
  const walk = await aWalk()
  done(await acceptDossier(await act(walk.desk, walk.dossierId)))
  const head = await anOfficer('headOfDivision')
  const { postId } = walk.officer.capacity
  done(await assignDossier({ ...(await act(head, walk.dossierId)), postId }))
  return walk
}

/** Asked by the case officer and sent by the desk at the same moment. */
export async function askAndRelease(walk: Walk, when = MONDAY): Promise<void> {
  done(await askSupplement({ ...(await act(walk.officer, walk.dossierId, when)), ...ASK }))
  done(await releaseSupplement(await act(walk.desk, walk.dossierId, when)))
}

export async function askAtIntake(walk: Walk, when = MONDAY): Promise<void> {
  done(await requestSupplement({ ...(await act(walk.desk, walk.dossierId, when)), ...ASK }))
}

/** The newest request of a dossier. */
export async function theRequest(dossierId: string) {
  const request = (await findSupplements(db, dossierId)).at(-1)
  if (!request) throw new Error('nothing was asked')
  return request
}

/** A clean file in the slot of a request, as an upload would leave it. */
export async function bring(walk: Walk, slotKey: string): Promise<string> {
  const { id: draftId } = await theRequest(walk.dossierId)
  const fileId = newId()
  const storageKey = storageKeyOf(fileId)
  await writeOnce(storageKey, Buffer.from(`%PDF-1.4 ${slotKey}`))
  await inTransaction(async (tx) => {
    await insertFile(tx, {
      id: fileId,
      uploadedBy: walk.owner.personId,
      name: 'ban-moi.pdf',
      size: 20,
      sha256: fileId.replaceAll('-', '').repeat(2),
      mediaType: 'application/pdf',
      state: 'clean',
      rejectedReason: null,
      scannedBy: 'test',
      storageKey,
      pageCount: null,
      createdAt: MONDAY,
    })
    const id = newId()
    await insertPaper(tx, { id, draftId, slotKey, version: 1, source: 'upload', createdAt: MONDAY })
    await addPaperFile(tx, { paperId: id, fileId, position: 1 })
  })
  return fileId
}

/** The owner answers all that was asked for and sends it. */
export async function answer(
  walk: Walk,
  when = MONDAY,
  name = 'Phòng khám Mẫu Mới',
): Promise<string> {
  const { dossierId, owner } = walk
  done(await saveAnswer(owner, { dossierId, entries: [['facility_name', name]], at: when }))
  const fileId = await bring(walk, 'rp-licence')
  done(await supplySupplement(owner, { dossierId, at: when }))
  return fileId
}
