import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction, type Transaction } from '@/db/client'
import { changeAgency, getAgency, insertPost } from '@/db/queries/agencies'
import { insertCredential } from '@/db/queries/credentials'
import { insertDelegation } from '@/db/queries/delegations'
import { saveEidPerson, saveOrganisation } from '@/db/queries/identity'
import { insertMembership } from '@/db/queries/memberships'
import {
  CAST,
  type CastMember,
  DEMO_AGENCIES,
  DEMO_DELEGATION,
  DEMO_ORGANISATION,
} from '@/db/seed/cast'
import { addDays, dayOf, momentOf } from '@/lib/deadlines/day'
import { hashPassword } from '@/lib/identity/credentials'
import { newTotpSecret } from '@/lib/identity/totp'
import { env } from '@/lib/server/env'
import { nationalIdLookup, seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'

type Account = {
  email: string
  fullName: string
  position: string
  password: string
  totpSecret: string
}

type Member = { account: Account; postId: string; personId: string }

/**
 * Fills an empty demonstration with its officers and one company's people, once. Passwords and secrets are made here and written
 * where only the demo's own stand-ins read them.
 */
export async function seedDemo(at: Date): Promise<void> {
  const password = randomBytes(9).toString('base64url')
  // One password for the whole cast, so one hash of it: the demo's first start should not take long.
  const passwordHash = await hashPassword(password)
  const accounts = await inTransaction(async (tx) => {
    await dressAgencies(tx)
    const made = new Map<string, Member>()
    for (const member of CAST)
      made.set(member.key, await addMember(tx, member, { password, passwordHash, at }))
    await lendPowers(tx, made, at)
    await shareWork(tx, at)
    return [...made.values()].map(({ account }) => account)
  })
  const file = join(env().DATA_DIR, 'demo-accounts.json')
  await writeFile(file, JSON.stringify({ accounts }, null, 2), { mode: 0o600 })
}

async function dressAgencies(tx: Transaction): Promise<void> {
  for (const { id, sealKeyId, ...contact } of DEMO_AGENCIES) {
    const agency = await getAgency(tx, id)
    await changeAgency(tx, id, { sealKeyId, contact: { ...agency.contact, ...contact } })
  }
}

async function addMember(
  tx: Transaction,
  member: CastMember,
  { password, passwordHash, at }: { password: string; passwordHash: string; at: Date },
): Promise<Member> {
  const { key, fullName, position } = member
  const email = `${key}@demo.test`
  const totpSecret = newTotpSecret()
  const [personId, postId] = [newId(), newId()]
  await saveEidPerson(tx, {
    id: personId,
    fullName,
    eidIssuer: env().EID_ISSUER,
    eidSubject: `eid-officer-${key}`,
    assurance: 2,
    email,
    phone: member.phone,
    createdAt: at,
  })
  await insertPost(tx, {
    id: postId,
    personId,
    agencyId: member.agencyId,
    division: member.division,
    position,
    capacityLines: member.capacityLines,
    roles: member.roles,
    phone: member.phone,
    signingKeyId: member.signingKeyId,
    validFrom: at,
    validTo: null,
  })
  await insertCredential(tx, {
    id: newId(),
    personId,
    email,
    passwordHash,
    totpSecretSealed: seal(totpSecret),
    totpStep: 0,
  })
  const account = { email, fullName, position, password, totpSecret }
  return { account, postId, personId }
}

/** One paper to begin with, so that standing in for somebody can be tried at once. */
async function lendPowers(
  tx: Transaction,
  members: ReadonlyMap<string, Member>,
  at: Date,
): Promise<void> {
  const { agencyId, from, to, capacity, events, paperNumber, days } = DEMO_DELEGATION
  const [lender, borrower] = [members.get(from), members.get(to)]
  if (!lender || !borrower) throw new Error('the demonstration lends powers to nobody')
  const fromDay = dayOf(at)
  await insertDelegation(tx, {
    id: newId(),
    agencyId,
    fromPostId: lender.postId,
    toPostId: borrower.postId,
    events: [...events],
    procedures: [],
    capacity,
    paperNumber,
    paperDay: fromDay,
    validFrom: momentOf(fromDay, 0),
    validTo: momentOf(addDays(fromDay, days), 0),
    createdBy: lender.personId,
    createdAt: at,
  })
}

/** A company that has invited its people: they find it at their first sign-in. */
async function shareWork(tx: Transaction, at: Date): Promise<void> {
  const { representative, members, ...organisation } = DEMO_ORGANISATION
  const invitedBy = await saveEidPerson(tx, {
    id: newId(),
    ...representative,
    eidIssuer: env().EID_ISSUER,
    assurance: 2,
    createdAt: at,
  })
  const organisationId = await saveOrganisation(tx, {
    id: newId(),
    ...organisation,
    kind: 'organisation',
    createdAt: at,
  })
  for (const { name, nationalId, role } of members)
    await insertMembership(tx, {
      id: newId(),
      organisationId,
      name,
      role,
      nationalIdHash: nationalIdLookup(nationalId),
      procedures: [],
      mayFile: false,
      validFrom: at,
      invitedBy,
      createdAt: at,
    })
}
