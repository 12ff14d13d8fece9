import { db, inTransaction } from '@/db/client'
import type { PersonActor } from '@/lib/identity/actor'
import { chooseCapacity, findCapacities } from '@/lib/identity/capacities'
import type { EidClaims } from '@/lib/identity/eid-claims'
import { welcomeEidPerson } from '@/lib/identity/eid-sign-in'
import { findSignedIn, openSession, type SignedIn } from '@/lib/identity/sessions'
import type { MemberRole } from '@/lib/workflow/roles'
import type { Invitation } from '@/lib/workspace/invitation-rules'
import { inviteMember } from '@/lib/workspace/invite-member'
import { MONDAY } from '../dossiers/stage'

const BROWSER = 'a browser'
let born = 0

/** Claims of somebody whom nobody else is; an organisation makes them its representative. */
export function claims(name: string, organisation?: { name: string; taxCode: string }): EidClaims {
  born += 1
  const number = String(born).padStart(6, '0')
  return {
    sub: `eid-member-${number}`,
    acr: 'level-2',
    assurance: 2,
    name,
    birthdate: '1985-03-12',
    national_id: `001185${number}`,
    email: `eid-${number}@demo.test`,
    organisations: organisation
      ? [
          {
            name: organisation.name,
            tax_code: organisation.taxCode,
            kind: 'organisation',
            role: 'representative',
          },
        ]
      : [],
  }
}

/** Signs somebody in by e-ID; each time is a session of its own. @returns the session's id */
export async function comeIn(who: EidClaims, at = MONDAY): Promise<string> {
  const issuer = 'http://localhost:3001'
  const personId = await inTransaction((tx) => welcomeEidPerson(tx, { issuer, claims: who }, at))
  const session = { personId, signIn: 'eid' as const, assurance: who.assurance, userAgent: BROWSER }
  return openSession(db, session, MONDAY)
}

/** Who stands behind the session at a moment of the law. */
export async function look(sessionId: string, lawTime = MONDAY): Promise<SignedIn> {
  const found = await findSignedIn({ sessionId, userAgent: BROWSER, now: MONDAY, lawTime })
  if (!found) throw new Error('nobody is signed in')
  return found
}

/** Takes up the capacity for an organisation in a session; 'representative' is the e-ID's own. */
export async function actFor(
  sessionId: string,
  role: MemberRole | 'representative',
  { organisation, at = MONDAY }: { organisation: string; at?: Date },
): Promise<PersonActor> {
  const person = await look(sessionId, at)
  const option = (await findCapacities(person, at)).find(
    (one) =>
      one.kind === 'organisation' &&
      one.organisationName === organisation &&
      (one.role ?? 'representative') === role,
  )
  if (!option) throw new Error(`no capacity as ${role} of ${organisation}`)
  await chooseCapacity(person, option.key, at)
  const { agencyName: _, ...actor } = await look(sessionId, at)
  if (!actor.capacity) throw new Error('the capacity was not taken up')
  return { ...actor, capacity: actor.capacity }
}

/** The actor as the next request finds them. */
export async function again(actor: PersonActor, at = MONDAY): Promise<PersonActor | undefined> {
  const { agencyName: _, ...person } = await look(actor.sessionId, at)
  return person.capacity ? { ...person, capacity: person.capacity } : undefined
}

export type Company = { name: string; head: PersonActor; organisationId: string }

/** A company with its representative at work. */
export async function aCompany(): Promise<Company> {
  const taxCode = `01${String(born + 1).padStart(8, '0')}`
  const name = `Công ty TNHH Mẫu ${taxCode}`
  const sessionId = await comeIn(claims('Đặng Quốc Việt', { name, taxCode }))
  const head = await actFor(sessionId, 'representative', { organisation: name })
  if (head.capacity.kind !== 'organisation') throw new Error('acts for nobody')
  return { name, head, organisationId: head.capacity.organisationId }
}

export const invitationOf = (role: MemberRole, who: EidClaims): Invitation => ({
  name: who.name,
  role,
  nationalId: who.national_id,
  procedures: [],
  mayFile: false,
  ...(role === 'consultant'
    ? {
        paperNumber: '01/GUQ',
        paperDay: '2026-11-20',
        fromDay: '2026-11-23',
        toDay: '2026-12-31',
      }
    : {}),
})

type Hiring = Partial<Invitation> & { name?: string }

/** Invites somebody, who signs in and acts in the role. */
export async function hire(
  { head, name: organisation }: Company,
  role: MemberRole,
  { name = 'Phạm Thị Soạn', ...more }: Hiring = {},
): Promise<{ actor: PersonActor; membershipId: string; who: EidClaims }> {
  const who = claims(name)
  const invitation = { ...invitationOf(role, who), ...more }
  const invited = await inviteMember({ actor: head, invitation, at: MONDAY })
  if (!invited.ok) throw new Error(invited.refusal.code)
  const actor = await actFor(await comeIn(who), role, { organisation })
  return { actor, who, ...invited.value }
}
