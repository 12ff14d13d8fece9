import { describe, expect, it } from 'vitest'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'
import { clinicJson } from '@/tests/factories/clinic-procedure'

type Item = Record<string, unknown> & { key: string }
type Spoil = (json: Procedure) => unknown

function at<Thing extends { key: string }>(things: Thing[], key: string): Thing {
  const found = things.find((thing) => thing.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

function field(json: Procedure, key: string): Item {
  return at(
    json.sections.flatMap(({ fields }) => fields),
    key,
  ) as unknown as Item
}

const put = (thing: object, values: object) => Object.assign(thing, values)
const drop = (thing: object, key: string) => Reflect.deleteProperty(thing, key)

/** One spoiled fact each: what is wrong, how it is planted, the rule and the place that must answer. */
const FAULTS: [string, Spoil, string][] = [
  [
    'a field asked twice',
    (p) => p.sections[1]?.fields.push(structuredClone(field(p, 'org_name')) as never),
    'unique-key @ sections.fields.org_name',
  ],
  [
    'a section of the same key',
    (p) => put(at(p.sections, 'it'), { key: 'safety' }),
    'unique-key @ sections.safety',
  ],
  [
    'a clause that is not in the library',
    (p) => put(at(p.checklist, 'rooms'), { basis: 'l99' }),
    'unknown-clause @ checklist.rooms.basis',
  ],
  [
    'a condition on a question nobody is asked',
    (p) => put(field(p, 'dental_chairs'), { visibleWhen: { field: 'kind', op: 'eq', value: 'x' } }),
    'unknown-field @ sections.facility.fields.dental_chairs.visibleWhen',
  ],
  [
    'a condition on an answer nobody can give',
    (p) =>
      put(field(p, 'dental_chairs'), {
        visibleWhen: { field: 'practice_specialty', op: 'eq', value: 'rang' },
      }),
    'unreachable-value @ sections.facility.fields.dental_chairs.visibleWhen',
  ],
  [
    'a fee for a form that cannot be chosen',
    (p) =>
      put(at(p.money.fees, 'appraisal-yhct'), {
        appliesWhen: { field: 'organisation_form', op: 'eq', value: 'benh-vien-yhct' },
      }),
    'unreachable-value @ money.fees.appraisal-yhct.appliesWhen',
  ],
  [
    'a yes/no compared with a word',
    (p) =>
      put(at(p.papers, 'radiation-licence'), {
        requiredWhen: { field: 'radiation_use', op: 'eq', value: 'true' },
      }),
    'unreachable-value @ papers.radiation-licence.requiredWhen',
  ],
  [
    'conditions in a circle',
    (p) =>
      put(field(p, 'organisation_form'), {
        visibleWhen: { field: 'practice_specialty', op: 'filled' },
      }),
    'circular-condition @ sections.fields.organisation_form',
  ],
  [
    'a choice without options',
    (p) => drop(field(p, 'ownership'), 'options'),
    'choice-source @ sections.facility.fields.ownership',
  ],
  [
    'a list nobody keeps',
    (p) => put(field(p, 'languages'), { list: 'tongues' }),
    'unknown-list @ sections.activity.fields.languages',
  ],
  [
    'an allowed value that is not in the list',
    (p) => put(field(p, 'organisation_form'), { allowed: ['phong-kham-rhm', 'phong-kham-tim'] }),
    'unknown-option @ sections.facility.fields.organisation_form',
  ],
  [
    'a pattern that does not compile',
    (p) => put(field(p, 'org_reg_number'), { pattern: '([a-z' }),
    'sound-limits @ sections.owner.fields.org_reg_number',
  ],
  [
    'a least above the most',
    (p) => put(field(p, 'storeys'), { min: 200 }),
    'sound-limits @ sections.premises.fields.storeys',
  ],
  [
    'rows told apart by no column',
    (p) => put(field(p, 'techniques'), { uniqueBy: ['id'] }),
    'sound-limits @ sections.techniques.fields.techniques',
  ],
  [
    'a company asked of everybody',
    (p) => drop(field(p, 'org_name'), 'visibleWhen'),
    'not-for-all @ sections.owner.fields.org_name',
  ],
  [
    'an open personal number',
    (p) => put(field(p, 'rp_id_number'), { sensitive: false }),
    'not-sealed @ sections.responsible-person.fields.rp_id_number',
  ],
  [
    'an upload of what the form makes',
    (p) =>
      p.papers.push({
        ...structuredClone(at(p.papers, 'lease')),
        key: 'form-08',
        form: 'Mẫu 08 PL II NĐ 96/2023',
      }),
    'asked-twice @ papers.form-08',
  ],
  [
    'a paper that is asked nowhere',
    (p) => at(p.sections, 'papers').fields.shift(),
    'paper-place @ papers.establishment',
  ],
  [
    'a mandatory paper with a condition',
    (p) => put(at(p.papers, 'lease'), { requirement: 'mandatory' }),
    'paper-condition @ papers.lease',
  ],
  [
    'a conditional paper without one',
    (p) => drop(at(p.papers, 'lease'), 'requiredWhen'),
    'paper-condition @ papers.lease',
  ],
  [
    'shares that make more than the clock',
    (p) => put(at(p.steps, 'sign'), { share: 0.9 }),
    'clock-shares @ clocks.issue',
  ],
  [
    'a step on a clock that is not there',
    (p) => put(at(p.steps, 'assign'), { clock: 'total' }),
    'step-clock @ steps.assign',
  ],
  [
    'intake that spends the processing clock',
    (p) => put(at(p.steps, 'intake'), { clock: 'appraisal' }),
    'intake-clock @ steps.intake',
  ],
  [
    'partial without a reason',
    (p) => put(p.serviceLevel, { scope: 'partial' }),
    'partial-reason @ serviceLevel',
  ],
  [
    'a fee that ends before it begins',
    (p) => put(at(p.money.fees, 'appraisal'), { validTo: '2020-01-01' }),
    'dates-order @ money.fees.appraisal',
  ],
  [
    'a cut of a fee that is not there',
    (p) => p.money.reductions[0]?.fees.push('stamp'),
    'unknown-fee @ money.reductions.64/2025/TT-BTC',
  ],
  [
    'a result from a question nobody is asked',
    (p) =>
      put(at(p.result.fields, 'facility_name'), { source: { from: 'answer', field: 'register' } }),
    'result-source @ result.fields.facility_name',
  ],
  [
    'a result from an answer that may be empty',
    (p) =>
      put(at(p.result.fields, 'facility_name'), {
        source: { from: 'answer', field: 'facility_name_foreign' },
      }),
    'result-source @ result.fields.facility_name',
  ],
  [
    'a number that prints the code of the province',
    (p) => put(p.result.number, { format: '{seq:5}/{province_code}-GPHĐ' }),
    'number-pattern @ result.number',
  ],
  [
    'an example that does not fit',
    (p) => put(p.result.number, { example: '01234/01-GPHĐ' }),
    'number-pattern @ result.number',
  ],
  [
    'English that is Vietnamese',
    (p) => put(at(p.sections, 'papers').title, { en: 'Giấy tờ kèm theo' }),
    'not-translated @ sections.papers.title',
  ],
  [
    'a rule on a column that is not there',
    (p) => put(at(p.rules, 'rooms-fit-floor'), { field: 'floor_area' }),
    'unknown-name @ rules.rooms-fit-floor',
  ],
  [
    'an agency that follows from no address',
    (p) => put(p.authority, { agencyField: 'facility_name' }),
    'agency-field @ authority.agencyField',
  ],
]

describe('a planted fault', () => {
  it.each(FAULTS)('is refused with place and reason: %s', (_, spoil, expected) => {
    const json = clinicJson()
    spoil(json as Procedure)
    const parsed = parseProcedure(json)
    if (parsed.ok) throw new Error('accepted')
    const { issues } = parsed.refusal
    expect(issues.map(({ rule, place }) => `${rule} @ ${place}`)).toContain(expected)
    expect(issues.every(({ severity, reason }) => severity === 'error' && reason !== '')).toBe(true)
  })

  it('is the only thing that is wrong', () => {
    expect(parseProcedure(clinicJson()).ok).toBe(true)
  })
})
