import type { FormRules } from '@/lib/procedures/form-rules'
import { referredLists } from '@/lib/procedures/json-schema/choice-schema'
import { both, type Truth, truthOf } from '@/lib/procedures/json-schema/condition-schema'
import { type Asked, demandsSchema, unsaid } from '@/lib/procedures/json-schema/demands'
import {
  cellSchema,
  partsSchema,
  type SchemaScope,
  wordsOf,
} from '@/lib/procedures/json-schema/field-schema'
import { DIALECT, type JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import { tableSchema } from '@/lib/procedures/json-schema/table-schema'
import type { Condition } from '@/lib/procedures/shape/condition'
import type { Field, Section } from '@/lib/procedures/shape/field'
import type { Locale } from '@/lib/procedures/shape/text'

/** A field that is answered, not only read or a place for a paper. */
type Question = Exclude<Field, { type: 'paper' }>

/**
 * The answers of a procedure as JSON Schema 2020-12, for programs that fill forms: those that are sent
 * with a dossier, complete, in the form in which the portal keeps them. What depends on other answers is
 * said as `if`, `then`, `else`; what hangs on more than answers (in what capacity somebody files, the
 * rest of the form from within a row) is told in `x-` keywords as the condition of the definition.
 * Whether a check digit fits, a date lies in its bounds or two times meet is found by the portal alone.
 */
export function answersJsonSchema(rules: FormRules, locale: Locale): JsonSchema {
  const { procedure, codes } = rules
  const scope: SchemaScope = { rules, locale }
  const questions = procedure.sections.flatMap((section) =>
    section.fields
      .filter(isQuestion)
      .map((field) => ({ field, asked: askedOf(field, section, rules) })),
  )
  const open = questions.filter(({ asked }) => asked.visible !== false)
  const body: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(
      open.map(({ field, asked }) => [
        field.key,
        { ...questionSchema(field, scope), ...unsaid(field, asked) },
      ]),
    ),
    ...demandsSchema(open.map(({ asked }) => asked)),
    additionalProperties: false,
  }
  return {
    $schema: DIALECT,
    title: procedure.name[locale],
    description: procedure.summary[locale],
    ...body,
    $defs: referredLists(body, { codes, locale }),
  }
}

function isQuestion(field: Field): field is Question {
  return field.type !== 'paper' && (field.type !== 'notice' || field.acknowledge)
}

function questionSchema(field: Question, scope: SchemaScope): JsonSchema {
  switch (field.type) {
    case 'person':
    case 'organisation':
      return { ...wordsOf(field, scope), ...partsSchema(field) }
    case 'table':
      return { ...wordsOf(field, scope), ...tableSchema(field, scope) }
    case 'declaration':
    case 'notice':
      return { ...wordsOf(field, scope), const: true }
    default:
      return cellSchema(field, scope)
  }
}

function askedOf(field: Question, section: Section, { procedure, facts }: FormRules): Asked {
  const truth = (condition: Condition): Truth =>
    truthOf(condition, { procedure, today: facts.today })
  const conditions = [section.visibleWhen, field.visibleWhen].filter((one) => one !== undefined)
  const { required } = field
  return {
    key: field.key,
    when: conditions,
    visible: both(conditions.map(truth)),
    required: isAlwaysNeeded(field) || (typeof required === 'boolean' ? required : truth(required)),
  }
}

/** What must be read is not sent without the tick. */
function isAlwaysNeeded(field: Question): boolean {
  return field.type === 'notice'
}
