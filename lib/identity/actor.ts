import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { MemberRole, OfficerRole } from '@/lib/workflow/roles'

/** How a person came in: by the electronic identity, or by password and one-time code. */
export type SignInWay = 'eid' | 'password-otp'

/** Assurance level of the electronic identity (Decree 69/2024 Art. 8). */
export type Assurance = 1 | 2

/** Powers lent by a paper for a time; the agency's record carries both names. */
export type LentPowers = {
  delegationId: string
  principalPostId: string
  principalPersonId: string
  principalName: string
  capacity: 'KT.' | 'TL.' | 'TUQ.'
  events: readonly LicenceEvent[]
  /** Empty: all procedures. */
  procedures: readonly string[]
}

/** What an organisation lets a member do. */
export type MemberPowers = {
  role: MemberRole
  /** Keys; empty: all procedures. */
  procedures: readonly string[]
  /** Whether what they file needs no approval of the representative. */
  mayFile: boolean
}

/** For whom a person acts; chosen once a session and always visible. */
export type Capacity =
  | { kind: 'self' }
  | {
      kind: 'organisation'
      organisationId: string
      /** The mandate that the electronic identity states; of a member, the membership. */
      mandateId: string
      organisationName: string
      /** Left out for whoever represents the organisation. */
      member?: MemberPowers
    }
  | {
      kind: 'officer'
      postId: string
      agencyId: string
      position: string
      /** With lent powers: the roles of the one who lent them. */
      roles: OfficerRole[]
      delegation?: LentPowers
    }

/** The capacity of somebody who works for an agency. */
export type OfficerCapacity = Extract<Capacity, { kind: 'officer' }>

/** A person who signed in, acting in one capacity. */
export type PersonActor = {
  kind: 'person'
  personId: string
  sessionId: string
  signIn: SignInWay
  assurance: Assurance | null
  fullName: string
  capacity: Capacity
}

/** A background job; it acts by the events reserved to it. */
export type SystemActor = { kind: 'system'; job: string }

/** Who performs an act: always named, never a technical user. */
export type Actor = PersonActor | SystemActor
