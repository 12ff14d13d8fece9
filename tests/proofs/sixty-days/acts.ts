import { db } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import { addDays, dayOf } from '@/lib/deadlines/day'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { approvalSubject, approveDossier } from '@/lib/dossiers/approve-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { authoriseSeal, findSigned, sealSubject } from '@/lib/dossiers/authorise-seal'
import { confirmProposal } from '@/lib/dossiers/confirm-proposal'
import { findDraftHash } from '@/lib/dossiers/find-draft'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import { refuseIntake } from '@/lib/dossiers/refuse-intake'
import type { PersonActor } from '@/lib/identity/actor'
import { applyExtension } from '@/lib/letters/apply-extension'
import { askExtension } from '@/lib/letters/ask-extension'
import { authoriseLetter } from '@/lib/letters/authorise-letter'
import { confirmStop } from '@/lib/letters/confirm-stop'
import { findLetterHash } from '@/lib/letters/draft-letter'
import { grantExtension } from '@/lib/letters/grant-extension'
import type { LetterKind } from '@/lib/letters/letter-kinds'
import { requestStop } from '@/lib/letters/request-stop'
import { withdrawDossier } from '@/lib/letters/withdraw-dossier'
import type { Result } from '@/lib/shared/result'
import { closeWithoutReply } from '@/lib/supplements/close-without-reply'
import { findOwnTurn } from '@/lib/supplements/own-turn'
import { releaseSupplement } from '@/lib/supplements/release-supplement'
import { askSupplement, requestSupplement } from '@/lib/supplements/request-supplement'
import { anOfficer } from '@/tests/integration/dossiers/stage'
import { ASK, answer, type Walk } from '@/tests/integration/dossiers/supplement-walk'
import { holdInspection } from '@/tests/integration/dossiers/visit'
import { CODE, sendCode } from '@/tests/integration/dossiers/walk'

export type Officer = Awaited<ReturnType<typeof anOfficer>>
export type Cast = Record<'desk' | 'head' | 'leader' | 'clerk' | 'officer', Officer>

/** What a case is to the people who act on it: its dossier, its owner, the moment of the act. */
export type Case = { dossierId: string; owner: PersonActor; cast: Cast; at: Date }
export type Act = (on: Case) => Promise<Result<unknown, { code: string }>>

export async function theCast(): Promise<Cast> {
  return {
    desk: await anOfficer('deskOfficer'),
    head: await anOfficer('headOfDivision'),
    leader: await anOfficer('agencyLeader'),
    clerk: await anOfficer('recordsClerk'),
    officer: await anOfficer('caseOfficer'),
  }
}

async function by(actor: PersonActor, { dossierId, at }: Case) {
  const dossier = await findDossier(db, dossierId)
  return { actor, dossierId, expectedVersion: dossier?.version ?? -1, at }
}

const walkOf = ({ dossierId, owner, cast }: Case): Walk => ({
  dossierId,
  owner,
  desk: cast.desk,
  officer: cast.officer,
})

async function signed({ dossierId }: Case, kind: LetterKind): Promise<string> {
  const document = await findDocument(db, dossierId, kind)
  const file = document && (await findDocumentFile(db, document.id, 'signed'))
  return file?.sha256 ?? 'a'.repeat(64)
}

async function grant(on: Case, kind: LetterKind) {
  const { leader } = on.cast
  const found = await findLetterHash(on.dossierId, { kind, signer: leader.capacity })
  const contentHash = found ?? 'a'.repeat(64)
  const purpose = kind === 'stop-notice' ? 'confirm-stop' : 'grant-extension'
  await sendCode(leader, purpose, approvalSubject(on.dossierId, contentHash))
  const act = { ...(await by(leader, on)), contentHash, code: CODE }
  return kind === 'stop-notice' ? confirmStop(act) : grantExtension(act)
}

/** Every act of the sixty days by the real use case, as the people of the cast do it. */
export const ACTS = {
  accept: async (on) => acceptDossier(await by(on.cast.desk, on)),
  refuse: async (on) =>
    refuseIntake({
      ...(await by(on.cast.desk, on)),
      reasonKeys: ['missing-paper'],
      words: 'Thiếu giấy phép hành nghề của người chịu trách nhiệm chuyên môn.',
    }),
  askAtIntake: async (on) => requestSupplement({ ...(await by(on.cast.desk, on)), ...ASK }),
  assign: async (on) =>
    assignDossier({ ...(await by(on.cast.head, on)), postId: on.cast.officer.capacity.postId }),
  askMore: async (on) => askSupplement({ ...(await by(on.cast.officer, on)), ...ASK }),
  sendRequest: async (on) => releaseSupplement(await by(on.cast.desk, on)),
  answer: async (on) => {
    const open = await findOwnTurn(db, on.owner, on)
    if (open.ok) await answer(walkOf(on), on.at)
    return open
  },
  close: async (on) => closeWithoutReply(await by(on.cast.desk, on)),
  withdraw: async (on) =>
    withdrawDossier({ ...(await by(on.owner, on)), reason: 'Chưa mở phòng khám nữa.' }),
  stop: async (on) =>
    requestStop({
      ...(await by(on.owner, on)),
      reason: 'Đổi địa điểm phòng khám.',
      channel: 'online',
    }),
  confirmStop: (on) => grant(on, 'stop-notice'),
  sealNotice: (on) => sealLetterOf(on, 'stop-notice'),
  appraise: async (on) => {
    const dossier = await findDossier(db, on.dossierId)
    const version = await getDefinition(db, dossier?.procedureVersionId ?? '')
    const checks = getProcedureBody(version).checklist.map(({ key }) => ({
      itemKey: key,
      verdict: 'pass' as const,
      note: '',
    }))
    return recordAppraisal({ ...(await by(on.cast.officer, on)), checks })
  },
  inspect: (on) =>
    holdInspection(
      { officer: on.cast.officer, dossierId: on.dossierId, at: on.at },
      { heldOn: dayOf(on.at) },
    ),
  propose: async (on) =>
    proposeDecision({
      ...(await by(on.cast.officer, on)),
      decision: 'grant',
      opinion: 'Đề nghị cấp giấy phép.',
    }),
  confirm: async (on) =>
    confirmProposal({ ...(await by(on.cast.head, on)), comment: 'Đồng ý trình.' }),
  approve: async (on) => {
    const { leader } = on.cast
    const contentHash = (await findDraftHash(on.dossierId, leader.capacity)) ?? ''
    await sendCode(leader, 'approve', approvalSubject(on.dossierId, contentHash))
    return approveDossier({ ...(await by(leader, on)), contentHash, code: CODE })
  },
  seal: async (on) => {
    const fileHash = (await findSigned(on.dossierId))?.hash ?? 'a'.repeat(64)
    await sendCode(on.cast.clerk, 'authorise-seal', sealSubject(on.dossierId, fileHash))
    return authoriseSeal({ ...(await by(on.cast.clerk, on)), fileHash, code: CODE })
  },
  askExtension: async (on) => {
    const dossier = await findDossier(db, on.dossierId)
    return askExtension({
      ...(await by(on.cast.officer, on)),
      reason: 'Cơ quan được lấy ý kiến chưa trả lời.',
      toDay: addDays(dayOf(dossier?.dueAt ?? on.at), 7),
    })
  },
  grantExtension: (on) => grant(on, 'extension-letter'),
  applyExtension: async (on) => applyExtension(await by(on.cast.desk, on)),
  sealLetter: (on) => sealLetterOf(on, 'extension-letter'),
} as const satisfies Record<string, Act>
export type ActName = keyof typeof ACTS

async function sealLetterOf(on: Case, kind: LetterKind) {
  const fileHash = await signed(on, kind)
  await sendCode(on.cast.clerk, 'authorise-letter', sealSubject(on.dossierId, fileHash))
  return authoriseLetter({ ...(await by(on.cast.clerk, on)), fileHash, code: CODE })
}
