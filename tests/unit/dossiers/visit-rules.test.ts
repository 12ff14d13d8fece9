import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import {
  type Closing,
  closingFault,
  correctionFault,
  isClosedDay,
  siteItems,
} from '@/lib/dossiers/inspections/visit-rules'
import { silenceClauseOf } from '@/lib/dossiers/opinions/ask-opinion'
import { opinionStanding } from '@/lib/dossiers/opinions/opinion-standing'
import { CLINIC } from '@/tests/factories/clinic-procedure'

const item = (key: string, severity: 'blocking' | 'advice' = 'blocking') => ({
  key,
  severity,
  text: { vi: key, en: key },
  stage: 'site' as const,
  basis: null,
  fields: [],
  papers: [],
})
const found = (itemKey: string, verdict: 'met' | 'not-met' | 'not-applicable') => ({
  itemKey,
  verdict,
  note: '',
})
const CLOSING: Closing = {
  heldOn: '2026-11-23',
  startedAt: '08:00',
  endedAt: '10:00',
  finding: 'pass',
  corrections: [],
  dueDay: null,
}
const GROUND = {
  items: [item('rooms'), item('waste'), item('sign', 'advice')],
  findings: [found('rooms', 'met'), found('waste', 'met')],
  acceptedOn: '2026-11-20',
  today: '2026-11-23',
}
const UNMET = { findings: [found('rooms', 'met'), found('waste', 'not-met')] }
const TO_DO = { corrections: [{ itemKey: 'waste', text: 'Ký hợp đồng.' }] }
const CORRECTS = { finding: 'pass-with-corrections' as const }

describe('closing a visit', () => {
  it.each([
    ['all met', {}, {}, undefined],
    ['tomorrow', { heldOn: '2026-11-24' }, {}, 'minutes-in-the-future'],
    ['before acceptance', { heldOn: '2026-11-19' }, {}, 'minutes-before-acceptance'],
    ['over before it began', { endedAt: '08:00' }, {}, 'visit-hours-wrong'],
    ['an item open', {}, { findings: [found('rooms', 'met')] }, 'site-items-open'],
    ['passed with an item unmet', {}, UNMET, 'site-items-not-met'],
    ['failed with an item unmet', { finding: 'fail' }, UNMET, undefined],
    ['failed with items open', { finding: 'fail' }, { findings: [] }, undefined],
    ['corrections without any', CORRECTS, UNMET, 'nothing-to-correct'],
    [
      'corrections of another item',
      { ...CORRECTS, corrections: [{ itemKey: 'rooms', text: 'x' }] },
      UNMET,
      'correction-without-words',
    ],
    [
      'corrections without words',
      { ...CORRECTS, corrections: [{ itemKey: 'waste', text: ' ' }] },
      UNMET,
      'correction-without-words',
    ],
    [
      'corrections by today',
      { ...CORRECTS, ...TO_DO, dueDay: '2026-11-23' },
      UNMET,
      'correction-due-past',
    ],
    ['corrections by tomorrow', { ...CORRECTS, ...TO_DO, dueDay: '2026-11-24' }, UNMET, undefined],
    [
      'not applicable is judged',
      {},
      { findings: [found('rooms', 'met'), found('waste', 'not-applicable')] },
      undefined,
    ],
  ] as const)('%s', (...[, closing, ground, fault]) => {
    expect(closingFault({ ...CLOSING, ...closing }, { ...GROUND, ...ground })).toBe(fault)
  })

  it('a demand may name more than what was unmet', () => {
    expect(correctionFault({ ...TO_DO, dueDay: null }, [], '2026-11-23')).toBeUndefined()
  })
})

it('the site looks at what the licence type names for the site, with the items for both', () => {
  const keys = siteItems(CLINIC).map(({ key }) => key)
  expect(keys).toContain('waste')
  expect(keys).toContain('techniques')
  expect(keys).not.toContain('rp-36m')
})

it.each([
  ['2026-11-23T02:00:00Z', false],
  ['2026-11-24T02:00:00Z', true],
  ['2026-11-28T02:00:00Z', true],
  ['2026-11-29T18:00:00Z', false],
])('the office is closed on the day of %s: %s', (moment, closed) => {
  expect(isClosedDay(DEFAULT_CALENDAR, new Date(moment))).toBe(closed)
})

const DUE = new Date('2026-11-30T10:00:00Z')
const before = new Date('2026-11-30T09:59:59Z')
const after = new Date('2026-11-30T10:00:01Z')

describe('where an opinion stands', () => {
  it.each([
    ['asked', null, 'appraisal', before, 'asked'],
    ['asked', null, 'appraisal', after, 'late'],
    ['asked', null, 'stop-requested', after, 'late'],
    ['asked', null, 'signing', before, 'void'],
    ['asked', null, 'refused', before, 'void'],
    ['answered', before, 'issued', after, 'answered'],
    ['answered', after, 'appraisal', after, 'answered-late'],
    ['void', null, 'appraisal', before, 'void'],
  ] as const)(
    '%s, answered %s, in %s at %s: %s',
    (...[state, answeredAt, dossierState, at, standing]) => {
      expect(opinionStanding({ state, answeredAt, dueAt: DUE }, { dossierState, at })).toBe(
        standing,
      )
    },
  )
})

describe('silence', () => {
  const clause = { key: 'c', law: 'Luật', article: 'Điều 1', text: { vi: '', en: '' } }
  it.each([
    [undefined, 'verified', null],
    ['c', 'verified', 'Điều 1, Luật'],
    ['c', 'secondary:X', 'Điều 1, Luật'],
    ['c', 'own_knowledge', null],
  ] as const)('under clause %s (%s) says %s', (silenceIsConsent, confidence, said) => {
    expect(silenceClauseOf({ silenceIsConsent, clauses: [{ ...clause, confidence }] })).toBe(said)
  })
})
