import { describe, expect, it } from 'vitest'
import { type ClockRun, extendClock, openWait, startClock } from '@/lib/deadlines/clock-run'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { dutiesOf, type Watched } from '@/lib/dossiers/watch/duties'

/** Local Vietnamese time. */
const at = (written: string) => new Date(`${written}:00+07:00`)

function run(key: string, from: string, days: number): ClockRun {
  const started = startClock(DEFAULT_CALENDAR, {
    key,
    limit: [{ value: days, unit: 'working-day' }],
    from: at(from),
  })
  if (!started.ok) throw new Error(started.refusal.code)
  return started.value
}

/** Accepted on Monday 7 December 2026, due on Monday 21 December at 17:00. */
const main = run('appraisal', '2026-12-07T09:00', 10)
const inWork: Watched = {
  state: 'appraisal',
  receivedAt: at('2026-12-04T09:00'),
  acceptanceDueAt: at('2026-12-07T09:00'),
  dueAt: new Date(main.due),
  replyDueAt: null,
  stepKey: null,
  stepDueAt: null,
  clocks: [main],
}
const kinds = (dossier: Watched, now: string) =>
  dutiesOf(dossier, DEFAULT_CALENDAR, at(now)).map(({ kind }) => kind)

describe('what a dossier under work is owed', () => {
  it.each([
    ['2026-12-15T09:00', []],
    ['2026-12-16T09:00', ['extend-first']],
    ['2026-12-17T09:00', ['extend-last']],
    ['2026-12-18T16:00', ['extend-last']],
    // Sunday is the last day before the date: the letter may still be signed.
    ['2026-12-20T23:59', ['extend-today']],
    ['2026-12-21T16:59', []],
    // On time is judged by date, not by the hour.
    ['2026-12-21T23:59', []],
    ['2026-12-22T00:00', ['overdue']],
    ['2027-03-01T09:00', ['overdue']],
  ])('at %s: %j', (now, expected) => {
    expect(kinds(inWork, now)).toEqual(expected)
  })

  it('owes no second extension: the date moved once already', () => {
    const extended = extendClock(DEFAULT_CALENDAR, main, '2026-12-28')
    if (!extended.ok) throw new Error(extended.refusal.code)
    const dossier = { ...inWork, clocks: [extended.value], dueAt: new Date(extended.value.due) }
    expect(kinds(dossier, '2026-12-24T09:00')).toEqual([])
    expect(kinds(dossier, '2026-12-29T09:00')).toEqual(['overdue'])
  })

  it('owes nothing by a date while the law waits for the applicant', () => {
    const waiting = openWait(main, {
      from: at('2026-12-08T09:00').toISOString(),
      effect: 'restart',
    })
    const dossier: Watched = { ...inWork, state: 'supplement', dueAt: null, clocks: [waiting] }
    expect(kinds(dossier, '2027-01-20T09:00')).toEqual([])
  })

  it('calls an overdue correction by its name, and offers no extension for it', () => {
    const correction = run('correction', '2026-12-07T09:00', 3)
    const dossier: Watched = {
      ...inWork,
      state: 'correcting',
      clocks: [correction],
      dueAt: new Date(correction.due),
    }
    expect(kinds(dossier, '2026-12-09T09:00')).toEqual([])
    expect(kinds(dossier, '2026-12-11T09:00')).toEqual(['correction-late'])
  })

  it('names the step that has spent its share', () => {
    const dossier = { ...inWork, stepKey: 'desk-review', stepDueAt: at('2026-12-10T11:00') }
    expect(kinds(dossier, '2026-12-10T11:00')).toEqual([])
    expect(dutiesOf(dossier, DEFAULT_CALENDAR, at('2026-12-10T11:01'))).toEqual([
      { do: 'remind', kind: 'step-late', about: 'desk-review 2026-12-10T04:00:00.000Z' },
    ])
  })
})

describe('what the desk is owed', () => {
  const filed: Watched = {
    ...inWork,
    state: 'submitted',
    dueAt: at('2026-12-07T09:00'),
    clocks: [],
  }
  it('is told at once, and the delay is recorded after 8 working hours', () => {
    expect(kinds(filed, '2026-12-04T09:05')).toEqual(['new-dossier'])
    expect(kinds(filed, '2026-12-07T09:00')).toEqual(['new-dossier'])
    expect(kinds(filed, '2026-12-07T09:01')).toEqual(['new-dossier', 'acceptance-late'])
  })
})

describe('what the applicant is owed while they are awaited', () => {
  const waiting = openWait(main, { from: at('2026-12-08T09:00').toISOString(), effect: 'restart' })
  const dossier: Watched = {
    ...inWork,
    state: 'supplement',
    dueAt: null,
    replyDueAt: at('2026-12-23T17:00'),
    clocks: [waiting],
  }
  it.each([
    ['2026-12-12T23:00', []],
    ['2026-12-13T00:01', ['reply-first']],
    ['2026-12-18T09:00', ['reply-second']],
    ['2026-12-21T09:00', ['reply-last']],
    ['2026-12-23T23:59', ['reply-last']],
    ['2026-12-24T00:00', ['close-proposed']],
  ])('at %s: %j', (now, expected) => {
    expect(kinds(dossier, now)).toEqual(expected)
  })

  it('is proposed to be closed only where silence closes', () => {
    const correcting = { ...dossier, state: 'site-correction' as const }
    expect(kinds(correcting, '2027-01-10T09:00')).toEqual([])
  })
})
