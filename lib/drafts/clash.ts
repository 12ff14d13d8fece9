import type { PartHistory } from '@/lib/drafts/part-history'
import type { Actor } from '@/lib/identity/actor'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { type Content, type Standing, standingIn } from '@/lib/procedures/section-content'

/** One place where a writer's page and the draft say different things. */
export type Clash = {
  /** The field, or a part of it: `owner.phone`. */
  part: string
  /** The version from which the writer saw it. */
  since: number
  mine: Standing
  theirs: Standing
  /** The colleague who wrote it; null for the writer in another tab. */
  by: string | null
  at: Date | null
}

type Sides = { mine: Content; theirs: Content; history: PartHistory }

export function clashAt(
  part: string,
  { mine, theirs, history }: Sides,
  reader: { actor: Actor; isShared: boolean },
): Clash {
  const change = history.lastOf(part)
  const { actor, isShared } = reader
  const isColleague =
    isShared &&
    change !== undefined &&
    actor.kind === 'person' &&
    change.personId !== actor.personId
  return {
    part,
    since: history.sinceOf(part),
    mine: standingAt(mine, part),
    theirs: standingAt(theirs, part),
    // Only those who write for the same organisation see each other's drafts, and names.
    by: isColleague ? change.fullName : null,
    at: change?.changedAt ?? null,
  }
}

/** A field, or of a person or an organisation the one part, as an answer of the same shape. */
function standingAt(content: Content, part: string): Standing {
  const field = fieldOfPath(part)
  const standing = standingIn(content, field)
  if (part === field) return standing
  const name = part.slice(field.length + 1)
  const kept = Object.entries(standing.answer ?? {}).filter(([key]) => key === name)
  return { answer: kept.length > 0 ? Object.fromEntries(kept) : undefined }
}
