import { inTransaction, type Transaction } from '@/db/client'
import { filePaperVersion } from '@/db/queries/content-versions'
import { insertDossierAnswers } from '@/db/queries/dossiers'
import { type AttachedPaper, supersedePaper } from '@/db/queries/files'
import {
  changeSupplement,
  findSupplementForUpdate,
  insertTurnFiles,
} from '@/db/queries/supplements'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { sealAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import type { Missing } from '@/lib/procedures/find-missing'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { contentColumns } from '@/lib/supplements/content-columns'
import { followContact } from '@/lib/supplements/follow-contact'
import {
  broughtSlots,
  findOwnTurn,
  type OwnTurn,
  type TurnRefusal,
} from '@/lib/supplements/own-turn'
import { answersToFile, missingInTurn } from '@/lib/supplements/turn-form'

export type SupplyRefusal = TurnRefusal | EventRefusal | { code: 'incomplete'; missing: Missing[] }

/**
 * The applicant sends what was asked for: a new version of the answers, new versions of the papers, the
 * event and the clock in one transaction. Refuses 'incomplete' with all that is missing.
 */
export function supplySupplement(
  actor: Actor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<RecordedEvent, SupplyRefusal>> {
  return rollBackOnRefusal<RecordedEvent, SupplyRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      // A second press waits here and then finds nothing left to send.
      await findSupplementForUpdate(tx, dossierId, 'released')
      const own = orRollBack(await findOwnTurn(tx, actor, { dossierId, at }))
      const missing = missingOf(own)
      if (missing.length > 0) return refuse({ code: 'incomplete', missing })
      const event = orRollBack(await perform(tx, actor, { own, at }))
      await fileAnswers(tx, own, at)
      await filePapers(tx, own, at)
      await changeSupplement(tx, own.supplement.id, {
        state: 'supplied',
        suppliedAt: at,
        answersBefore: own.version,
        answersAfter: own.version + 1,
      })
      return accept(event)
    }),
  )
}

/** What still keeps an answer from being sent. */
export function missingOf(own: OwnTurn): Missing[] {
  const filed = own.filed.filter(({ files }) => files.length > 0).map(({ slotKey }) => slotKey)
  return missingInTurn(own.turn, broughtSlots(own), filed)
}

type Supplying = { own: OwnTurn; at: Date }

function perform(tx: Transaction, actor: Actor, { own, at }: Supplying) {
  const { dossier } = own.file
  const answers = answersToFile(own.turn)
  const bound = own.brought.map(({ paperId }) => paperId)
  return performEvent(tx, {
    dossierId: dossier.id,
    event: 'supply',
    actor,
    at,
    details: {
      supplementId: own.supplement.id,
      answersVersion: own.version + 1,
      answersHash: saltedHash(dossier.salt, answers),
      files: goodFiles(own.brought).map(({ sha256 }) => sha256),
    },
    changes: contentColumns(own.file.procedure, answers),
    jobs: () =>
      bound.map((paperId) => ({
        kind: 'bind-photos' as const,
        payload: { paperId },
        key: `bind-photos:${paperId}`,
      })),
  })
}

async function fileAnswers(tx: Transaction, { file, turn, version }: OwnTurn, at: Date) {
  const answers = answersToFile(turn)
  await insertDossierAnswers(tx, {
    dossierId: file.dossier.id,
    version: version + 1,
    answers: sealAnswers(file.procedure, answers),
    createdAt: at,
  })
  await followContact(tx, file.dossier.id, answers)
}

/** The new papers take the place of the old ones, which stay on record. */
async function filePapers(tx: Transaction, own: OwnTurn, at: Date): Promise<void> {
  const dossierId = own.file.dossier.id
  for (const paper of own.brought) {
    const { slotKey, paperId } = paper
    const before = own.filed.filter((one) => one.slotKey === slotKey)
    for (const old of before) await supersedePaper(tx, old.paperId, at)
    const version = Math.max(0, ...before.map((one) => one.version)) + 1
    await filePaperVersion(tx, paperId, { dossierId, version, createdAt: at })
    const item = own.items.find(({ kind, key }) => kind === 'paper' && key === slotKey)
    if (!item) continue
    const rows = goodFiles([paper]).map(({ id: fileId }) => ({
      ownerId: item.id,
      owner: 'supplement-item' as const,
      fileId,
      dossierId,
      addedAt: at,
    }))
    await insertTurnFiles(tx, rows)
  }
}

function goodFiles(papers: readonly AttachedPaper[]) {
  return papers.flatMap(({ files }) => files.filter(({ state }) => state !== 'rejected'))
}
