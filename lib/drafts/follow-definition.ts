import { db, inTransaction, type Transaction } from '@/db/client'
import { type DefinitionRow, findDefinition } from '@/db/queries/definitions'
import { changeDraft, type DraftRow, findOwnDraftForUpdate } from '@/db/queries/drafts'
import { findDraftPapers } from '@/db/queries/files'
import { getProcedureBody, procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { dayOf } from '@/lib/deadlines/day'
import { carryOver } from '@/lib/drafts/carry-over'
import { openWritten, sealWritten } from '@/lib/drafts/draft-content'
import { recordChanges } from '@/lib/drafts/part-history'
import { type DraftView, viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import type { WorkspaceRight } from '@/lib/identity/member-rows'
import { type DefinitionNews, definitionNews } from '@/lib/procedures/definition-news'
import { fieldsOf } from '@/lib/procedures/read-answers'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type OpenedDraft = DraftView & {
  /** What changed since the version it was begun under, until its owner has read it. */
  news: DefinitionNews | null
}
type Opening = { draftId: string; at: Date }
type NotFound = { code: 'not-found' }

/**
 * Opens a draft under the version of the procedure in force on the day of the law's clock: it can be sent
 * under that one only. A draft that changes a dossier stays on the dossier's version.
 */
export async function openDraft(
  actor: PersonActor,
  { draftId, at }: Opening,
): Promise<Result<OpenedDraft, NotFound>> {
  const found = await viewDraft(actor, draftId)
  if (!found.ok) return found
  const version = await versionToFollow(db, found.value.draft, at)
  if (version) await followDefinition(actor, { draftId, at })
  const view = version ? await viewDraft(actor, draftId) : found
  if (!view.ok) return view
  const { draft, procedure } = view.value
  const from = draft.movedFromVersionId
  const news = from ? definitionNews(await procedureOfVersion(db, from), procedure) : null
  return accept({ ...view.value, news })
}

/** Its owner has read what changed; the marks at the questions go. */
export function noteNewsRead(
  actor: PersonActor,
  { draftId }: Pick<Opening, 'draftId'>,
): Promise<Result<{ draftId: string }, NotFound>> {
  return changeOpenDraft(actor, { draftId, right: 'write-drafts' }, async (tx, { id }) => {
    await changeDraft(tx, id, { movedFromVersionId: null })
  })
}

/** Lets go of what the newer form has no place for. */
export function dropLeft(
  actor: PersonActor,
  { draftId }: Pick<Opening, 'draftId'>,
): Promise<Result<{ draftId: string }, NotFound>> {
  return changeOpenDraft(actor, { draftId, right: 'write-drafts' }, async (tx, draft) => {
    const procedure = await procedureOfVersion(tx, draft.procedureVersionId)
    const written = { ...openWritten(procedure, draft), left: [] }
    await changeDraft(tx, draft.id, sealWritten(procedure, written))
  })
}

async function followDefinition(actor: PersonActor, { draftId, at }: Opening): Promise<void> {
  // It is the rules that change it, not whoever opens it: to see it is enough.
  await changeOpenDraft(actor, { draftId, right: 'view-drafts' }, async (tx, draft) => {
    const version = await versionToFollow(tx, draft, at)
    if (version) await moveTo(tx, draft, { actor, version, at })
  })
}

/** The version in force, when it is another one than the draft's. */
async function versionToFollow(
  on: Parameters<typeof findDefinition>[0],
  draft: DraftRow,
  at: Date,
): Promise<DefinitionRow | undefined> {
  if (draft.submittedDossierId || draft.changesDossierId) return undefined
  const wanted = { kind: 'procedure', key: draft.procedureKey, day: dayOf(at) } as const
  const version = await findDefinition(on, wanted)
  return version?.id === draft.procedureVersionId ? undefined : version
}

type Move = { actor: PersonActor; version: DefinitionRow; at: Date }

async function moveTo(tx: Transaction, draft: DraftRow, { actor, version, at }: Move) {
  const before = await procedureOfVersion(tx, draft.procedureVersionId)
  const now = getProcedureBody(version)
  const written = openWritten(before, draft)
  const papers = await findDraftPapers(tx, draft.id)
  const after = carryOver(written, { before, rules: rulesAt(now, at), papers })
  // News of two moves add up; a draft that comes back to where it was has none.
  const from = draft.movedFromVersionId ?? draft.procedureVersionId
  const number = await changeDraft(tx, draft.id, {
    ...sealWritten(now, after),
    procedureVersionId: version.id,
    movedFromVersionId: from === version.id ? null : from,
  })
  const step = { draftId: draft.id, version: number, personId: actor.personId, at }
  const fields = new Map([...fieldsOf(before), ...fieldsOf(now)].map((field) => [field.key, field]))
  await recordChanges(tx, [...fields.values()], { before: written, after, step })
}

function changeOpenDraft(
  actor: PersonActor,
  { draftId, right }: { draftId: string; right: WorkspaceRight },
  change: (tx: Transaction, draft: DraftRow) => Promise<void>,
): Promise<Result<{ draftId: string }, NotFound>> {
  return inTransaction(async (tx): Promise<Result<{ draftId: string }, NotFound>> => {
    const owner = draftOwner(actor, right)
    const draft = owner && (await findOwnDraftForUpdate(tx, owner, draftId))
    if (!draft || draft.submittedDossierId) return refuse({ code: 'not-found' })
    await change(tx, draft)
    return accept({ draftId })
  })
}
