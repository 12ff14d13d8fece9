import { at, drop, field, type PlantedFault, put } from './plant'

export const FAULTS_IN_PROCESS: readonly PlantedFault[] = [
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
    'filing elsewhere what is inspected on site',
    (p) => put(p.filingElsewhere ?? {}, { allowed: true }),
    'filing-elsewhere @ filingElsewhere',
  ],
  [
    'a reason for filing elsewhere that is no clause',
    (p) => put(p.filingElsewhere ?? {}, { basis: 'd118-99' }),
    'unknown-clause @ filingElsewhere.basis',
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
  [
    'an answer that would have to be two things',
    (p) =>
      put(at(p.papers, 'radiation-licence'), {
        requiredWhen: {
          all: [
            { field: 'radiation_use', op: 'eq', value: true },
            { not: { field: 'radiation_use', op: 'ne', value: false } },
          ],
        },
      }),
    'contradiction @ papers.radiation-licence.requiredWhen',
  ],
  [
    'a number above its own most',
    (p) =>
      put(at(p.checklist, 'rooms'), {
        appliesWhen: {
          all: [
            { field: 'storeys', op: 'at_least', value: 5 },
            { field: 'storeys', op: 'at_most', value: 2 },
          ],
        },
      }),
    'contradiction @ checklist.rooms.appliesWhen',
  ],
  [
    'a question behind a question that shuts it out',
    (p) =>
      put(field(p, 'copy_recipient'), {
        visibleWhen: {
          all: [
            { field: 'copy_channel', op: 'eq', value: 'buu-chinh' },
            { field: 'wants_paper_copy', op: 'eq', value: false },
          ],
        },
      }),
    'unreachable @ sections.delivery.fields.copy_recipient',
  ],
  ['a procedure that rests on no law', (p) => put(p, { legalBasis: [] }), 'shape @ legalBasis'],
  [
    'a fee without the decree that sets it',
    (p) => put(at(p.money.fees, 'appraisal'), { legal: '' }),
    'shape @ money.fees.0.legal',
  ],
  ['a step that nobody does', (p) => drop(at(p.steps, 'assign'), 'role'), 'shape @ steps.1.role'],
  [
    'a step that leads nowhere',
    (p) => put(at(p.steps, 'division-review'), { actions: ['read'] }),
    'step-exit @ steps.division-review',
  ],
  [
    'a process in which nobody may sign',
    (p) => put(at(p.steps, 'sign'), { actions: ['return-to-case-officer'] }),
    'step-exit @ steps',
  ],
  [
    'a stage longer than its clock',
    (p) =>
      put(at(p.clocks, 'issue'), {
        stages: [
          {
            key: 'draft',
            label: { vi: 'Dự thảo', en: 'Draft' },
            limit: { value: 15, unit: 'working-day' },
            confidence: 'own_knowledge',
          },
        ],
      }),
    'stage-limit @ clocks.issue.stages.draft',
  ],
  [
    'a paper that the State holds, asked for no reason',
    (p) => put(at(p.papers, 'lease'), { heldBy: 'land-registry', waivedWhen: undefined }),
    'already-held @ papers.lease',
  ],
  [
    'a sentence that nobody finishes',
    (p) => put(at(p.sections, 'it').title, { en: 'word '.repeat(50) }),
    'hard-to-read @ sections.it.title.en',
  ],
]
