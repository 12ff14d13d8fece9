import { db } from '@/db/client'
import { findCounters } from '@/db/queries/counters'
import { countGroup, findQueuePage, type QueueGroup, type QueueRow } from '@/db/queries/work-queue'
import type { OfficerCapacity, PersonActor } from '@/lib/identity/actor'
import { eyesOf } from '@/lib/identity/lent-powers'
import { LICENCE_STATES, type LicenceState, OPEN_STATES } from '@/lib/workflow/flows/licence-states'
import type { OfficerRole } from '@/lib/workflow/roles'

export type QueueKey =
  | 'intake'
  | 'offered'
  | 'pass-on'
  | 'passed-on'
  | 'release'
  | 'assign'
  | 'mine'
  | 'review'
  | 'approval'
  | 'seal'
  | 'waiting'
  | 'all'
  | 'done'
export type Queue = {
  key: QueueKey
  states: readonly LicenceState[]
  roles: readonly OfficerRole[]
  /** Only what is assigned to the officer's own post. */
  mine?: true
  /** Only what lies on nobody's desk. */
  unassigned?: true
  /** What is another agency's, which no counter holds: offered to this one, or filed here for it. */
  group?: QueueGroup
  newestFirst?: true
}

const CASE_ROLES = [
  'deskOfficer',
  'caseOfficer',
  'headOfDivision',
  'agencyLeader',
  'recordsClerk',
] as const

/** The queues of the office: which states each shows, and to whom. */
export const QUEUES: readonly Queue[] = [
  { key: 'intake', states: ['submitted'], roles: ['deskOfficer'] },
  { key: 'offered', states: ['submitted', 'accepted'], roles: ['deskOfficer'], group: 'offered' },
  { key: 'pass-on', states: ['submitted'], roles: ['deskOfficer'], group: 'held' },
  { key: 'release', states: ['supplement-release', 'refusing'], roles: ['deskOfficer'] },
  { key: 'mine', states: ['appraisal', 'correcting'], roles: ['caseOfficer'], mine: true },
  {
    key: 'assign',
    states: ['accepted', 'appraisal', 'correcting'],
    roles: ['agencyLeader', 'headOfDivision', 'caseOfficer'],
    unassigned: true,
  },
  { key: 'review', states: ['review'], roles: ['headOfDivision'] },
  { key: 'approval', states: ['approval', 'stop-requested'], roles: ['agencyLeader'] },
  { key: 'seal', states: ['awaiting-seal', 'signing', 'sealing'], roles: ['recordsClerk'] },
  {
    key: 'waiting',
    states: ['supplement-at-intake', 'supplement', 'site-correction', 'awaiting-obligation'],
    roles: CASE_ROLES,
  },
  {
    key: 'all',
    states: OPEN_STATES.filter((state) => state !== 'awaiting-payment'),
    roles: CASE_ROLES,
  },
  {
    key: 'passed-on',
    states: LICENCE_STATES.filter((state) => state !== 'awaiting-payment'),
    roles: ['deskOfficer'],
    group: 'passed',
    newestFirst: true,
  },
  {
    key: 'done',
    states: ['issued', 'refused', 'delivered', 'refused-at-intake', 'withdrawn', 'stopped'],
    roles: CASE_ROLES,
    newestFirst: true,
  },
]

export type QueueCount = { key: QueueKey; open: number }
export type QueuePage = { queue: Queue; rows: QueueRow[]; next: string | null }

const PAGE_SIZE = 50

/** Somebody at work in an agency. */
type Officer = PersonActor & { capacity: OfficerCapacity }

/** The queues an officer sees, with the counters that performEvent keeps. */
export async function countQueues(officer: OfficerCapacity): Promise<QueueCount[]> {
  const counters = await findCounters(db, officer.agencyId)
  const { agencyId } = officer
  return Promise.all(
    queuesOf(officer).map(async ({ key, group, states, ...queue }) => {
      if (group) return { key, open: await countGroup(db, group, { agencyId, states }) }
      const rows = counters.filter((row) => states.some((state) => state === row.state))
      const open = sum(rows, (post) => post === (queue.mine ? officer.postId : ''))
      // The agency's own row counts all, assigned or not.
      const assigned = queue.unassigned ? sum(rows, (post) => post !== '') : 0
      return { key, open: open - assigned }
    }),
  )
}

function sum(
  rows: readonly { assigneePostId: string; open: number }[],
  of: (post: string) => boolean,
): number {
  return rows.reduce((total, row) => (of(row.assigneePostId) ? total + row.open : total), 0)
}

/** One page of a queue by keyset; undefined when the officer has no such queue. */
export async function listQueue(
  actor: Officer,
  wanted: { key: string; after?: string | undefined },
): Promise<QueuePage | undefined> {
  const officer = actor.capacity
  const queue = queuesOf(officer).find((candidate) => candidate.key === wanted.key)
  if (!queue) return undefined
  const rows = await findQueuePage(db, {
    agencyId: officer.agencyId,
    group: queue.group ?? 'own',
    states: queue.states,
    desk: deskOf(queue, officer),
    hiddenFrom: eyesOf(actor),
    procedures: officer.delegation?.procedures ?? [],
    newestFirst: queue.newestFirst ?? false,
    after: wanted.after ?? null,
    limit: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  return { queue, rows: page, next: rows.length > PAGE_SIZE ? (page.at(-1)?.cursor ?? null) : null }
}

/** The first queue with work in it, or the first one at all: where an officer lands. */
export function landingQueue(counts: readonly QueueCount[]): QueueKey | undefined {
  const working = counts.filter(({ key }) => !['all', 'passed-on', 'done'].includes(key))
  return (working.find(({ open }) => open > 0) ?? working[0] ?? counts[0])?.key
}

function deskOf(queue: Queue, { postId }: OfficerCapacity) {
  if (queue.mine) return { postId }
  return queue.unassigned ? 'nobody' : 'any'
}

function queuesOf(officer: OfficerCapacity): Queue[] {
  return QUEUES.filter((queue) => queue.roles.some((role) => officer.roles.includes(role)))
}
