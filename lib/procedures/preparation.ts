import type { AnswerIssue, Answers } from '@/lib/procedures/answers'
import { fieldEntries } from '@/lib/procedures/form-entries'
import type { FormRules } from '@/lib/procedures/form-rules'
import { comparisonsOf } from '@/lib/procedures/lint/issue'
import type { FormEntries } from '@/lib/procedures/parse-form'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf, readAnswers } from '@/lib/procedures/read-answers'
import type { Condition } from '@/lib/procedures/shape/condition'
import type { Field, FieldOf } from '@/lib/procedures/shape/field'
import { visibleSections } from '@/lib/procedures/visible'

/** A choice among given values: it fits into an address and can name nobody. */
export type PreparationQuestion = FieldOf<'boolean'> | FieldOf<'select'> | FieldOf<'multiselect'>

export type Preparation = {
  /** The questions that count with these answers, in the order of the form. */
  questions: PreparationQuestion[]
  /** The answers that can be read; unknown names and bad values are gone. */
  answers: Answers
  /** What is missing or wrong among the questions. */
  obstacles: AnswerIssue[]
}

/** More than the answers to all questions of any procedure need; an address has to stay short. */
const LONGEST = 1500

/** Keys of everything on which papers, fees or sections depend, also by way of another question. */
export function decidingKeys(procedure: Procedure): Set<string> {
  const keys = new Set<string>()
  const note = (conditions: readonly (Condition | undefined)[]): void => {
    for (const condition of conditions) {
      if (!condition) continue
      for (const { field } of comparisonsOf(condition)) add(field.split('.')[0] ?? field)
    }
  }
  const add = (key: string): void => {
    if (keys.has(key)) return
    keys.add(key)
    note(conditionsOn(procedure, key))
    for (const field of sourcesOf(procedure, key)) add(field)
  }
  note(decisions(procedure))
  return keys
}

/** The questions to ask before anything is filled in; hidden ones wait until an answer shows them. */
export function readPreparation(rules: FormRules, entries: FormEntries): Preparation {
  const { procedure, facts } = rules
  const asked = questionsOf(procedure)
  const read = readAnswers(rules, rawOf(asked, entries))
  const bad = new Set(read.issues.map(({ path }) => path))
  const answers = Object.fromEntries(Object.entries(read.relevant).filter(([key]) => !bad.has(key)))
  const shown = new Set(
    visibleSections(procedure, answers, facts).flatMap(({ fields }) => fields.map(keyOf)),
  )
  const questions = asked.filter(({ key }) => shown.has(key))
  const keys = new Set(questions.map(keyOf))
  return { questions, answers, obstacles: read.obstacles.filter(({ path }) => keys.has(path)) }
}

/** The answers as the query of an address, the way `readPreparation` reads them back. */
export function preparationQuery(procedure: Procedure, answers: Answers): string {
  const entries = questionsOf(procedure).flatMap((field) => fieldEntries(field, answers[field.key]))
  return new URLSearchParams(entries).toString()
}

/** The entries of such a query out of whatever somebody sent; nothing when it is no query of ours. */
export function preparationEntries(query: unknown): FormEntries {
  if (typeof query !== 'string' || query.length > LONGEST) return []
  return [...new URLSearchParams(query)]
}

/** What a new draft may take over of a query: read again by the definition, so that only it decides. */
export function givenAnswers(rules: FormRules, query: unknown): Answers {
  return readPreparation(rules, preparationEntries(query)).answers
}

function questionsOf(procedure: Procedure): PreparationQuestion[] {
  const deciding = decidingKeys(procedure)
  return fieldsOf(procedure).filter(
    (field): field is PreparationQuestion =>
      deciding.has(field.key) && isChoice(field) && !field.sensitive,
  )
}

function isChoice(field: Field): field is PreparationQuestion {
  return ['boolean', 'select', 'multiselect'].includes(field.type)
}

/** Everything that says what an applicant brings, pays or fills in. */
function decisions(procedure: Procedure): (Condition | undefined)[] {
  const { papers, money, sections } = procedure
  return [
    ...papers.flatMap(({ requiredWhen, waivedWhen }) => [requiredWhen, waivedWhen]),
    ...money.fees.map(({ appliesWhen }) => appliesWhen),
    ...money.exemptions.map(({ when }) => when),
    ...sections.map(({ visibleWhen }) => visibleWhen),
  ]
}

/** Upon what it depends whether a question is asked, or which value follows. */
function conditionsOn(procedure: Procedure, key: string): (Condition | undefined)[] {
  return [
    ...fieldsOf(procedure)
      .filter((field) => field.key === key)
      .map(({ visibleWhen }) => visibleWhen),
    ...procedure.derived
      .filter((derived) => derived.key === key)
      .flatMap(({ cases }) => cases.map(({ when }) => when)),
  ]
}

/** The questions whose answer a derived value repeats. */
function sourcesOf(procedure: Procedure, key: string): string[] {
  return procedure.derived
    .filter((derived) => derived.key === key)
    .flatMap(({ cases }) => cases.flatMap((one) => ('field' in one ? [one.field] : [])))
}

function rawOf(
  questions: readonly PreparationQuestion[],
  entries: FormEntries,
): Record<string, string | string[]> {
  return Object.fromEntries(
    questions.flatMap(({ key, type }): [string, string | string[]][] => {
      const texts = entries.flatMap(([name, text]) => (name === key ? [text] : []))
      if (texts.length === 0) return []
      return [[key, type === 'multiselect' ? texts : (texts.at(-1) ?? '')]]
    }),
  )
}

function keyOf({ key }: { key: string }): string {
  return key
}
