import { db } from '@/db/client'
import type { DraftRow } from '@/db/queries/drafts'
import {
  getOrganisation,
  getPerson,
  type OrganisationRow,
  type PersonRow,
} from '@/db/queries/identity'
import { draftOwner } from '@/lib/casework/draft-owner'
import { readAddressLine } from '@/lib/drafts/address-line'
import { withRegisteredFacts } from '@/lib/drafts/registered-facts'
import type { Actor } from '@/lib/identity/actor'
import type { Answers, AnswerValue, PersonAnswer } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Origin } from '@/lib/procedures/known-values'
import { type PrefillSources, prefillAnswers } from '@/lib/procedures/prefill'
import type { Procedure } from '@/lib/procedures/procedure'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { onFile } from '@/lib/reuse/earlier'
import { type Known, knownOnFile } from '@/lib/reuse/known'
import { open } from '@/lib/server/sealed'

/** A draft as far as it matters where its first answers came from. */
type Beginning = Pick<DraftRow, 'takenFromDossierId' | 'createdAt'>

/**
 * What the sign-in and the owner's filings already tell of an applicant, and what they answered while
 * preparing, so that a new draft does not ask for it again.
 */
export async function firstAnswers(
  actor: Actor,
  rules: FormRules,
  { given, beginning }: { given: Answers; beginning: Beginning },
): Promise<Answers> {
  const known = await knownOf(actor, rules.procedure, beginning)
  return prefillAnswers(rules, valuesOf(known), given).answers
}

/** The questions whose answer is still the one that was known beforehand, each with its origin. */
export async function originsOf(
  actor: Actor,
  rules: FormRules,
  { draft, answers }: { draft: Beginning; answers: Answers },
): Promise<Record<string, Origin>> {
  const known = await knownOf(actor, rules.procedure, draft)
  const first = prefillAnswers(rules, valuesOf(known))
  const stands = (key: string) => sameValue(first.answers[key], answers[key])
  return Object.fromEntries(
    Object.entries(first.origins).flatMap(([key, name]): [string, Origin][] => {
      const origin = known[name]?.origin
      return origin && stands(key) ? [[key, origin]] : []
    }),
  )
}

/** The sign-in and the registers go before what was filed: people move and companies change their names. */
async function knownOf(
  actor: Actor,
  procedure: Procedure,
  { takenFromDossierId, createdAt }: Beginning,
): Promise<Known> {
  const owner = draftOwner(actor, 'view-drafts')
  const from = takenFromDossierId ?? undefined
  const filed = owner
    ? await knownOnFile(db, await onFile(db, owner, createdAt), { procedure, from })
    : {}
  const own = await sourcesOf(actor)
  const kindOf = (name: string) => (Object.hasOwn(own, name) ? originOf(name) : 'register')
  const held = Object.entries(await withRegisteredFacts(own)).map(([name, value]) => [
    name,
    { value, origin: { kind: kindOf(name) } },
  ])
  return { ...filed, ...Object.fromEntries(held) }
}

function valuesOf(known: Known): PrefillSources {
  return Object.fromEntries(Object.entries(known).map(([name, { value }]) => [name, value]))
}

async function sourcesOf(actor: Actor): Promise<PrefillSources> {
  if (actor.kind !== 'person') return {}
  const person = await getPerson(db, actor.personId)
  const { capacity } = actor
  if (capacity.kind !== 'organisation') return { ...ofPerson(person), ...ofApplicant(person) }
  const organisation = await getOrganisation(db, capacity.organisationId)
  // Which kind of company it is, the sign-in does not tell.
  const { 'account.legal_form': _own, ...rest } = ofPerson(person)
  // A member is not the person whom the form is about: neither its owner nor its representative.
  if (capacity.member)
    return { ...known(contactOnly(person)), ...ofOrganisation(organisation, undefined) }
  return { ...rest, ...ofOrganisation(organisation, person) }
}

function ofPerson(person: PersonRow): PrefillSources {
  return known({
    'eid.person': personAnswer(person),
    'eid.address': addressOf(person.address),
    'account.legal_form': 'ca-nhan',
    'account.phone': person.phone,
    'account.email': person.email,
  })
}

/** Who files for themselves is the person whom the procedure is about; who files for others is not. */
function ofApplicant({ fullName, birthDate, nationalIdSealed }: PersonRow): PrefillSources {
  const idNumber = nationalIdSealed ? open(nationalIdSealed) : null
  return known({
    'eid.full_name': fullName,
    'eid.date_of_birth': birthDate,
    'eid.id_number': idNumber,
    'eid.gender': idNumber === null ? null : genderOf(idNumber),
  })
}

/** The fourth digit of a personal number says the century and the sex: even male, odd female (Decree 137/2015). */
function genderOf(idNumber: string): 'nam' | 'nu' | null {
  const digit = Number(idNumber[3])
  if (Number.isNaN(digit)) return null
  return digit % 2 === 0 ? 'nam' : 'nu'
}

function contactOnly({ phone, email }: PersonRow) {
  return { 'account.phone': phone, 'account.email': email }
}

function ofOrganisation(
  organisation: OrganisationRow,
  person: PersonRow | undefined,
): PrefillSources {
  const isHousehold = organisation.kind === 'household'
  return known({
    'account.legal_form': isHousehold ? 'ho-kinh-doanh' : undefined,
    'organisation.name': organisation.name,
    'organisation.tax_code': organisation.taxCode,
    'organisation.head_office': addressOf(organisation.address),
    'organisation.legal_representative': isHousehold || !person ? undefined : personAnswer(person),
  })
}

function personAnswer(person: PersonRow): PersonAnswer {
  const { fullName, birthDate, nationalIdSealed, phone, email } = person
  return {
    full_name: fullName,
    ...(birthDate ? { date_of_birth: birthDate } : {}),
    ...(nationalIdSealed ? { id_number: open(nationalIdSealed) } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
  }
}

function addressOf(line: string | null): AnswerValue | undefined {
  return line === null ? undefined : readAddressLine(line, SHIPPED_CODES.communes)
}

function known(values: Record<string, AnswerValue | null | undefined>): PrefillSources {
  return Object.fromEntries(
    Object.entries(values).flatMap(([source, value]): [string, AnswerValue][] =>
      value === null || value === undefined ? [] : [[source, value]],
    ),
  )
}

function originOf(source: string): 'eid' | 'account' | 'organisation' {
  const [origin] = source.split('.')
  return origin === 'eid' || origin === 'organisation' ? origin : 'account'
}

function sameValue(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (_key, part: unknown) => (isObject(part) ? sorted(part) : part))
  return plain(a) === plain(b)
}

/** PostgreSQL keeps the keys of jsonb in an order of its own. */
function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
