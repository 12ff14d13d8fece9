import type { Transaction } from '@/db/client'
import {
  type DraftChange,
  deleteDraftChanges,
  findDraftChanges,
  insertDraftChanges,
} from '@/db/queries/draft-changes'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { type MarkText, marksOf } from '@/lib/procedures/content-parts'
import { type Content, standingIn } from '@/lib/procedures/section-content'
import type { Field } from '@/lib/procedures/shape/field'
import { keyedHash } from '@/lib/server/keyed-hash'

/**
 * How many versions back the history reaches: hours of typing without a pause. For a page that is older
 * than that, everything that differs is a conflict.
 */
const REACHES_BACK = 20_000
const FORGOTTEN = '?'

/** Marks of one draft: keyed, and of no meaning in another. */
export function markFor(draftId: string): MarkText {
  return (text) => keyedHash('draft-part', `${draftId}\0${text}`).slice(0, 24)
}

/** From which version a writer started: that of the page, or an older one for what is undecided. */
export type Started = {
  version: number
  bases: Readonly<Record<string, number>>
  /** The writer's open page: what it saved itself, though it never heard so, is nobody else's change. */
  page?: string | undefined
}

/** What others changed since a writer started. */
export class PartHistory {
  readonly #changes: readonly DraftChange[]
  readonly #started: Started
  readonly #reachesTo: number

  constructor(changes: readonly DraftChange[], started: Started, current: number) {
    const { page } = started
    this.#changes = changes.filter((change) => page === undefined || change.page !== page)
    this.#started = started
    this.#reachesTo = current - REACHES_BACK
  }

  /** The mark of a part when the writer started; undefined when it has not changed since. */
  baseOf(part: string): string | undefined {
    const since = this.sinceOf(part)
    if (since < this.#reachesTo) return FORGOTTEN
    return this.#changes.find((change) => change.part === part && change.version > since)?.before
  }

  /** The version from which the writer saw this part. */
  sinceOf(part: string): number {
    const { version, bases } = this.#started
    const field = fieldOfPath(part.replace('#', '.'))
    if (part !== field) return bases[part] ?? bases[field] ?? version
    const own = Object.entries(bases).filter(([name]) => fieldOfPath(name) === field)
    return Math.min(version, ...own.map(([, since]) => since))
  }

  /** Who changed a part last, and when. */
  lastOf(part: string): DraftChange | undefined {
    const since = this.sinceOf(part)
    return this.#changes.findLast((change) => change.part === part && change.version > since)
  }
}

export async function readHistory(
  tx: Parameters<typeof findDraftChanges>[0],
  draft: { id: string; version: number },
  started: Started,
): Promise<PartHistory> {
  const oldest = Math.min(started.version, ...Object.values(started.bases))
  const isNewest = oldest >= draft.version
  const changes = isNewest ? [] : await findDraftChanges(tx, draft.id, oldest)
  return new PartHistory(changes, started, draft.version)
}

type Step = {
  draftId: string
  version: number
  personId: string
  page?: string | undefined
  at: Date
}

/** Remembers which parts a version changed. */
export async function recordChanges(
  tx: Transaction,
  fields: readonly Field[],
  { before, after, step }: { before: Content; after: Content; step: Step },
): Promise<void> {
  const { draftId, version, personId, page = null, at } = step
  const mark = markFor(draftId)
  const changed = fields.flatMap((field) => {
    const old = marksOf(field, standingIn(before, field.key), mark)
    const now = marksOf(field, standingIn(after, field.key), mark)
    const parts = [...new Set([...old.keys(), ...now.keys()])]
    return parts
      .filter((part) => old.get(part) !== now.get(part))
      .map((part) => ({ part, before: old.get(part) ?? '' }))
  })
  await insertDraftChanges(
    tx,
    changed.map((change) => ({ ...change, draftId, version, personId, page, changedAt: at })),
  )
  if (version % 1000 === 0) await deleteDraftChanges(tx, draftId, version - REACHES_BACK)
}
