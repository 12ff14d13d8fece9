import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { answersJsonSchema } from '@/lib/procedures/json-schema/answers-schema'
import { truthOf } from '@/lib/procedures/json-schema/condition-schema'
import { definitionJsonSchema } from '@/lib/procedures/json-schema/definition-schema'
import { fieldsOf, readAnswers } from '@/lib/procedures/read-answers'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { clinicJson, clinicRules, TODAY } from '@/tests/factories/clinic-procedure'
import { completeAnswers } from '@/tests/factories/complete-answers'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'
import { misfits } from '@/tests/helpers/json-schema'

const FOLDER = 'lib/procedures/definitions'

describe('the schema of a definition', () => {
  const schema = definitionJsonSchema()

  it('is what docs/procedure.schema.json says', async () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../../docs/procedure.schema.json')
  })

  it.each(readdirSync(FOLDER))('fits %s', (file) => {
    expect(misfits(schema, JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')))).toEqual([])
  })

  it.each<[string, object]>([
    ['a name that nothing reads', { colour: 'red' }],
    ['a text in one language', { name: { vi: 'Cấp mới' } }],
    ['no section', { sections: [] }],
    ['a field of a kind that does not exist', oneField({ type: 'colour' })],
    ['a condition that compares with nothing', oneField({ visibleWhen: { field: 'a', op: 'eq' } })],
  ])('refuses %s', (_, change) => {
    expect(misfits(schema, { ...clinicJson(), ...change })).not.toEqual([])
  })
})

describe.each(shippedProcedures())('the schema of the answers of %s', (_, procedure) => {
  const rules: FormRules = {
    procedure,
    codes: SHIPPED_CODES,
    facts: { today: TODAY, holding: [] },
  }
  const schema = answersJsonSchema(rules, 'vi')
  const sent = (variant: number) => readAnswers(rules, completeAnswers({ rules, variant })).relevant

  it.each([0, 1, 2, 3, 4, 5])('takes what a careful applicant sends, way %i', (variant) => {
    expect(misfits(schema, sent(variant))).toEqual([])
  })

  it.each([0, 1])('misses an answer exactly when the portal does, way %i', (variant) => {
    const answers = sent(variant)
    const judged = Object.keys(answers).map((key) => without(answers, key))
    const wrong = judged.filter((some) => (misfits(schema, some).length === 0) !== isWhole(some))
    expect(wrong).toEqual([])
    expect(judged.some((some) => !isWhole(some))).toBe(true)
  })

  it('takes no value of another kind in any answer', () => {
    const answers = sent(0)
    const taken = Object.keys(answers).filter(
      (key) => misfits(schema, { ...answers, [key]: { of: 'another kind' } }).length === 0,
    )
    expect(taken).toEqual([])
    expect(misfits(schema, { ...answers, colour: 'red' })).toEqual(['colour'])
  })

  /** Whether the portal would take these answers as they are, with nothing missing and nothing ignored. */
  function isWhole(answers: Answers): boolean {
    const { obstacles, relevant } = readAnswers(rules, answers)
    return obstacles.length === 0 && Object.keys(relevant).length === Object.keys(answers).length
  }
})

describe('the schema of answers', () => {
  const schema = answersJsonSchema(clinicRules(), 'en') as {
    properties: Record<string, Record<string, unknown>>
    $defs: Record<string, unknown>
  }

  it('calls the questions what the form calls them', () => {
    const fields = fieldsOf(clinicRules().procedure)
    for (const [key, { title }] of Object.entries(schema.properties)) {
      expect(title).toBe(fields.find((field) => field.key === key)?.label.en)
    }
  })

  it('names long code lists once and refers to nothing else', () => {
    const names = [...JSON.stringify(schema).matchAll(/#\/\$defs\/([\w-]+)/g)].map(([, to]) => to)
    expect(new Set(names)).toEqual(new Set(Object.keys(schema.$defs)))
    expect(names).toContain('provinces')
  })
})

describe('a condition as a schema', () => {
  const scope = { procedure: { derived: [] }, today: TODAY }

  it('says nothing about what is no answer', () => {
    const fact = { fact: 'capacity.proxy' } as const
    expect(truthOf(fact, scope)).toBeUndefined()
    expect(truthOf({ not: fact }, scope)).toBeUndefined()
    expect(truthOf({ all: [fact, { from: '2030-01-01' }] }, scope)).toBe(false)
    expect(truthOf({ any: [fact, { from: '2020-01-01' }] }, scope)).toBe(true)
  })
})

function oneField(change: object): object {
  const field = { key: 'a', type: 'text', label: { vi: 'A', en: 'A' }, ...change }
  return { sections: [{ key: 's', title: { vi: 'S', en: 'S' }, fields: [field] }] }
}

function without(answers: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key))
}
