import { inTransaction, type Transaction } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import type { DossierRow } from '@/db/queries/dossiers'
import { promiseJobs } from '@/db/queries/jobs'
import { insertLetter } from '@/db/queries/notifications'
import { insertOpinionRequest } from '@/db/queries/opinion-requests'
import { addTurnFile } from '@/db/queries/turn-files'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { clockTime, type Day, dayOf, momentOf } from '@/lib/deadlines/day'
import { postOf } from '@/lib/dossiers/act-with-words'
import { findCase } from '@/lib/dossiers/inspections/open-case'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { newOpinionToken, opinionTokenHash } from '@/lib/dossiers/opinions/opinion-link'
import { saltedHash } from '@/lib/ledger/chain'
import type { Procedure } from '@/lib/procedures/procedure'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type OpinionAsked = OfficeAct & {
  unitName: string
  email: string
  question: string
  answerKind: 'yes-no' | 'text'
  dueDay: Day
  /** The papers of the dossier that the unit may see; all others stay closed to it. */
  fileIds: string[]
}
export type AskRefusal = EventRefusal | { code: 'opinion-due-past' | 'opinion-papers-unknown' }

type Deps = { newToken?: () => string }

/**
 * Asks another unit or agency for an opinion, with content, deadline and way of answering (Decree
 * 118/2025 Art. 19.4). Several may be asked at once; the state stays. The link goes to the unit's own
 * mailbox, and only its hash is kept.
 */
export function askOpinion(
  act: OpinionAsked,
  { newToken = newOpinionToken }: Deps = {},
): Promise<Result<RecordedEvent, AskRefusal>> {
  return rollBackOnRefusal<RecordedEvent, AskRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const open = await findCase(tx, act.dossierId)
      if (!open) return refuse({ code: 'not-found' as const })
      const { dossier, procedure } = open
      const silenceClause = silenceClauseOf(procedure)
      const id = newId()
      const question = act.question.normalize('NFC').trim()
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'ask-opinion',
          details: {
            requestId: id,
            dueOn: act.dueDay,
            questionHash: saltedHash(dossier.salt, question),
          },
        }),
      )
      if (act.dueDay <= dayOf(act.at)) orRollBack(refuse({ code: 'opinion-due-past' as const }))
      const token = newToken()
      await insertOpinionRequest(tx, { ...requestRow(act, token), id, question, silenceClause })
      orRollBack(await lendPapers(tx, act, id))
      await promiseLetter(tx, { act, dossier, id, token })
      return accept(event)
    }),
  )
}

/** A sector clause beats the decree only where its confidence is at least secondary. */
export function silenceClauseOf({
  silenceIsConsent,
  clauses,
}: Pick<Procedure, 'silenceIsConsent' | 'clauses'>): string | null {
  const clause = clauses.find(({ key }) => key === silenceIsConsent)
  const sure = clause && /^(verified|secondary)/.test(clause.confidence)
  return sure ? `${clause.article}, ${clause.law}` : null
}

function requestRow(act: OpinionAsked, token: string) {
  const { dossierId, unitName, email, answerKind, dueDay, at } = act
  return {
    dossierId,
    unitName,
    email,
    answerKind,
    dueAt: momentOf(dueDay, clockTime('17:00')),
    tokenHash: opinionTokenHash(token),
    state: 'asked' as const,
    askedBy: postOf(act),
    askedAt: at,
  }
}

async function lendPapers(
  tx: Transaction,
  { dossierId, fileIds, at }: OpinionAsked,
  requestId: string,
): Promise<Result<undefined, { code: 'opinion-papers-unknown' }>> {
  const filed = (await findFiledPapers(tx, dossierId)).flatMap(({ files }) => files)
  const known = new Set(filed.map(({ fileId }) => fileId))
  if (fileIds.some((fileId) => !known.has(fileId)))
    return refuse({ code: 'opinion-papers-unknown' })
  for (const fileId of fileIds)
    await addTurnFile(tx, { owner: 'opinion', ownerId: requestId, dossierId, fileId, addedAt: at })
  return accept(undefined)
}

type Letter = { act: OpinionAsked; dossier: DossierRow; id: string; token: string }

async function promiseLetter(tx: Transaction, { act, dossier, id, token }: Letter): Promise<void> {
  const agency = await getAgency(tx, dossier.solvingAgencyId)
  await insertLetter(tx, {
    id,
    kind: 'opinion-request',
    addressSealed: seal(act.email),
    locale: 'vi',
    params: {
      agency: agency.nameVi,
      unit: act.unitName,
      due: act.dueDay,
      sealedToken: seal(token),
    },
    messageId: `opinion-request-${id}`,
    createdAt: new Date(),
  })
  const key = `send-mail:${id}`
  await promiseJobs(tx, [{ kind: 'send-mail', payload: { messageId: id }, key }])
}
