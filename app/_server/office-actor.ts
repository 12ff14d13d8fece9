import type { PersonActor } from '@/lib/identity/actor'
import { requireActor } from './current-actor'

type OfficerCapacity = Extract<PersonActor['capacity'], { kind: 'officer' }>
export type OfficeActor = PersonActor & { capacity: OfficerCapacity }

/** The officer of this request; who is not signed in goes to sign in and comes back to `path`. */
export function requireOfficer(path: string): Promise<OfficeActor> {
  return requireActor('officer', path)
}
