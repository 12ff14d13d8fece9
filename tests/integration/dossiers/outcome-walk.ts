import { db } from '@/db/client'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findFile } from '@/db/queries/files'
import type { DocumentKind } from '@/db/schema/documents'
import { approvalSubject } from '@/lib/dossiers/approve-dossier'
import { confirmProposal } from '@/lib/dossiers/confirm-proposal'
import { approveRefusal, findRefusalDraft } from '@/lib/dossiers/outcomes/approve-refusal'
import { releaseRefusal } from '@/lib/dossiers/outcomes/release-refusal'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import { sealResult } from '@/lib/dossiers/seal-result'
import { signResult } from '@/lib/dossiers/sign-result'
import { readFileBytes } from '@/lib/files/store'
import type { PersonActor } from '@/lib/identity/actor'
import { anOfficer } from './stage'
import { aWalkInAppraisal } from './supplement-walk'
import { holdInspection } from './visit'
import { act, approve, authorise, CODE, done, everyCheckPassed, sendCode } from './walk'

export const WHY = {
  reasonKeys: ['premises', 'rp-not-eligible'],
  words: 'Phòng khám chung lối đi với nơi ở của gia đình.',
}
export const CASE_OPINION = 'Cơ sở chưa đáp ứng điều kiện, đề nghị không cấp.'

export type Cast = Record<'owner' | 'desk' | 'head' | 'officer' | 'leader' | 'clerk', PersonActor>
export type Story = { dossierId: string; cast: Cast }

/** A dossier that a case officer works on, with everybody who will have to do with it. */
export async function aStory(): Promise<Story> {
  const { dossierId, ...people } = await aWalkInAppraisal()
  const head = await anOfficer('headOfDivision')
  const leader = await anOfficer('agencyLeader')
  const clerk = await anOfficer('recordsClerk')
  return { dossierId, cast: { ...people, head, leader, clerk } }
}

/** The same with a proposal to refuse before the leader. */
export async function aProposedRefusal(): Promise<Story> {
  const story = await aStory()
  const { dossierId, cast } = story
  const proposal = { decision: 'refuse' as const, opinion: CASE_OPINION, ...WHY }
  done(await proposeDecision({ ...(await act(cast.officer, dossierId)), ...proposal }))
  done(await confirmProposal({ ...(await act(cast.head, dossierId)), comment: 'Đồng ý.' }))
  return story
}

/** The leader's act on a proposed refusal. */
export async function sayNo({ dossierId, cast }: Story, by: PersonActor = cast.leader) {
  const contentHash = (await findRefusalDraft(dossierId))?.contentHash ?? ''
  await sendCode(by, 'approve-refusal', approvalSubject(dossierId, contentHash))
  const words = { contentHash, code: CODE, comment: 'Đồng ý không cấp.' }
  return approveRefusal({ ...(await act(by, dossierId)), ...words })
}

/** A refusal that was approved and sent; the slip is not made yet. */
export async function aRefusal(): Promise<Story> {
  const story = await aProposedRefusal()
  done(await sayNo(story))
  done(await releaseRefusal(await act(story.cast.desk, story.dossierId)))
  return story
}

/** A licence signed, sealed and issued. */
export async function anIssuedLicence(): Promise<Story> {
  const story = await aStory()
  const { dossierId, cast } = story
  const checks = await everyCheckPassed(dossierId)
  done(await recordAppraisal({ ...(await act(cast.officer, dossierId)), checks }))
  await holdInspection({ officer: cast.officer, dossierId })
  const proposal = { decision: 'grant' as const, opinion: 'Đủ điều kiện, đề nghị cấp.' }
  done(await proposeDecision({ ...(await act(cast.officer, dossierId)), ...proposal }))
  await signAndSeal(story)
  return story
}

/** From a proposal to the issued document: head, leader, clerk and both jobs. */
export async function signAndSeal({ dossierId, cast }: Story): Promise<void> {
  done(await confirmProposal({ ...(await act(cast.head, dossierId)), comment: 'Đồng ý trình.' }))
  await approve(dossierId)
  await signResult({ dossierId, eventId: await lastEventId(dossierId) })
  await authorise(dossierId)
  await sealResult({ dossierId, eventId: await lastEventId(dossierId) })
}

export const stateOf = async (dossierId: string) => (await findDossier(db, dossierId))?.state
export const lastEventId = async (dossierId: string) =>
  (await findEvents(db, dossierId)).at(-1)?.id ?? ''

/** The issued file of a document. */
export async function issuedBytes(dossierId: string, kind: DocumentKind): Promise<Uint8Array> {
  const document = await findDocument(db, dossierId, kind)
  const issued = document && (await findDocumentFile(db, document.id, 'issued'))
  const file = issued && (await findFile(db, issued.fileId))
  if (!file) throw new Error(`${kind} is not issued`)
  return readFileBytes(file.storageKey)
}
