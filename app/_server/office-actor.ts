import { notFound, redirect } from 'next/navigation'
import type { PersonActor } from '@/lib/identity/actor'
import { currentActor } from './current-actor'

type OfficerCapacity = Extract<PersonActor['capacity'], { kind: 'officer' }>
export type OfficeActor = PersonActor & { capacity: OfficerCapacity }

/** The officer of this request. Nobody signed in goes to sign in and comes back; an applicant finds nothing here. */
export async function requireOfficer(path: string): Promise<OfficeActor> {
  const actor = await currentActor()
  if (!actor) redirect(`/login/officer?callbackUrl=${encodeURIComponent(path)}`)
  if (actor.kind !== 'person' || actor.capacity.kind !== 'officer') notFound()
  return { ...actor, capacity: actor.capacity }
}
