import { db } from '@/db/client'
import { findAnswersVersions } from '@/db/queries/content-versions'
import { findEvents } from '@/db/queries/events'
import { getPerson } from '@/db/queries/identity'
import { findCaseFile } from '@/lib/casework/case-file'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result } from '@/lib/shared/result'
import { changedKeys } from '@/lib/supplements/changed-content'

/** One version of what was declared beside the one before it. */
export type ContentVersion = {
  version: number
  at: Date
  /** How it came: with a supplement, or of the applicant's own accord. */
  by: 'supply' | 'change-content'
  who: string
  changed: {
    key: string
    before: Answers[string] | undefined
    after: Answers[string] | undefined
  }[]
  /** Papers of which new files came. */
  papers: string[]
}

/** Every change of the content since it was filed, newest first, for whoever may read the papers. */
export async function listContentVersions(
  actor: Actor,
  dossierId: string,
): Promise<Result<{ procedure: Procedure; versions: ContentVersion[] }, { code: 'not-found' }>> {
  const found = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!found.ok) return found
  const { procedure } = found.value
  const events = await findEvents(db, dossierId)
  const rows = (await findAnswersVersions(db, dossierId)).map((row) => ({
    ...row,
    answers: openAnswers(procedure, row.answers),
  }))
  const versions: ContentVersion[] = []
  for (const [index, row] of rows.entries()) {
    const previous = rows[index - 1]
    const event = events.find(
      ({ type, details }) => isChange(type) && answersVersionOf(details) === row.version,
    )
    if (!previous || !event || !isChange(event.type)) continue
    const person = event.actorPersonId ? await getPerson(db, event.actorPersonId) : undefined
    versions.unshift({
      version: row.version,
      at: event.at,
      by: event.type,
      who: person?.fullName ?? '',
      changed: changedKeys(previous.answers, row.answers).map((key) => ({
        key,
        before: previous.answers[key],
        after: row.answers[key],
      })),
      papers: papersOf(event.details),
    })
  }
  return accept({ procedure, versions })
}

function isChange(type: string): type is ContentVersion['by'] {
  return type === 'supply' || type === 'change-content'
}

function answersVersionOf(details: unknown): unknown {
  return typeof details === 'object' && details !== null && 'answersVersion' in details
    ? details.answersVersion
    : undefined
}

function papersOf(details: unknown): string[] {
  if (typeof details !== 'object' || details === null || !('changed' in details)) return []
  const changed: unknown[] = Array.isArray(details.changed) ? details.changed : []
  return changed.flatMap((key) =>
    typeof key === 'string' && key.startsWith('paper:') ? [key.slice('paper:'.length)] : [],
  )
}
