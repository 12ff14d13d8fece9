import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { Field } from '@/lib/procedures/shape/field'

const PERSON_SECRETS = ['id_number']

/** Which parts of one field hold national identifiers: the whole, or parts or columns of it. */
function secretsOf(field: Field): { whole: boolean; parts: string[] } {
  if (field.type === 'person') {
    return { whole: false, parts: field.parts.filter((part) => PERSON_SECRETS.includes(part)) }
  }
  if (field.type !== 'table') return { whole: field.sensitive, parts: [] }
  const columns = field.columns.filter((column) => column.sensitive)
  return { whole: false, parts: columns.map((column) => column.key) }
}

/** Paths of the national identifiers that are there: `owner.id_number`, `practitioners[1].id_number`. */
export function sensitivePaths(procedure: Procedure, answers: Answers): string[] {
  const paths: string[] = []
  mapSensitive(procedure, answers, (value, path) => {
    paths.push(path)
    return value
  })
  return paths
}

/** The answers with every national identifier replaced: sealed for the store, opened, or masked. */
export function mapSensitive(
  procedure: Procedure,
  answers: Answers,
  replace: (value: string, path: string) => string,
): Answers {
  const mapped: Answers = { ...answers }
  for (const field of fieldsOf(procedure)) {
    const value = answers[field.key]
    if (value === undefined) continue
    const { whole, parts } = secretsOf(field)
    if (whole && typeof value === 'string') mapped[field.key] = replace(value, field.key)
    else if (parts.length > 0)
      mapped[field.key] = mapParts(value, parts, { path: field.key, replace })
  }
  return mapped
}

type Replacement = { path: string; replace: (value: string, path: string) => string }

function mapParts(
  value: AnswerValue,
  parts: readonly string[],
  { path, replace }: Replacement,
): AnswerValue {
  if (Array.isArray(value)) {
    const rows = value.map((row, i) => mapObject(row, parts, { path: `${path}[${i}]`, replace }))
    return rows as AnswerValue
  }
  return mapObject(value, parts, { path, replace }) as AnswerValue
}

function mapObject(
  value: unknown,
  parts: readonly string[],
  { path, replace }: Replacement,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([part, item]: [string, unknown]) => {
      const secret = parts.includes(part) && typeof item === 'string'
      return [part, secret ? replace(item, `${path}.${part}`) : item]
    }),
  )
}
