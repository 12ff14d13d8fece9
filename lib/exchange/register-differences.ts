import { foldName, foldNumber } from '@/lib/exchange/fold-name'
import type { PersonQuestion, RegisterQuestions } from '@/lib/exchange/register-questions'
import type {
  EnterpriseAnswer,
  PersonAsked,
  PopulationAnswer,
  PopulationRegister,
  RegisteredEnterprise,
} from '@/lib/exchange/registers'
import { enterpriseRegister } from '@/lib/exchange/registers-here'
import type { RegisterDifference } from '@/lib/procedures/register-difference'

/** What the registers answered, each with what it was asked. */
export type RegisterReplies = {
  enterprise: { taxCode: string; answer: EnterpriseAnswer } | undefined
  people: { asked: PersonAsked; answer: PopulationAnswer }[]
}

/**
 * Asks all registers at once: it takes no longer than the time limit of one. `population` is the population
 * database as it answers whoever asks.
 */
export async function askRegisters(
  { enterprise, people }: RegisterQuestions,
  population: PopulationRegister,
): Promise<RegisterReplies> {
  const [found, checked] = await Promise.all([
    enterprise && enterpriseRegister().find(enterprise.taxCode),
    Promise.all(people.map(({ asked }) => population.check(asked))),
  ])
  return {
    enterprise: enterprise && found && { taxCode: enterprise.taxCode, answer: found },
    people: people.flatMap(({ asked }, at) => {
      const answer = checked[at]
      return answer ? [{ asked, answer }] : []
    }),
  }
}

/**
 * What the registers say otherwise. A reply counts only for exactly what it was asked: an answer that
 * was changed since is not compared, and a register that did not answer says nothing.
 */
export function registerDifferences(
  questions: RegisterQuestions,
  replies: RegisterReplies,
): RegisterDifference[] {
  const people = questions.people.flatMap((question) => personDifferences(question, replies.people))
  return [...enterpriseDifferences(questions.enterprise, replies.enterprise), ...people]
}

function enterpriseDifferences(
  question: RegisterQuestions['enterprise'],
  reply: RegisterReplies['enterprise'],
): RegisterDifference[] {
  if (!question || reply?.taxCode !== question.taxCode || reply.answer.code !== 'found') return []
  const { enterprise } = reply.answer
  const register = 'enterprise' as const
  const { said } = question
  const differing = COMPARED.flatMap(({ part, agrees, words }): RegisterDifference[] => {
    const declared = said[part]
    if (!declared || agrees(declared.text, enterprise)) return []
    return [{ register, part, path: declared.path, said: words(enterprise) }]
  })
  if (enterprise.status === 'active') return differing
  return [...differing, { register, part: 'status', path: '', said: enterprise.status }]
}

type Compared = {
  part: keyof NonNullable<RegisterQuestions['enterprise']>['said']
  agrees: (declared: string, entry: RegisteredEnterprise) => boolean
  words: (entry: RegisteredEnterprise) => string | null
}

const COMPARED: readonly Compared[] = [
  {
    part: 'name',
    agrees: (declared, { name }) => foldName(declared) === foldName(name),
    words: ({ name }) => name,
  },
  {
    part: 'tax_code',
    agrees: (declared, { taxCode }) => foldNumber(declared) === foldNumber(taxCode),
    words: () => null,
  },
  {
    part: 'registration_number',
    agrees: (declared, entry) => foldNumber(declared) === foldNumber(entry.registrationNumber),
    words: ({ registrationNumber }) => registrationNumber,
  },
  {
    part: 'legal_representative',
    agrees: (declared, { legalRepresentatives }) =>
      legalRepresentatives.some((name) => foldName(name) === foldName(declared)),
    words: ({ legalRepresentatives }) => legalRepresentatives.join(', '),
  },
]

function personDifferences(
  { asked, paths }: PersonQuestion,
  replies: RegisterReplies['people'],
): RegisterDifference[] {
  const answer = replies.find((reply) => isSamePerson(reply.asked, asked))?.answer
  if (answer?.code !== 'differs') return []
  return answer.parts.map((part) => ({ register: 'population', part, path: paths[part] }))
}

function isSamePerson(a: PersonAsked, b: PersonAsked): boolean {
  return a.idNumber === b.idNumber && a.fullName === b.fullName && a.birthDate === b.birthDate
}
