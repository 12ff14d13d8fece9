import { inTransaction, type Transaction } from '@/db/client'
import type { PostWithName } from '@/db/queries/agencies'
import { findDossier } from '@/db/queries/dossiers'
import {
  findPostsOfAgency,
  findVisit,
  type MemberRow,
  saveTeam,
  saveVisit,
} from '@/db/queries/inspections'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Outsider = { name: string; title: string }
export type InspectionPlan = OfficeAct & {
  plannedFor: Date
  place: string
  /** What is looked at, and who of the facility has to be there. */
  agenda: string
  /** Number and date of the decision on the team. */
  decisionNumber: string
  leadPostId: string
  secretaryPostId: string | null
  memberPostIds: string[]
  outsiders: Outsider[]
}
export type PlanRefusal =
  | EventRefusal
  | {
      code: 'visit-in-the-past' | 'visit-held-already' | 'team-without-lead' | 'team-not-of-agency'
    }

/**
 * Plans the inspection of the facility, or plans it anew; the facility is told time, place, people and
 * content (Decree 118/2025 Art. 19.4). The lead is an officer of the agency, since the lead signs.
 */
export function planInspection(act: InspectionPlan): Promise<Result<RecordedEvent, PlanRefusal>> {
  return rollBackOnRefusal<RecordedEvent, PlanRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' as const })
      const before = await findVisit(tx, act.dossierId)
      const id = before?.id ?? newId()
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'plan-inspection',
          details: { inspectionId: id, plannedFor: act.plannedFor.toISOString() },
        }),
      )
      if (act.plannedFor <= act.at) orRollBack(refuse({ code: 'visit-in-the-past' as const }))
      if (before?.state === 'held') orRollBack(refuse({ code: 'visit-held-already' as const }))
      const agencyId = dossier.solvingAgencyId
      const team = orRollBack(await teamOf(tx, act, { id, agencyId }))
      await saveVisit(tx, { ...visitRow(act, team), id })
      await saveTeam(tx, id, team)
      return accept(event)
    }),
  )
}

function visitRow(act: InspectionPlan, team: MemberRow[]) {
  const { plannedFor, place, agenda, decisionNumber, dossierId, at } = act
  return {
    dossierId,
    state: 'planned' as const,
    plannedFor,
    place,
    agenda,
    decisionNumber,
    plannedAt: at,
    team: team.map(({ name, title }) => `${name}, ${title}`).join('\n'),
    summary: '',
    recordedBy: postOf(act),
    recordedAt: at,
  }
}

type Team = Result<MemberRow[], { code: 'team-without-lead' | 'team-not-of-agency' }>

async function teamOf(
  tx: Transaction,
  act: InspectionPlan,
  { id, agencyId }: { id: string; agencyId: string },
): Promise<Team> {
  if (!act.leadPostId) return refuse({ code: 'team-without-lead' })
  const posts = new Map(
    (await findPostsOfAgency(tx, { agencyId, at: act.at })).map((post) => [post.id, post]),
  )
  const wanted = [
    { postId: act.leadPostId, part: 'lead' as const },
    ...act.memberPostIds.map((postId) => ({ postId, part: 'member' as const })),
    ...(act.secretaryPostId ? [{ postId: act.secretaryPostId, part: 'secretary' as const }] : []),
  ]
  if (wanted.some(({ postId }) => !posts.has(postId))) return refuse({ code: 'team-not-of-agency' })
  const once = wanted.filter(
    ({ postId }, index) => wanted.findIndex((other) => other.postId === postId) === index,
  )
  const officers = once.map(({ postId, part }) => ({ ...named(posts.get(postId)), postId, part }))
  const others = act.outsiders.map((one) => ({ ...one, postId: null, part: 'member' as const }))
  return accept(
    [...officers, ...others].map((row, index) => ({
      ...row,
      inspectionId: id,
      position: index + 1,
    })),
  )
}

function named(post: PostWithName | undefined) {
  return { name: post?.fullName ?? '', title: post ? `${post.position}, ${post.division}` : '' }
}
