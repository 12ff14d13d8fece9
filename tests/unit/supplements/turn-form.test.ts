import { describe, expect, it } from 'vitest'
import {
  closedNames,
  missingInTurn,
  openKeys,
  type Turn,
  turnRules,
  writeTurn,
} from '@/lib/supplements/turn-form'
import { clinicAnswers } from '@/tests/factories/answers'
import { clinicRules } from '@/tests/factories/clinic-procedure'

const FILED = [
  'establishment',
  'rp-licence',
  'lease',
  'device-proofs',
  'waste-contract',
  'fire-approval',
]
function aTurn(overrides: Partial<Turn> = {}): Turn {
  return {
    rules: clinicRules(),
    items: [
      { kind: 'field', key: 'facility_name' },
      { kind: 'paper', key: 'rp-licence' },
    ],
    base: clinicAnswers(),
    draft: {},
    ...overrides,
  }
}
const radiation = { items: [{ kind: 'field', key: 'radiation_use' }] } satisfies Partial<Turn>

describe('the form of an answer', () => {
  it('holds what was asked for and nothing else', () => {
    const [first, ...rest] = turnRules(aTurn()).procedure.sections
    expect(first?.fields.map(({ key }) => key)).toEqual(['facility_name', 'paper_rp_licence'])
    expect(rest.flatMap((section) => section.fields.map(({ key }) => key))).not.toContain(
      'facility_name',
    )
  })

  it('opens the questions that an answer brings up', () => {
    const off = aTurn({ ...radiation, base: clinicAnswers({ radiation_use: false }) })
    expect([...openKeys(off)]).toEqual(['radiation_use'])
    const on = { ...off, draft: { radiation_use: true } }
    expect(openKeys(on)).toContain('radiation_licence_no')
    expect(openKeys(on)).toContain('paper_radiation_licence')
  })

  it('names what is written to a closed question', () => {
    const entries = [
      ['facility_name', 'A'],
      ['storeys', '9'],
      ['practitioners[0].full_name', 'B'],
    ] as const
    expect(closedNames(aTurn(), entries)).toEqual(['storeys', 'practitioners'])
  })

  it('keeps open answers alone, wrong ones as they were typed', () => {
    const written = writeTurn(aTurn(), [
      ['facility_name', ' Phòng khám Mẫu '],
      ['storeys', '9'],
    ])
    expect(written.draft).toEqual({ facility_name: 'Phòng khám Mẫu' })
    const wrong = writeTurn(aTurn(), [['facility_name', '']])
    expect(wrong.parsed.obstacles).toMatchObject([{ path: 'facility_name', code: 'required' }])
  })
})

describe('what keeps an answer from being sent', () => {
  it('is a paper without a new file, though an old one is on file', () => {
    expect(missingInTurn(aTurn(), [], FILED)).toMatchObject([
      { path: 'paper_rp_licence', code: 'paper-missing' },
    ])
    expect(missingInTurn(aTurn(), ['rp-licence'], FILED)).toEqual([])
  })
  it('is a question that was left empty or brought up and not answered', () => {
    const turn = aTurn({
      ...radiation,
      base: clinicAnswers({ radiation_use: false }),
      items: [...radiation.items, { kind: 'field', key: 'facility_name' }],
      draft: { radiation_use: true, facility_name: '' },
    })
    expect(missingInTurn(turn, [], FILED).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['facility_name', 'paper_radiation_licence']),
    )
  })
})
