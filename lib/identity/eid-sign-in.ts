import { inTransaction, type Transaction } from '@/db/client'
import { saveEidPerson } from '@/db/queries/identity'
import { claimInvitations } from '@/db/queries/memberships'
import type { EidClaims } from '@/lib/identity/eid-claims'
import { renewMandates } from '@/lib/identity/mandates'
import { openSession } from '@/lib/identity/sessions'
import { sealNationalId } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'

type Arrival = { issuer: string; claims: EidClaims; userAgent: string }

/**
 * Signs in whom the electronic identity vouches for: person, mandates and session in one transaction.
 * The session counts by `now`, real time; the mandates by `lawTime`. @returns the session's id
 */
export function signInByEid(
  { userAgent, ...vouched }: Arrival,
  { now, lawTime }: { now: Date; lawTime: Date },
): Promise<string> {
  const { assurance } = vouched.claims
  return inTransaction(async (tx) => {
    const personId = await welcomeEidPerson(tx, vouched, lawTime)
    return openSession(tx, { personId, signIn: 'eid', assurance, userAgent }, now)
  })
}

/**
 * Makes or renews the person whom the electronic identity vouches for, with organisations and
 * mandates, and gives them what organisations invited their national identifier to. `at` is the time of the law. @returns the person's id
 */
export async function welcomeEidPerson(
  tx: Transaction,
  { issuer, claims }: { issuer: string; claims: EidClaims },
  at: Date,
): Promise<string> {
  const { sealed, lookup } = sealNationalId(claims.national_id)
  const personId = await saveEidPerson(tx, {
    id: newId(),
    eidIssuer: issuer,
    eidSubject: claims.sub,
    fullName: claims.name,
    assurance: claims.assurance,
    nationalIdSealed: sealed,
    nationalIdHash: lookup,
    birthDate: claims.birthdate,
    address: claims.address?.formatted || null,
    email: claims.email ?? null,
    phone: claims.phone_number ?? null,
    createdAt: at,
  })
  await claimInvitations(tx, { personId, nationalIdHash: lookup, at })
  await renewMandates(tx, { personId, organisations: claims.organisations }, at)
  return personId
}
