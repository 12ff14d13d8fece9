import { db, inTransaction } from '@/db/client'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { changeDossier, findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { approvalSubject } from '@/lib/dossiers/approve-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { sealSubject } from '@/lib/dossiers/authorise-seal'
import type { PersonActor } from '@/lib/identity/actor'
import { applyExtension } from '@/lib/letters/apply-extension'
import { askExtension } from '@/lib/letters/ask-extension'
import { authoriseLetter } from '@/lib/letters/authorise-letter'
import { confirmStop } from '@/lib/letters/confirm-stop'
import { findLetterHash } from '@/lib/letters/draft-letter'
import { grantExtension } from '@/lib/letters/grant-extension'
import { LETTER_FORMS, type LetterKind } from '@/lib/letters/letter-kinds'
import { sealLetter } from '@/lib/letters/seal-letter'
import { signLetter } from '@/lib/letters/sign-letter'
import { anApplicant, anOfficer, aPaidDossier } from './stage'
import { act, CODE, done, sendCode } from './walk'

/** Accepted on Monday 23/11/2026: the appraisal is due on Friday 22/01/2027, 17:00. */
export const DUE = new Date('2027-01-22T10:00:00Z')
export const REASON = 'Cơ quan được lấy ý kiến về an toàn bức xạ chưa trả lời.'

/** Local time in Viet Nam. */
export const local = (written: string) => new Date(`${written}:00+07:00`)

/** A paid dossier, accepted and given to a case officer. */
export async function aDossierUnderWork(owner?: PersonActor): Promise<string> {
  const dossierId = await aPaidDossier(owner ?? (await anApplicant()))
  done(await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId)))
  const { postId } = (await anOfficer('caseOfficer')).capacity
  const head = await anOfficer('headOfDivision')
  done(await assignDossier({ ...(await act(head, dossierId)), postId }))
  return dossierId
}

/** Moves the due date of a test's dossier, as no act could. */
export async function dueOn(dossierId: string, at: Date): Promise<void> {
  const dossier = await findDossier(db, dossierId)
  const clocks = (dossier?.clocks ?? []).map((run, index, all) =>
    index === all.length - 1 ? { ...run, due: at.toISOString() } : run,
  )
  await inTransaction((tx) => changeDossier(tx, dossierId, { clocks, dueAt: at }))
}

export async function ask(dossierId: string, more: { at?: Date; toDay?: string } = {}) {
  const officer = await anOfficer('caseOfficer')
  const wish = { reason: REASON, toDay: '2027-01-29', at: local('2027-01-19T09:00'), ...more }
  return askExtension({ ...(await act(officer, dossierId)), ...wish })
}

type Granted = { at?: Date; nth?: number; contentHash?: string }

/** The leader signs the letter of a kind. */
export async function grant(dossierId: string, kind: LetterKind, more: Granted = {}) {
  const leader = await anOfficer('agencyLeader', { nth: more.nth ?? 0 })
  const found = await findLetterHash(dossierId, { kind, signer: leader.capacity })
  const contentHash = more.contentHash ?? found ?? 'a'.repeat(64)
  await sendCode(leader, LETTER_FORMS[kind].granted, approvalSubject(dossierId, contentHash))
  const signing = { ...(await act(leader, dossierId)), contentHash, code: CODE }
  const timed = { ...signing, at: more.at ?? local('2027-01-20T09:00') }
  return kind === 'stop-notice' ? confirmStop(timed) : grantExtension(timed)
}

/** The job behind the newest act of a kind. */
export async function jobOf(dossierId: string, type: string) {
  const event = (await findEvents(db, dossierId)).findLast((row) => row.type === type)
  return { dossierId, eventId: event?.id ?? '' }
}

export async function sign(dossierId: string, kind: LetterKind): Promise<void> {
  await signLetter(await jobOf(dossierId, LETTER_FORMS[kind].granted))
}

/** The clerk, or whoever, numbers and seals the letter of a kind. */
export async function authorise(dossierId: string, kind: LetterKind, by?: PersonActor) {
  const clerk = by ?? (await anOfficer('recordsClerk'))
  const document = await findDocument(db, dossierId, kind)
  const file = document && (await findDocumentFile(db, document.id, 'signed'))
  const fileHash = file?.sha256 ?? 'b'.repeat(64)
  await sendCode(clerk, 'authorise-letter', sealSubject(dossierId, fileHash))
  return authoriseLetter({ ...(await act(clerk, dossierId)), fileHash, code: CODE })
}

export async function seal(dossierId: string): Promise<void> {
  await sealLetter(await jobOf(dossierId, 'authorise-letter'))
}

/** A letter on its whole way from the leader's act to the sealed file. */
export async function issueLetter(dossierId: string, kind: LetterKind): Promise<void> {
  done(await grant(dossierId, kind))
  await sign(dossierId, kind)
  done(await authorise(dossierId, kind))
  await seal(dossierId)
}

export async function apply(dossierId: string, at = local('2027-01-20T14:00')) {
  return applyExtension({ ...(await act(await anOfficer('deskOfficer'), dossierId)), at })
}

export const stateOf = async (dossierId: string) => (await findDossier(db, dossierId))?.state
export const typesOf = async (dossierId: string) =>
  (await findEvents(db, dossierId)).map(({ type }) => type)
