import type { Viewer } from '@/components/layout/viewer'
import { findCapacities } from '@/lib/identity/capacities'
import type { SignedIn } from '@/lib/identity/sessions'
import { clock } from '@/lib/server/business-clock'
import { currentSignedIn } from './current-actor'

/** The signed-in person as the frame of a page shows them. */
export async function getViewer(): Promise<Viewer | undefined> {
  const signedIn = await currentSignedIn()
  if (!signedIn?.capacity) return undefined
  const choices = await findCapacities(signedIn, clock.now())
  return {
    fullName: signedIn.fullName,
    capacity: shownCapacity(signedIn, signedIn.capacity),
    workHref: homeOf(signedIn.capacity.kind),
    ...(choices.length > 1 ? { changeCapacityHref: '/choose-capacity' } : {}),
    signOutHref: '/sign-out',
  }
}

/** Where a person's own work is. */
export function homeOf(kind: 'self' | 'organisation' | 'officer'): '/office' | '/my' {
  return kind === 'officer' ? '/office' : '/my'
}

function shownCapacity(
  { agencyName }: SignedIn,
  capacity: NonNullable<SignedIn['capacity']>,
): Viewer['capacity'] {
  switch (capacity.kind) {
    case 'self':
      return { kind: 'self' }
    case 'organisation':
      return { kind: 'organisation', name: capacity.organisationName }
    case 'officer':
      return {
        kind: 'officer',
        position: capacity.position,
        agencyName: agencyName ?? undefined,
        delegatedFrom: capacity.delegation?.principalName,
      }
  }
}
