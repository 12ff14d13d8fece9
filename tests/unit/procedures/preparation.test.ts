import { describe, expect, it } from 'vitest'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { fieldOptions } from '@/lib/procedures/options'
import {
  decidingKeys,
  givenAnswers,
  type PreparationQuestion,
  preparationEntries,
  preparationQuery,
  readPreparation,
} from '@/lib/procedures/preparation'
import { prepareDossier } from '@/lib/procedures/prepared-dossier'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf } from '@/lib/procedures/read-answers'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const shipped = new Map(shippedProcedures())

function rulesOf(key: string): FormRules {
  const procedure = shipped.get(key)
  if (!procedure) throw new Error(key)
  return rulesFor(procedure)
}

function rulesFor(procedure: Procedure): FormRules {
  return { procedure, codes: SHIPPED_CODES, facts: { today: '2026-11-23', holding: [] } }
}

function read(rules: FormRules, query: string) {
  return readPreparation(rules, preparationEntries(query))
}

function keys(questions: readonly { key: string }[]): string[] {
  return questions.map(({ key }) => key)
}

/** What the answers come to, in a form that can be compared. */
function outcome(rules: FormRules, answers: Answers): string {
  const { papers, fee, sections } = prepareDossier(rules, answers)
  return JSON.stringify([
    papers.map(({ paper, demand }) => `${paper.key}:${demand}`),
    fee.lines.map(({ key, amount }) => `${key}:${amount}`),
    fee.exemption?.name.vi,
    keys(sections),
    keys(read(rules, preparationQuery(rules.procedure, answers)).questions),
  ])
}

function valuesOf(
  rules: FormRules,
  question: PreparationQuestion,
): (string | string[] | boolean)[] {
  if (question.type === 'boolean') return [true, false]
  const offered = fieldOptions(question, rules.codes).map(({ value }) => value)
  return question.type === 'select' ? offered : offered.map((value) => [value])
}

/** Every question with every answer, each beside the first, second … answers of the others. */
function outcomesOf(rules: FormRules, key: string, variant: number): Set<string> {
  const { procedure } = rules
  const deciding = decidingKeys(procedure)
  const all = fieldsOf(procedure).filter((field) => deciding.has(field.key))
  const others = Object.fromEntries(
    all.map((field) => {
      const values = valuesOf(rules, field as PreparationQuestion)
      return [field.key, values[variant % values.length] ?? '']
    }),
  )
  const own = all.find((field) => field.key === key) as PreparationQuestion
  return new Set(
    valuesOf(rules, own).map((value) => outcome(rules, { ...others, [key]: value } as Answers)),
  )
}

describe.each([...shipped])('the preparation of %s', (_key, procedure) => {
  const rules = rulesFor(procedure)
  const questions = fieldsOf(procedure).filter(({ key }) => decidingKeys(procedure).has(key))

  it('asks choices only, which fit into an address and name nobody', () => {
    for (const question of questions) {
      expect(['boolean', 'select', 'multiselect'], question.key).toContain(question.type)
      expect(question.sensitive, question.key).toBe(false)
      expect(['lang', 'given'], question.key).not.toContain(question.key)
    }
  })

  it('asks nothing that changes nothing', () => {
    const idle = questions.filter(({ key }) =>
      [0, 1, 2, 3, 4, 5, 6].every((variant) => outcomesOf(rules, key, variant).size === 1),
    )
    expect(keys(idle)).toEqual([])
  })

  it('reads back every answer from the address that it makes, which stays short', () => {
    const most = questions.flatMap((question) =>
      valuesOf(rules, question as PreparationQuestion)
        .flat()
        .filter((_value, at) => at === 0 || question.type === 'multiselect')
        .map((value): [string, string] => [question.key, String(value)]),
    )
    const { answers } = readPreparation(rules, most)
    const query = preparationQuery(procedure, answers)
    expect(read(rules, query).answers).toEqual(answers)
    expect(query.length).toBeLessThan(1500)
  })
})

describe('the questions before a dossier', () => {
  const pharmacist = rulesOf('cchnd-new')

  it('come in the order of the form; a hidden one waits for the answer that shows it', () => {
    const first = keys(read(pharmacist, '').questions)
    expect(first).not.toContain('foreign_diploma')
    const then = keys(read(pharmacist, 'foreign_papers=true').questions)
    expect(then).toContain('foreign_diploma')
    const inForm = keys(fieldsOf(pharmacist.procedure)).filter((key) => then.includes(key))
    expect(then).toEqual(inForm)
  })

  it('are missing until they are answered', () => {
    const { questions, obstacles } = read(pharmacist, '')
    expect(obstacles.map(({ path, code }) => `${path} ${code}`)).toEqual(
      keys(questions).map((key) => `${key} required`),
    )
  })

  it('take nothing but what the definition offers', () => {
    const query =
      'app_nationality=XX&foreign_papers=maybe&app_full_name=Nguyen&case=hack&crc_waived=true'
    expect(givenAnswers(pharmacist, query)).toEqual({ crc_waived: true })
  })

  it('let an answer go that nobody is asked for any more', () => {
    expect(givenAnswers(pharmacist, 'foreign_papers=false&foreign_diploma=true')).toEqual({
      foreign_papers: false,
    })
  })

  it.each([
    ['too long', `crc_waived=true&x=${'a'.repeat(1500)}`],
    ['no text', ['crc_waived=true']],
    ['nothing', undefined],
  ])('take nothing from a query that is %s', (_what, query) => {
    expect(givenAnswers(pharmacist, query)).toEqual({})
  })
})

describe('what the answers come to', () => {
  const papers = (key: string, query: string) => {
    const rules = rulesOf(key)
    return prepareDossier(rules, givenAnswers(rules, query)).papers.map(({ paper }) => paper.key)
  }
  const fees = (key: string, query: string) => {
    const rules = rulesOf(key)
    return prepareDossier(rules, givenAnswers(rules, query)).fee
  }

  it('a rented clinic brings its lease, an own one does not', () => {
    const clinic = 'gphd-specialist-clinic-new'
    const rent = fieldsOf(rulesOf(clinic).procedure).find(({ key }) => key === 'premises_ownership')
    if (rent?.type !== 'select') throw new Error('premises_ownership is no choice')
    const lists = fieldOptions(rent, SHIPPED_CODES).map(({ value }) =>
      papers(clinic, `premises_ownership=${value}`).includes('lease'),
    )
    expect(lists.sort()).toEqual([false, true])
  })

  it('a pharmacy and a commune cabinet pay different fees', () => {
    const shop = fees('gpp-new', 'retail_type=nha-thuoc&difficult_area=false')
    const hard = fees('gpp-new', 'retail_type=nha-thuoc&difficult_area=true')
    expect(shop.lines.map(({ key }) => key)).toEqual(['gpp'])
    expect(hard.lines.map(({ key }) => key)).toEqual(['gpp-difficult'])
    expect(shop.total).not.toBe(hard.total)
  })

  it('an error of the agency costs nothing', () => {
    const fee = fees('gphn-reissue', 'reissue_reason=loi-co-quan')
    expect([fee.total, fee.exemption !== null]).toEqual([0, true])
  })

  it('who files for another brings the authorisation on top', () => {
    const rules = rulesOf('gphn-reissue')
    const { more, papers: listed } = prepareDossier(rules, {})
    expect(listed.map(({ paper }) => paper.key)).not.toContain('authorisation')
    expect(more.map(({ fact, papers: on }) => [fact, keys(on)])).toEqual([
      ['capacity.proxy', ['authorisation']],
    ])
  })
})
