import type { Queryable } from '@/db/client'
import type { NewParty } from '@/db/queries/dossiers'
import type { FilingRequestRow } from '@/db/queries/filing-requests'
import {
  getOrganisation,
  getPerson,
  type OrganisationRow,
  type PersonRow,
} from '@/db/queries/identity'
import { contactOf } from '@/lib/casework/contact-of'
import type { PersonActor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'

type Party = Omit<NewParty, 'dossierId'>

type Filing = { answers: Answers; approval?: FilingRequestRow | undefined }

/**
 * The four parties of a dossier: who filed comes from the sign-in and for whom from the capacity, never
 * from a question. Organisations carry no assurance level (Decree 69/2024). When a member files, whoever
 * approved it represents the organisation; without approval the member does, by the membership.
 */
export async function partiesOf(
  tx: Queryable,
  actor: PersonActor,
  { answers, approval }: Filing,
): Promise<{ rows: Party[]; ownerName: string }> {
  const person = await getPerson(tx, actor.personId)
  const { capacity } = actor
  const submitter = personParty('submitter', person, actor.assurance)
  const contact: Party = {
    role: 'contact',
    kind: 'person',
    personId: person.id,
    name: person.fullName,
    ...contactOf(answers, person),
  }
  if (capacity.kind !== 'organisation') {
    const owner = personParty('owner', person, actor.assurance)
    return { rows: [submitter, owner, contact], ownerName: person.fullName }
  }
  const organisation = await getOrganisation(tx, capacity.organisationId)
  const representative = capacity.member
    ? await memberParty(tx, { person, capacity, assurance: actor.assurance, approval })
    : {
        ...personParty('representative', person, actor.assurance),
        proof: `mandate:${capacity.mandateId}`,
      }
  const owner = organisationParty(organisation)
  return { rows: [submitter, owner, representative, contact], ownerName: organisation.name }
}

type Member = {
  person: PersonRow
  capacity: Extract<PersonActor['capacity'], { kind: 'organisation' }>
  assurance: number | null
  approval: FilingRequestRow | undefined
}

async function memberParty(
  tx: Queryable,
  { person, capacity, assurance, approval }: Member,
): Promise<Party> {
  if (!approval?.decidedBy) {
    const proof = `membership:${capacity.mandateId}`
    return { ...personParty('representative', person, assurance), proof }
  }
  const approver = await getPerson(tx, approval.decidedBy)
  const party = personParty('representative', approver, approver.assurance)
  return { ...party, proof: `approval:${approval.id}` }
}

function personParty(role: Party['role'], person: PersonRow, assurance: number | null): Party {
  return {
    role,
    kind: 'person',
    personId: person.id,
    name: person.fullName,
    nationalIdSealed: person.nationalIdSealed,
    nationalIdHash: person.nationalIdHash,
    assurance,
    address: person.address,
    phone: person.phone,
    email: person.email,
  }
}

function organisationParty(organisation: OrganisationRow): Party {
  return {
    role: 'owner',
    kind: organisation.kind,
    organisationId: organisation.id,
    name: organisation.name,
    taxCode: organisation.taxCode,
    address: organisation.address,
  }
}
