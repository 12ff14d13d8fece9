import { db, inTransaction, type Transaction } from '@/db/client'
import { findRepresentatives } from '@/db/queries/memberships'
import {
  findComments,
  findSectionTasks,
  insertComment,
  resolveCommentRow,
  type SectionComment,
} from '@/db/queries/section-tasks'
import { tellMembers } from '@/lib/casework/tell-members'
import type { DraftView } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { findPlace, type SectionRefusal } from '@/lib/workspace/sections'

export type { SectionComment }

export const COMMENT_LENGTH = 2000

export type CommentRefusal = SectionRefusal | { code: 'comment-empty' | 'comment-unknown' }
type Place = { draftId: string; sectionKey: string; at: Date }

/** Says something about a section to whoever works on it. It stays in the organisation and is never filed. */
export function addComment(
  actor: PersonActor,
  { text, at, ...place }: Place & { text: string },
): Promise<Result<{ commentId: string }, CommentRefusal>> {
  return inTransaction(async (tx): Promise<Result<{ commentId: string }, CommentRefusal>> => {
    const said = text.normalize('NFC').trim().slice(0, COMMENT_LENGTH)
    if (said === '') return refuse({ code: 'comment-empty' })
    const found = await findPlace(tx, actor, { ...place, right: 'view-drafts' })
    if (!found.ok) return found
    const { organisationId } = found.value
    const commentId = newId()
    const comment = { id: commentId, ...place, authorId: actor.personId, text: said, createdAt: at }
    await insertComment(tx, comment)
    const about = { ...place, organisationId, byPersonId: actor.personId, at }
    await tellMembers(tx, { ...about, to: await concerned(tx, about), kind: 'commented' })
    return accept({ commentId })
  })
}

type Said = Place & { organisationId: string; byPersonId: string }

/** Whoever has the section and gave it, and everybody who spoke there; else the representative. */
async function concerned(
  tx: Transaction,
  { draftId, sectionKey, organisationId, byPersonId, at }: Said,
): Promise<string[]> {
  const here = (one: { sectionKey: string }) => one.sectionKey === sectionKey
  const tasks = (await findSectionTasks(tx, draftId)).filter(here)
  const spoken = (await findComments(tx, draftId)).filter(here)
  const people = [
    ...tasks.flatMap(({ personId, givenBy }) => [personId, givenBy]),
    ...spoken.map(({ authorId }) => authorId),
  ].filter((personId) => personId !== byPersonId)
  if (people.length > 0) return people
  const representatives = await findRepresentatives(tx, organisationId, at)
  return representatives.map(({ personId }) => personId)
}

/** Marks what was said as settled; a second time changes nothing. */
export function resolveComment(
  actor: PersonActor,
  { commentId, at, ...place }: Place & { commentId: string },
): Promise<Result<undefined, CommentRefusal>> {
  return inTransaction(async (tx): Promise<Result<undefined, CommentRefusal>> => {
    const found = await findPlace(tx, actor, { ...place, right: 'view-drafts' })
    if (!found.ok) return found
    const comments = await findComments(tx, place.draftId)
    const known = comments.some(
      ({ id, sectionKey }) => id === commentId && sectionKey === place.sectionKey,
    )
    if (!known) return refuse({ code: 'comment-unknown' })
    await resolveCommentRow(tx, commentId, { by: actor.personId, at })
    return accept(undefined)
  })
}

/** What was said about the sections that are open to whoever looks, oldest first. */
export async function viewComments({ draft, given }: DraftView): Promise<SectionComment[]> {
  if (draft.organisationId === null) return []
  const comments = await findComments(db, draft.id)
  return comments.filter(({ sectionKey }) => given === null || given.includes(sectionKey))
}
