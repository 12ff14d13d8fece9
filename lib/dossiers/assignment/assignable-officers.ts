import { db } from '@/db/client'
import { findPostsWithRole, type PostWithName } from '@/db/queries/agencies'
import { findLoads } from '@/db/queries/assignment'
import { findConflicted } from '@/db/queries/events'
import { OPEN_STATES } from '@/lib/workflow/flows/licence-states'

export type AssignableOfficer = {
  post: PostWithName
  /** Open dossiers on this desk now, as the queue counters have them. */
  load: number
  /** The one with the least to do. */
  suggested: boolean
}

type Asked = {
  dossierId: string
  agencyId: string
  /** Who has it now needs no second assignment. */
  assigneePostId: string | null
  at: Date
}

/**
 * Whom a dossier may be given to, the least loaded first. Who declared an interest in it is not there; who
 * has it already is.
 */
export async function assignableOfficers(asked: Asked): Promise<AssignableOfficer[]> {
  const { dossierId, agencyId, at } = asked
  const posts = await findPostsWithRole(db, { agencyId, role: 'caseOfficer', at })
  const conflicted = await findConflicted(db, dossierId)
  const loads = await findLoads(db, agencyId, OPEN_STATES)
  const officers = posts
    .filter(({ personId }) => !conflicted.includes(personId))
    .map((post) => ({ post, load: loads.get(post.id) ?? 0 }))
    .toSorted((a, b) => a.load - b.load)
  const suggested = officers.find(({ post }) => post.id !== asked.assigneePostId)
  return officers.map((officer) => ({ ...officer, suggested: officer === suggested }))
}
