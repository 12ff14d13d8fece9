import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { answerQuestions, parseCalendarFile, parseQuestionList } from '@/lib/cli/due-questions'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'

const five = { id: 'a', received: '2026-11-20T16:00', limit: [{ value: 5, unit: 'working-day' }] }
const ask = (...questions: unknown[]) => answerQuestions(DEFAULT_CALENDAR, questions)

describe('a list of questions', () => {
  it('is answered in its order, one bad question spoils no other', () => {
    expect(ask({ ...five, cutoff: '15:00' }, null, { id: 2 }, five)).toEqual([
      { id: 'a', due: '2026-12-01T17:00', warnings: [] },
      { id: null, refused: 'invalid-question' },
      { id: 2, refused: 'invalid-moment' },
      { id: 'a', due: '2026-11-30T17:00', warnings: [] },
    ])
  })

  it.each([
    ['invalid-moment', { received: '2026-02-30T10:00' }],
    ['no-limit', { limit: [] }],
    ['invalid-limit', { limit: 5 }],
    ['unknown-unit', { limit: [{ value: 1, unit: 'week' }] }],
    ['value-not-positive', { limit: [{ value: 0, unit: 'working-day' }] }],
    ['fraction-not-allowed', { limit: [{ value: 1.5, unit: 'calendar-day' }] }],
    ['invalid-off-hours', { offHours: 'never' }],
    ['invalid-cutoff', { cutoff: 15 }],
    ['invalid-pause', { pauses: [{ from: 'x', to: 'y', effect: 'pause' }] }],
    [
      'unknown-pause-effect',
      { pauses: [{ from: '2026-11-23T08:00', to: '2026-11-23T09:00', effect: 'stop' }] },
    ],
    [
      'pause-reversed',
      { pauses: [{ from: '2026-11-23T08:00', to: '2026-11-20T17:00', effect: 'pause' }] },
    ],
    [
      'pause-before-receipt',
      { pauses: [{ from: '2026-11-20T08:00', to: '2026-11-23T08:00', effect: 'restart' }] },
    ],
  ])('is refused with %s', (code, change) => {
    expect(ask({ ...five, ...change })).toEqual([{ id: 'a', refused: code }])
  })

  it('warns beyond the loaded years', () => {
    expect(ask({ ...five, received: '2027-12-30T09:00' })).toMatchObject([
      { warnings: ['calendar-year-missing:2028'] },
    ])
  })
})

describe('a calendar file', () => {
  const hours = [
    ['07:00', '11:30'],
    ['13:30', '17:00'],
  ]
  const file = (body: object) => parseCalendarFile(JSON.stringify(body))

  it('may be short, and may name weekend days among the holidays', () => {
    const years = { '2026': { off: ['2026-11-21', '2026-11-24'], makeup: [] }, '2027': {} }
    const read = file({ hours, years })
    if (!read.ok) throw new Error(read.reason)
    expect(answerQuestions(read.value, [five])).toMatchObject([{ due: '2026-11-30T17:00' }])
  })

  it.each([
    [
      'sessions-overlap',
      {
        hours: [
          ['08:00', '12:00'],
          ['11:59', '17:00'],
        ],
        years: {},
      },
    ],
    ['session-reversed', { hours: [['12:00', '08:00']], years: {} }],
    ['year-missing', { hours, years: { '2025': {}, '2027': {} } }],
    ['day-outside-year', { hours, years: { '2026': { off: ['2027-01-01'] } } }],
    ['day-twice', { hours, years: { '2026': { off: ['2026-11-24', '2026-11-24'] } } }],
    [
      'day-off-and-makeup',
      { hours, years: { '2026': { off: ['2026-08-22'], makeup: ['2026-08-22'] } } },
    ],
    ['makeup-on-open-day', { hours, years: { '2026': { makeup: ['2026-11-25'] } } }],
    ['never-open', { hours, weekdays: { 1: [], 2: [], 3: [], 4: [], 5: [] }, years: {} }],
  ])('is refused whole with %s', (code, body) => {
    expect(file(body)).toMatchObject({ ok: false, reason: expect.stringContaining(code) })
  })
})

it('a list that is none is refused', () => {
  expect([null, 'not json', '{}'].map((text) => parseQuestionList(text).ok)).toEqual([
    false,
    false,
    false,
  ])
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'due-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (name: string, body: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(body))
    return join(folder, name)
  }
  const run = (...args: string[]) =>
    new Promise<[code: number, out: string]>((done) => {
      const child = execFile('node', ['--import', 'tsx', 'lib/cli/due.ts', ...args], (_, out) =>
        done([child.exitCode ?? -1, out]),
      )
    })

  it('ends with 0 even when a question is refused, 2 without usable files', async () => {
    const list = write('list.json', [five, { id: 'b' }])
    const bad = write('calendar.json', { hours: [], years: {} })
    const [answered, noFile, noCalendar] = await Promise.all([
      run(list),
      run(join(folder, 'nowhere.json')),
      run(list, '--calendar', bad),
    ])
    expect(answered[0]).toBe(0)
    expect(JSON.parse(answered[1])).toEqual([
      { id: 'a', due: '2026-11-30T17:00', warnings: [] },
      { id: 'b', refused: 'invalid-moment' },
    ])
    expect([noFile, noCalendar]).toEqual([
      [2, ''],
      [2, ''],
    ])
  }, 60_000)
})
