import { inTransaction, type Transaction } from '@/db/client'
import {
  type AnswersVersion,
  dropPaper,
  filePaperVersion,
  findPaperVersions,
  getNewestAnswers,
  type PaperVersion,
} from '@/db/queries/content-versions'
import { insertDossierAnswers } from '@/db/queries/dossiers'
import { changeDraft, type DraftRow, findOwnDraftForUpdate } from '@/db/queries/drafts'
import { type AttachedPaper, findDraftPapers, supersedePaper } from '@/db/queries/files'
import { markReuse } from '@/db/queries/reuse'
import type { Doubt } from '@/db/schema/dossiers'
import { type CaseFile, findCaseFile } from '@/lib/casework/case-file'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { type DoubtsRefusal, doubtsRead } from '@/lib/casework/read-doubts'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { openAnswers, sealAnswers } from '@/lib/casework/sealed-answers'
import { openWritten, type Written } from '@/lib/drafts/draft-content'
import { differencesIn, type LookedUp, lookUpForFiling } from '@/lib/drafts/look-up-draft'
import { missingInDraft } from '@/lib/drafts/missing-in-draft'
import type { Actor, PersonActor } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import type { Answers } from '@/lib/procedures/answers'
import { assessFees } from '@/lib/procedures/fees'
import type { Missing } from '@/lib/procedures/find-missing'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { relevantAnswers } from '@/lib/procedures/visible'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { changedKeys, changedSlots } from '@/lib/supplements/changed-content'
import { contentColumns } from '@/lib/supplements/content-columns'
import { followContact } from '@/lib/supplements/follow-contact'

export type ChangeRefusal =
  | EventRefusal
  | { code: 'incomplete'; missing: Missing[] }
  | DoubtsRefusal
  | {
      code: 'nothing-changed' | 'content-moved-on' | 'agency-would-change' | 'fee-would-change'
    }
export type ContentChange = {
  draftId: string
  /** The mark of what does not fit the rules, which they have read and send all the same. */
  insists?: string
  at: Date
}

/**
 * The applicant's change becomes the dossier's next version: code, agency, fee and dates stay, and whoever
 * works on it sees every change (Decree 118/2025 Art. 21.2). What would move one of them is refused: that
 * is another dossier.
 */
export async function changeContent(
  actor: PersonActor,
  sent: ContentChange,
): Promise<Result<{ dossierId: string }, ChangeRefusal>> {
  const { draftId, at } = sent
  const lookedUp = await lookUpForFiling(actor, sent)
  return rollBackOnRefusal<{ dossierId: string }, ChangeRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const owner = draftOwner(actor, 'write-drafts')
      const draft = owner && (await findOwnDraftForUpdate(tx, owner, draftId))
      const dossierId = draft?.changesDossierId
      if (!draft || !dossierId) return refuse({ code: 'not-found' })
      // A second press, a reload: it was sent.
      if (draft.submittedDossierId) return accept({ dossierId })
      const wanted = { dossierId, right: 'change-content' } as const
      const file = orRollBack(await findCaseFile(tx, actor, wanted))
      const change = await readChange(tx, { draft, file, at })
      orRollBack(checkChange(change, { personId: owner.personId, at }))
      const insisted = orRollBack(doubtsIn(change, sent, lookedUp))
      orRollBack(await perform(tx, actor, { change, at }))
      await keep(tx, { ...change, insisted }, at)
      return accept({ dossierId })
    }),
  )
}

type Change = {
  draft: DraftRow
  file: CaseFile
  newest: AnswersVersion
  before: Answers
  after: Answers
  written: Written
  papers: AttachedPaper[]
  filed: PaperVersion[]
  slots: string[]
  keys: string[]
}

async function readChange(
  tx: Transaction,
  { draft, file, at }: Pick<Change, 'draft' | 'file'> & { at: Date },
): Promise<Change> {
  const { dossier, procedure } = file
  const newest = await getNewestAnswers(tx, dossier.id)
  const before = openAnswers(procedure, newest.answers)
  const written = openWritten(procedure, draft)
  const after = relevantAnswers(procedure, written.answers, rulesAt(procedure, at).facts)
  const papers = await findDraftPapers(tx, draft.id)
  const versions = await findPaperVersions(tx, dossier.id)
  const filed = versions.filter(({ supersededAt }) => supersededAt === null)
  const slots = changedSlots(filed, papers)
  const keys = [...changedKeys(before, after), ...slots.map((slot) => `paper:${slot}`)]
  return { draft, file, newest, before, after, written, papers, filed, slots, keys }
}

function checkChange(
  change: Change,
  { personId, at }: { personId: string; at: Date },
): Result<null, ChangeRefusal> {
  const { draft, file, newest, after, written, papers, keys } = change
  const { dossier, procedure } = file
  if (newest.createdAt > draft.createdAt) return refuse({ code: 'content-moved-on' })
  if (keys.length === 0) return refuse({ code: 'nothing-changed' })
  const rules = rulesAt(procedure, at)
  const attached = papers
    .filter(({ files }) => files.some(({ state }) => state !== 'rejected'))
    .map(({ slotKey }) => slotKey)
  const missing = missingInDraft(rules, { ...written, answers: after }, { personId, attached })
  if (missing.length > 0) return refuse({ code: 'incomplete', missing })
  const agency = solvingAgency(procedure, after)
  if (!agency.ok || agency.value.agencyKey !== dossier.homeAgencyId)
    return refuse({ code: 'agency-would-change' })
  const fee = assessFees(procedure, after, rulesAt(procedure, dossier.submittedAt).facts)
  return fee.total === dossier.feeVnd ? accept(null) : refuse({ code: 'fee-would-change' })
}

/** As at the first filing: they warn and never refuse, but are not sent unread. */
function doubtsIn(
  { file, after }: Change,
  { insists, at }: ContentChange,
  lookedUp: LookedUp,
): Result<Doubt[], DoubtsRefusal> {
  const rules = rulesAt(file.procedure, at)
  const differences = differencesIn({ rules, answers: after }, lookedUp)
  return doubtsRead({ findings: runPreChecks(rules, after), differences }, insists)
}

function perform(
  tx: Transaction,
  actor: Actor,
  { change, at }: { change: Change; at: Date },
): Promise<Result<RecordedEvent, EventRefusal>> {
  const { file, newest, after, papers, slots, keys } = change
  const { dossier, procedure } = file
  const brought = papers.filter(({ slotKey }) => slots.includes(slotKey))
  return performEvent(tx, {
    dossierId: dossier.id,
    event: 'change-content',
    actor,
    at,
    details: {
      answersVersion: newest.version + 1,
      answersHash: saltedHash(dossier.salt, after),
      changed: keys,
      files: brought.flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
    },
    changes: contentColumns(procedure, after),
    jobs: () =>
      brought.map(({ paperId }) => ({
        kind: 'bind-photos' as const,
        payload: { paperId },
        key: `bind-photos:${paperId}`,
      })),
  })
}

type ReadChange = Change & { insisted: Doubt[] }

async function keep(tx: Transaction, change: ReadChange, at: Date): Promise<void> {
  const { draft, file, newest, after, insisted, papers, filed, slots } = change
  const dossierId = file.dossier.id
  const version = newest.version + 1
  const answers = sealAnswers(file.procedure, after)
  await insertDossierAnswers(tx, { dossierId, version, answers, insisted, createdAt: at })
  await followContact(tx, dossierId, after)
  for (const old of filed.filter(({ slotKey }) => slots.includes(slotKey)))
    await supersedePaper(tx, old.paperId, at)
  for (const { paperId, slotKey } of papers) {
    const known = filed.filter((one) => one.slotKey === slotKey).map((one) => one.version)
    const next = Math.max(0, ...known) + 1
    if (slots.includes(slotKey))
      await filePaperVersion(tx, paperId, { dossierId, version: next, createdAt: at })
    else await dropPaper(tx, paperId)
  }
  await markReuse(tx, dossierId)
  await changeDraft(tx, draft.id, { submittedDossierId: dossierId, updatedAt: at })
}
