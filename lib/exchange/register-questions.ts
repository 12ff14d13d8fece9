import type { PersonAsked } from '@/lib/exchange/registers'
import type { Answers } from '@/lib/procedures/answers'
import { valueAt } from '@/lib/procedures/conditions'
import type { FormRules } from '@/lib/procedures/form-rules'
import { fieldsOf } from '@/lib/procedures/read-answers'
import { relevantAnswers } from '@/lib/procedures/visible'

/** What a form says that a register may know, and where it says so. */
type Said = { path: string; text: string }

type EnterpriseQuestion = {
  /** The code that the sign-in stated, else the one that was typed. */
  taxCode: string
  said: {
    name: Said | undefined
    tax_code: Said | undefined
    registration_number: Said | undefined
    legal_representative: Said | undefined
  }
}
export type PersonQuestion = {
  asked: PersonAsked
  paths: { full_name: string; birth_date: string }
}
export type RegisterQuestions = {
  enterprise: EnterpriseQuestion | undefined
  people: PersonQuestion[]
}

type Declared = { rules: FormRules; answers: Answers; taxCode: string | null }

/**
 * What of the declared can be held against the registers: the organisation that applies, `taxCode` being
 * the one of its account, and everybody who is named with a personal number and a name.
 */
export function registerQuestions({ rules, answers, taxCode }: Declared): RegisterQuestions {
  const relevant = relevantAnswers(rules.procedure, answers, rules.facts)
  const form: Form = { rules, answers: relevant }
  return { enterprise: enterpriseQuestion(form, taxCode), people: peopleOf(form) }
}

type Form = Omit<Declared, 'taxCode'>

function enterpriseQuestion(form: Form, known: string | null): EnterpriseQuestion | undefined {
  const typed = saidFor(form, 'organisation.tax_code')
  const taxCode = known ?? typed?.text
  if (!taxCode) return undefined
  return {
    taxCode,
    said: {
      name: saidFor(form, 'organisation.name'),
      tax_code: typed,
      registration_number: saidFor(form, 'organisation.registration_number'),
      legal_representative: saidFor(form, 'organisation.legal_representative', 'full_name'),
    },
  }
}

function peopleOf(form: Form): PersonQuestion[] {
  const inFields = fieldsOf(form.rules.procedure)
    .filter((field) => field.type === 'person' && field.parts.includes('id_number'))
    .flatMap(({ key }) =>
      personAt(form, {
        id: `${key}.id_number`,
        name: `${key}.full_name`,
        birth: `${key}.date_of_birth`,
      }),
    )
  return [...inFields, ...applicantOf(form)]
}

/** A procedure about the applicant asks for the same in questions of their own. */
function applicantOf(form: Form): PersonQuestion[] {
  const id = saidFor(form, 'eid.id_number')
  const name = saidFor(form, 'eid.full_name')
  const birth = saidFor(form, 'eid.date_of_birth')
  if (!id || !name) return []
  return personAt(form, { id: id.path, name: name.path, birth: birth?.path ?? '' })
}

type Places = { id: string; name: string; birth: string }

function personAt({ answers }: Form, { id, name, birth }: Places): PersonQuestion[] {
  const idNumber = saidAt(answers, id)?.text
  const fullName = saidAt(answers, name)?.text
  if (!idNumber || !fullName) return []
  const birthDate = saidAt(answers, birth)?.text ?? null
  return [
    { asked: { idNumber, fullName, birthDate }, paths: { full_name: name, birth_date: birth } },
  ]
}

/** What was answered to the question that a source would prefill. */
function saidFor({ rules, answers }: Form, source: string, part?: string): Said | undefined {
  return fieldsOf(rules.procedure)
    .filter(({ prefillFrom }) => prefillFrom === source)
    .map(({ key }) => saidAt(answers, part ? `${key}.${part}` : key))
    .find((said) => said !== undefined)
}

function saidAt(answers: Answers, path: string): Said | undefined {
  const text = valueAt(answers, path)
  return typeof text === 'string' && text !== '' ? { path, text } : undefined
}
