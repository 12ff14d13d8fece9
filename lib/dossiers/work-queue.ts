import { db } from '@/db/client'
import { findCounters } from '@/db/queries/counters'
import { findQueuePage, type QueueRow } from '@/db/queries/work-queue'
import type { Actor } from '@/lib/identity/actor'
import { type LicenceState, OPEN_STATES } from '@/lib/workflow/flows/licence-states'
import type { OfficerRole } from '@/lib/workflow/roles'

export type QueueKey =
  | 'intake'
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
  { key: 'release', states: ['supplement-release', 'refusing'], roles: ['deskOfficer'] },
  { key: 'assign', states: ['accepted'], roles: ['agencyLeader', 'headOfDivision'] },
  { key: 'mine', states: ['appraisal', 'correcting'], roles: ['caseOfficer'], mine: true },
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
    key: 'done',
    states: ['issued', 'refused', 'delivered', 'refused-at-intake', 'withdrawn', 'stopped'],
    roles: CASE_ROLES,
    newestFirst: true,
  },
]

export type QueueCount = { key: QueueKey; open: number }
export type QueuePage = { queue: Queue; rows: QueueRow[]; next: string | null }

const PAGE_SIZE = 50

type OfficerCapacity = Extract<Extract<Actor, { kind: 'person' }>['capacity'], { kind: 'officer' }>

/** The queues an officer sees, with the counters that performEvent keeps. */
export async function countQueues(officer: OfficerCapacity): Promise<QueueCount[]> {
  const counters = await findCounters(db, officer.agencyId)
  return queuesOf(officer).map((queue) => {
    const post = queue.mine ? officer.postId : ''
    const open = counters
      .filter((row) => row.assigneePostId === post && queue.states.some((s) => s === row.state))
      .reduce((sum, row) => sum + row.open, 0)
    return { key: queue.key, open }
  })
}

/** One page of a queue by keyset; undefined when the officer has no such queue. */
export async function listQueue(
  officer: OfficerCapacity,
  wanted: { key: string; after?: string | undefined },
): Promise<QueuePage | undefined> {
  const queue = queuesOf(officer).find((candidate) => candidate.key === wanted.key)
  if (!queue) return undefined
  const rows = await findQueuePage(db, {
    agencyId: officer.agencyId,
    states: queue.states,
    assigneePostId: queue.mine ? officer.postId : null,
    newestFirst: queue.newestFirst ?? false,
    after: wanted.after ?? null,
    limit: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  return { queue, rows: page, next: rows.length > PAGE_SIZE ? (page.at(-1)?.cursor ?? null) : null }
}

/** The first queue with work in it, or the first one at all: where an officer lands. */
export function landingQueue(counts: readonly QueueCount[]): QueueKey | undefined {
  const working = counts.filter(({ key }) => key !== 'all' && key !== 'done')
  return (working.find(({ open }) => open > 0) ?? working[0] ?? counts[0])?.key
}

function queuesOf(officer: OfficerCapacity): Queue[] {
  return QUEUES.filter((queue) => queue.roles.some((role) => officer.roles.includes(role)))
}
