import { db } from '@/db/client'
import { findLentTo } from '@/db/queries/delegations'
import { findMandates, findPostsOf } from '@/db/queries/identity'
import { findMembershipsOf } from '@/db/queries/memberships'
import { setCapacity } from '@/db/queries/sessions'
import type { StoredCapacity } from '@/db/schema/identity'
import type { LentPowers } from '@/lib/identity/actor'
import type { SignedIn } from '@/lib/identity/sessions'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { MemberRole } from '@/lib/workflow/roles'

/** One of the capacities in which a person may act; `key` names it in a form. */
export type CapacityOption =
  | { key: string; kind: 'self' }
  | {
      key: string
      kind: 'organisation'
      organisationName: string
      taxCode: string
      /** Of a member, the role that the organisation gave; whoever represents it has none. */
      role?: MemberRole
    }
  | {
      key: string
      kind: 'officer'
      position: string
      agencyName: string
      /** With lent powers: in whose place, in which capacity of Decree 30/2020, and until when. */
      inPlaceOf?: {
        name: string
        position: string
        capacity: LentPowers['capacity']
        until: Date
      }
    }

type Choice = { option: CapacityOption; stored: StoredCapacity }

/**
 * For whom this person may act at `lawTime`. Who came in by password acts as an officer only: the
 * password proves no citizen.
 */
export async function findCapacities(person: SignedIn, lawTime: Date): Promise<CapacityOption[]> {
  return (await findChoices(person, lawTime)).map((choice) => choice.option)
}

/** Takes up a capacity that the person holds at `lawTime`; it stays for the session until changed. */
export async function chooseCapacity(
  person: SignedIn,
  key: string,
  lawTime: Date,
): Promise<Result<CapacityOption, { code: 'capacity-not-held' }>> {
  const choices = await findChoices(person, lawTime)
  const chosen = choices.find((choice) => choice.option.key === key)
  if (!chosen) return refuse({ code: 'capacity-not-held' })
  await setCapacity(db, person.sessionId, chosen.stored)
  return accept(chosen.option)
}

/**
 * The option that needs no question: the only one, or the only post of somebody on the way to the
 * office.
 */
export function obviousCapacity(
  options: readonly CapacityOption[],
  towards: 'office' | 'elsewhere',
): CapacityOption | undefined {
  const posts = options.filter((option) => option.kind === 'officer')
  if (towards === 'office' && posts.length === 1) return posts[0]
  return options.length === 1 ? options[0] : undefined
}

async function findChoices(person: SignedIn, lawTime: Date): Promise<Choice[]> {
  const posts = await findPostsOf(db, person.personId, lawTime)
  const officer = posts.map(
    (post): Choice => ({
      option: {
        key: `post:${post.id}`,
        kind: 'officer',
        position: post.position,
        agencyName: post.agencyName,
      },
      stored: { kind: 'officer', postId: post.id },
    }),
  )
  officer.push(...(await lentChoices(person.personId, lawTime)))
  if (person.signIn !== 'eid') return officer
  const mandates = await findMandates(db, person.personId, lawTime)
  const organisations = mandates.map(
    ({ id, organisationId, organisationName, taxCode }): Choice => ({
      option: { key: `mandate:${id}`, kind: 'organisation', organisationName, taxCode },
      stored: { kind: 'organisation', organisationId, mandateId: id },
    }),
  )
  const self: Choice = { option: { key: 'self', kind: 'self' }, stored: { kind: 'self' } }
  return [self, ...organisations, ...(await memberChoices(person.personId, lawTime)), ...officer]
}

async function memberChoices(personId: string, lawTime: Date): Promise<Choice[]> {
  const held = await findMembershipsOf(db, personId, lawTime)
  return held.map(({ id, organisationId, role, organisationName, taxCode }) => ({
    option: { key: `member:${id}`, kind: 'organisation', organisationName, taxCode, role },
    stored: { kind: 'member', organisationId, membershipId: id },
  }))
}

async function lentChoices(personId: string, lawTime: Date): Promise<Choice[]> {
  const lent = await findLentTo(db, personId, lawTime)
  return lent.map(({ delegation, lenderPost, lender, position, agencyName }) => ({
    option: {
      key: `lent:${delegation.id}`,
      kind: 'officer',
      position,
      agencyName,
      inPlaceOf: {
        name: lender.fullName,
        position: lenderPost.position,
        capacity: delegation.capacity,
        until: delegation.validTo,
      },
    },
    stored: { kind: 'officer', postId: delegation.toPostId, delegationId: delegation.id },
  }))
}
