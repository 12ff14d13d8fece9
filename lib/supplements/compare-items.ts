import { db } from '@/db/client'
import { findAnswersVersions, findPaperVersions } from '@/db/queries/content-versions'
import {
  findItemFiles,
  findSupplementItems,
  findSupplements,
  type SupplementItemRow,
  type SupplementRow,
} from '@/db/queries/supplements'
import { findCaseFile } from '@/lib/casework/case-file'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result } from '@/lib/shared/result'

export type ItemFile = { fileId: string; name: string; mediaType: string }
export type ComparedItem = {
  item: SupplementItemRow
  before: { value: AnswerValue | undefined; files: ItemFile[] }
  after: { value: AnswerValue | undefined; files: ItemFile[] }
}
export type ComparedRequest = { supplement: SupplementRow; items: ComparedItem[] }

/** Every request to supplement with old and new side by side, newest first; for whoever may read the papers. */
export async function compareRequests(
  actor: Actor,
  dossierId: string,
): Promise<Result<{ procedure: Procedure; requests: ComparedRequest[] }, { code: 'not-found' }>> {
  const found = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!found.ok) return found
  const { procedure } = found.value
  const versions = await findAnswersVersions(db, dossierId)
  const answersOf = (version: number | null) => {
    const row = versions.find((one) => one.version === version)
    return row ? openAnswers(procedure, row.answers) : {}
  }
  const requests: ComparedRequest[] = []
  for (const supplement of (await findSupplements(db, dossierId)).toReversed()) {
    const items = await findSupplementItems(db, supplement.id)
    const current = versions.at(-1)?.version ?? null
    const values = {
      before: answersOf(supplement.answersBefore ?? current),
      after: answersOf(supplement.answersAfter),
    }
    requests.push({ supplement, items: await compare(dossierId, items, values) })
  }
  return accept({ procedure, requests })
}

async function compare(
  dossierId: string,
  items: SupplementItemRow[],
  values: { before: Answers; after: Answers },
): Promise<ComparedItem[]> {
  const papers = await findPaperVersions(db, dossierId)
  const came = await findItemFiles(
    db,
    items.map(({ id }) => id),
  )
  return items.map((item) => {
    if (item.kind === 'field') {
      const [before, after] = [values.before[item.key], values.after[item.key]]
      return { item, before: { value: before, files: [] }, after: { value: after, files: [] } }
    }
    const own = papers.filter(({ slotKey }) => slotKey === item.key)
    const fresh = came.filter(({ itemId }) => itemId === item.id).map(({ fileId }) => fileId)
    // Photographs become one PDF afterwards: the version that holds what came, or a later one.
    const at = own.findIndex(({ files }) => files.some(({ fileId }) => fresh.includes(fileId)))
    const [old, now] = at < 0 ? [own.at(-1), undefined] : [own[at - 1], own.at(-1)]
    return {
      item,
      before: { value: undefined, files: old?.files ?? [] },
      after: { value: undefined, files: now?.files ?? [] },
    }
  })
}
