import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCalculatorQuery } from '@/components/deadlines/calculator-query'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { explainDue } from '@/lib/deadlines/explain-due'
import { writeLocalMoment } from '@/lib/deadlines/local-moment'

const good = { received: '2026-11-20T16:00', value1: '5', unit1: 'working-day' }

function read(change: Record<string, string> = {}) {
  return readCalculatorQuery(new URLSearchParams({ ...good, ...change }))
}

function due(change: Record<string, string> = {}) {
  const { question, problems } = read(change)
  if (!question) return problems.map(({ field, code }) => `${field}: ${code}`).join()
  const explained = explainDue(DEFAULT_CALENDAR, question)
  return explained.ok ? writeLocalMoment(explained.value.due) : explained.refusal.code
}

describe('the address of a calculation', () => {
  it('asks nothing on the first visit', () => {
    const first = readCalculatorQuery(new URLSearchParams())
    expect(first).toEqual({ asked: false, values: {}, problems: [], question: null })
  })

  it.each([
    ['2026-11-30T17:00', {}],
    ['2026-12-01T17:00', { cutoff: '15:00' }],
    ['2026-11-23T10:00', { received: '2026-11-20T15:00', value1: '0,5', unit1: 'working-day' }],
    ['2026-11-20T17:00', { value1: '', unit1: 'same-day' }],
    ['2026-12-02T17:00', { value2: '2', unit2: 'calendar-day' }],
    ['2026-12-02T17:00', { from1: '2026-11-26T08:00', to1: '2026-11-27T17:00', effect1: 'pause' }],
    [
      '2026-12-04T17:00',
      { from3: '2026-11-26T08:00', to3: '2026-11-27T10:00', effect3: 'restart' },
    ],
  ])('answers %s', (expected, change) => {
    expect(due(change)).toBe(expected)
  })

  it.each([
    ['received: received-wrong', { received: 'hôm qua' }],
    ['received: received-wrong', { received: '0026-11-20T16:00' }],
    ['value1: invalid-limit', { value1: 'năm' }],
    ['value1: value-not-positive', { value1: '0' }],
    ['value1: fraction-not-allowed', { value1: '2,3' }],
    ['unit1: unknown-unit', { unit1: 'week' }],
    ['unit2: unknown-unit', { value2: '3' }],
    ['cutoff: cutoff-wrong', { cutoff: '3 giờ' }],
    ['from1: wait-incomplete', { from1: '2026-11-26T08:00' }],
    ['from2: wait-reversed', { from2: '2026-11-26T08:00', to2: '2026-11-25T08:00' }],
    ['from3: wait-before-receipt', { from3: '2026-11-19T08:00', to3: '2026-11-25T08:00' }],
  ])('says %s', (expected, change) => {
    expect(due(change)).toBe(expected)
  })

  it('never breaks on nonsense, and never refuses what it read without a problem', () => {
    const names = fc.constantFrom(
      ...['received', 'value1', 'unit1', 'value2', 'unit2', 'cutoff', 'offHours', 'from1', 'to1'],
      ...['effect1', '__proto__', 'constructor'],
    )
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('2026-11-20T16:00', '9999-12-31T23:59', '1e3', 'month', '-5', '15:00', ''),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(names, words)), (pairs) => {
        const { question, problems } = readCalculatorQuery(new URLSearchParams(pairs))
        if (!question) return
        expect(problems).toEqual([])
        expect(explainDue(DEFAULT_CALENDAR, question).ok).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('how a date was counted', () => {
  function explained(change: Record<string, string>) {
    const { question } = read(change)
    const answer = question && explainDue(DEFAULT_CALENDAR, question)
    if (!answer?.ok) throw new Error('no answer')
    return answer.value
  }

  it('names each holiday and counts the weekends', () => {
    const { holidays, weekendDays } = explained({ received: '2026-04-24T08:00' })
    expect(holidays).toEqual([
      { day: '2026-04-27', holiday: 'hung-kings' },
      { day: '2026-04-30', holiday: 'reunification-and-labour' },
      { day: '2026-05-01', holiday: 'reunification-and-labour' },
    ])
    expect(weekendDays).toBe(4)
  })

  it('names every day off of the shipped years', () => {
    const days = Object.values(DEFAULT_CALENDAR.years).flatMap(({ off }) => off)
    const { holidays } = explained({ received: '2024-01-01T08:00', value1: '990' })
    expect(holidays.map(({ day }) => day)).toEqual(days.filter((day) => day < '2027-12-17'))
    expect(holidays.map(({ holiday }) => holiday)).not.toContain('other')
  })

  it('tells make-up days, the end of each part, and the date without waiting', () => {
    const answer = explained({
      received: '2026-08-21T10:00',
      value2: '2',
      unit2: 'working-day',
      from1: '2026-08-24T08:00',
      to1: '2026-08-24T17:00',
    })
    expect(answer.makeupDays).toEqual(['2026-08-22'])
    expect(answer.legEnds.map(writeLocalMoment)).toEqual(['2026-08-28T17:00', '2026-09-04T17:00'])
    expect(writeLocalMoment(answer.withoutWaits)).toBe('2026-09-03T17:00')
  })
})
