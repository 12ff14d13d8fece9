import { db, inTransaction, type Transaction } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import type { FileRow } from '@/db/queries/files'
import { changeOpinionRequest, findOpinionForUpdate } from '@/db/queries/opinion-requests'
import { findTurnFiles } from '@/db/queries/turn-files'
import { performEvent } from '@/lib/casework/perform-event'
import {
  type FoundOpinion,
  findBehindLink,
  type Gone,
  isOpen,
} from '@/lib/dossiers/opinions/opinion-door'
import { opinionSessionHolds } from '@/lib/dossiers/opinions/opinion-link'
import type { OpinionStanding } from '@/lib/dossiers/opinions/opinion-standing'
import { saltedHash } from '@/lib/ledger/chain'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type OpinionPaper = Pick<
  FileRow,
  'id' | 'name' | 'size' | 'state' | 'mediaType' | 'storageKey'
>
export type OpenedOpinion = {
  agency: { vi: string; en: string }
  unitName: string
  question: string
  answerKind: 'yes-no' | 'text'
  dueAt: Date
  standing: OpinionStanding
  papers: OpinionPaper[]
}
export type Visitor = { token: string; session: string; at: Date; address: string }
type OpenRefusal = Gone | { code: 'opinion-signed-out' }

/** The question and the papers chosen for it, and nothing else of the dossier. */
export async function openOpinion(visitor: Visitor): Promise<Result<OpenedOpinion, OpenRefusal>> {
  const found = await enter(visitor)
  if (!found.ok) return found
  const { request, dossier, standing } = found.value
  const agency = await getAgency(db, dossier.solvingAgencyId)
  const { unitName, question, answerKind, dueAt } = request
  const open = isOpen(found.value)
  return accept({
    agency: { vi: agency.nameVi, en: agency.nameEn },
    unitName,
    question,
    answerKind,
    dueAt,
    standing,
    papers: open ? await findTurnFiles(db, { owner: 'opinion', ownerId: request.id }) : [],
  })
}

export type OpinionAnswer = { agrees: boolean | null; text: string; name: string; title: string }
type RecordRefusal = { code: 'opinion-answered' | 'opinion-void' | 'invalid-input' }
export type AnswerRefusal = OpenRefusal | RecordRefusal

/** Takes the answer, once; late ones too, marked so. */
export async function answerOpinion(
  visitor: Visitor,
  answer: OpinionAnswer,
): Promise<Result<undefined, AnswerRefusal>> {
  const found = await enter(visitor)
  if (!found.ok) return found
  return inTransaction((tx) => record(tx, found.value, { answer, at: visitor.at }))
}

async function record(
  tx: Transaction,
  { request: { id }, dossier }: FoundOpinion,
  { answer, at }: { answer: OpinionAnswer; at: Date },
): Promise<Result<undefined, RecordRefusal>> {
  const request = await findOpinionForUpdate(tx, id)
  if (request?.state === 'answered') return refuse({ code: 'opinion-answered' })
  if (request?.state !== 'asked') return refuse({ code: 'opinion-void' })
  const text = answer.text.normalize('NFC').trim()
  const agrees = request.answerKind === 'yes-no' ? answer.agrees : null
  if (request.answerKind === 'yes-no' && agrees === null) return refuse({ code: 'invalid-input' })
  const event = await performEvent(tx, {
    dossierId: dossier.id,
    event: 'record-opinion',
    actor: { kind: 'system', job: 'opinion-link' },
    at,
    details: {
      requestId: id,
      late: at > request.dueAt,
      agrees,
      answerHash: saltedHash(dossier.salt, text),
    },
  })
  if (!event.ok) return refuse({ code: 'opinion-void' })
  await changeOpinionRequest(tx, id, {
    state: 'answered',
    answer: text,
    agrees,
    answeredBy: `${answer.name}, ${answer.title}`,
    answeredAt: at,
  })
  return accept(undefined)
}

async function enter(visitor: Visitor): Promise<Result<FoundOpinion, OpenRefusal>> {
  const found = await findBehindLink(visitor.token, visitor)
  if (!found.ok) return found
  return opinionSessionHolds(visitor.session, found.value.request.id, new Date())
    ? found
    : refuse({ code: 'opinion-signed-out' })
}
