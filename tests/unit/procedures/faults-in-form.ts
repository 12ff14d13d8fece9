import { at, drop, field, type PlantedFault, put } from './plant'

export const FAULTS_IN_FORM: readonly PlantedFault[] = [
  [
    'a first value from nowhere',
    (p) => put(field(p, 'org_name'), { prefillFrom: 'registry.name' }),
    'unknown-source @ sections.owner.fields.org_name',
  ],
  [
    'a first value of another type',
    (p) => put(field(p, 'org_name'), { prefillFrom: 'organisation.head_office' }),
    'other-type @ sections.owner.fields.org_name',
  ],
  [
    'a value that follows, known under no name',
    (p) => put(at(p.derived, 'practice_specialty'), { knownAs: 'clinic.specialty' }),
    'unknown-source @ derived.practice_specialty',
  ],
  [
    'a kind of document that does not exist',
    (p) => put(at(p.papers, 'lease'), { documentType: 'lease' }),
    'unknown-document-type @ papers.lease',
  ],
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
]
