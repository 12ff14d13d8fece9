import type { Viewer } from '@/components/layout/viewer'
import type { Translator } from '@/components/messages/translator'
import { findCapacities } from '@/lib/identity/capacities'
import type { SignedIn } from '@/lib/identity/sessions'
import { clock } from '@/lib/server/business-clock'
import { currentSignedIn } from './current-actor'
import { getTranslator } from './translator'

/** The signed-in person as the frame of a page shows them. */
export async function getViewer(): Promise<Viewer | undefined> {
  const signedIn = await currentSignedIn()
  if (!signedIn?.capacity) return undefined
  const choices = await findCapacities(signedIn, clock.now())
  return {
    fullName: signedIn.fullName,
    capacity: shownCapacity(signedIn, {
      capacity: signedIn.capacity,
      t: await getTranslator('signIn'),
    }),
    workHref: homeOf(signedIn.capacity.kind),
    ...(choices.length > 1 ? { changeCapacityHref: '/choose-capacity' } : {}),
    signOutHref: '/sign-out',
  }
}

/** Where a person's own work is. */
export function homeOf(kind: 'self' | 'organisation' | 'officer'): '/office' | '/my' {
  return kind === 'officer' ? '/office' : '/my'
}

type Shown = { capacity: NonNullable<SignedIn['capacity']>; t: Translator<'signIn'> }

function shownCapacity({ agencyName }: SignedIn, { capacity, t }: Shown): Viewer['capacity'] {
  switch (capacity.kind) {
    case 'self':
      return { kind: 'self' }
    case 'organisation':
      return { kind: 'organisation', name: organisationWords(capacity, t) }
    case 'officer':
      return {
        kind: 'officer',
        position: capacity.position,
        agencyName: agencyName ?? undefined,
        delegatedFrom: capacity.delegation?.principalName,
      }
  }
}

type Organisation = Extract<Shown['capacity'], { kind: 'organisation' }>

/** A member is always shown with the role that reaches so far and no further. */
function organisationWords({ organisationName, member }: Organisation, t: Shown['t']): string {
  if (!member) return organisationName
  return t('chooseMember', { name: organisationName, role: t(`memberRoles.${member.role}`) })
}
