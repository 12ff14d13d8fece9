import { db } from '@/db/client'
import { findLentTo } from '@/db/queries/delegations'
import { type Lending, lendPowers } from '@/lib/administration/delegations'
import type { OfficerCapacity, PersonActor } from '@/lib/identity/actor'
import { borrowedCapacity } from '@/lib/identity/lent-powers'
import { anOfficer, MONDAY } from './stage'
import { done } from './walk'

export type Officer = PersonActor & { capacity: OfficerCapacity }

/** Giám đốc Nguyễn Văn Mẫu. */
export const director = () => anOfficer('agencyLeader')
/** Phó Giám đốc Đỗ Thị Hạnh. */
export const deputy = () => anOfficer('agencyLeader', { nth: 1 })

/** A paper of the lender for the borrower: signing for a week, unless said otherwise. */
export function aPaper(from: Officer, to: Officer, changes: Partial<Lending> = {}): Lending {
  return {
    actor: from,
    fromPostId: from.capacity.postId,
    toPostId: to.capacity.postId,
    events: ['approve', 'return-to-case-officer'],
    procedures: [],
    capacity: 'KT.',
    paperNumber: '118/UQ-SYT',
    paperDay: '2026-11-20',
    fromDay: '2026-11-23',
    toDay: '2026-11-30',
    at: MONDAY,
    ...changes,
  }
}

/** The borrower in the lender's place, as sign-in would have it. */
export async function inPlaceOf(
  from: Officer,
  to: Officer,
  changes: Partial<Lending> = {},
): Promise<Officer> {
  const { delegationId } = done(await lendPowers(aPaper(from, to, changes)))
  const lent = (await findLentTo(db, to.personId, MONDAY)).find(
    ({ delegation }) => delegation.id === delegationId,
  )
  if (!lent) throw new Error('nothing was lent')
  return { ...to, capacity: borrowedCapacity(to.capacity, lent) }
}
