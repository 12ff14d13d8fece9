import { db } from '@/db/client'
import { logAccess } from '@/db/queries/casework'
import { findParties, type PartyRow } from '@/db/queries/dossiers'
import { getPerson } from '@/db/queries/identity'
import { type CaseFile, findCaseFile, readAnswers } from '@/lib/casework/case-file'
import { rulesAt } from '@/lib/casework/form-rules'
import {
  askRegisters,
  type RegisterReplies,
  registerDifferences,
} from '@/lib/exchange/register-differences'
import {
  type PersonQuestion,
  type RegisterQuestions,
  registerQuestions,
} from '@/lib/exchange/register-questions'
import { connectedRegisters, populationRegister } from '@/lib/exchange/registers-here'
import type { PersonActor } from '@/lib/identity/actor'
import type { RegisterDifference } from '@/lib/procedures/register-difference'
import { open } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'

/** How one party, or one person named on the form, stands in the register that knows about them. */
export type Comparison = {
  register: RegisterDifference['register']
  name: string
  /** The answer that names them; empty for who is a party by their sign-in. */
  path: string
  result: 'agrees' | 'differs' | 'not-found' | 'unavailable'
  differences: RegisterDifference[]
}

/**
 * Holds the parties of a dossier against the registers for an officer who may read what was filed. It
 * decides nothing. That people were looked up is noted with the looks at the dossier. Registers that this
 * installation is not connected to are left out; undefined for everybody else.
 */
export async function compareParties(
  actor: PersonActor,
  dossierId: string,
): Promise<Comparison[] | undefined> {
  if (actor.capacity.kind !== 'officer') return undefined
  const connected = connectedRegisters()
  if (!connected.enterprise && !connected.population) return []
  const found = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!found.ok) return undefined
  const all = await questionsAbout(found.value)
  const questions = {
    enterprise: connected.enterprise ? all.enterprise : undefined,
    people: connected.population ? all.people : [],
  }
  if (questions.people.length > 0) await noteLookUp(actor, dossierId)
  const replies = await askRegisters(questions, populationRegister())
  return [...enterpriseStanding(questions, replies), ...peopleStanding(questions, replies)]
}

async function questionsAbout(file: CaseFile): Promise<RegisterQuestions> {
  const { dossier, procedure } = file
  const parties = await findParties(db, dossier.id)
  const owner = parties.find(({ role }) => role === 'owner')
  const named = registerQuestions({
    rules: rulesAt(procedure, dossier.submittedAt),
    answers: await readAnswers(db, file),
    taxCode: owner?.taxCode ?? null,
  })
  const people = [...(await Promise.all(parties.map(partyQuestion))).flat(), ...named.people]
  return { enterprise: withName(named.enterprise, owner), people: eachOnce(people) }
}

/** Where the form does not ask for the name, the one of the account is compared. */
function withName(
  enterprise: RegisterQuestions['enterprise'],
  owner: PartyRow | undefined,
): RegisterQuestions['enterprise'] {
  if (!enterprise || enterprise.said.name || !owner || owner.kind === 'person') return enterprise
  return { ...enterprise, said: { ...enterprise.said, name: { path: '', text: owner.name } } }
}

async function partyQuestion(party: PartyRow): Promise<PersonQuestion[]> {
  if (party.kind !== 'person' || !party.nationalIdSealed) return []
  const birthDate = party.personId ? (await getPerson(db, party.personId)).birthDate : null
  const asked = { idNumber: open(party.nationalIdSealed), fullName: party.name, birthDate }
  return [{ asked, paths: { full_name: '', birth_date: '' } }]
}

/** The same person files, owns and represents: they are asked about once. */
function eachOnce(people: readonly PersonQuestion[]): PersonQuestion[] {
  const byAsked = new Map(people.map((person) => [JSON.stringify(person.asked), person]))
  return [...byAsked.values()]
}

function enterpriseStanding(
  { enterprise }: RegisterQuestions,
  replies: RegisterReplies,
): Comparison[] {
  if (!enterprise || !replies.enterprise) return []
  const { code } = replies.enterprise.answer
  const differences = registerDifferences({ enterprise, people: [] }, replies)
  const compared = differences.length > 0 ? 'differs' : 'agrees'
  return [
    {
      register: 'enterprise',
      name: enterprise.said.name?.text ?? enterprise.taxCode,
      path: enterprise.said.name?.path ?? '',
      result: code === 'found' ? compared : code,
      differences,
    },
  ]
}

function peopleStanding({ people }: RegisterQuestions, replies: RegisterReplies): Comparison[] {
  return people.map((person, at) => ({
    register: 'population',
    name: person.asked.fullName,
    path: person.paths.full_name,
    result: replies.people[at]?.answer.code ?? 'unavailable',
    differences: registerDifferences({ enterprise: undefined, people: [person] }, replies),
  }))
}

async function noteLookUp(actor: PersonActor, dossierId: string): Promise<void> {
  await logAccess(db, {
    id: newId(),
    dossierId,
    personId: actor.personId,
    postId: actor.capacity.kind === 'officer' ? actor.capacity.postId : null,
    purpose: 'population-check',
    detail: {},
    at: new Date(),
  })
}
