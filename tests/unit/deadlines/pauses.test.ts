import { describe, expect, it } from 'vitest'
import { cases, due, type Row } from './ask-due'

const cutoff = '15:00'

const pauses: Row[] = [
  [
    '2026-11-30 09:00',
    '5 wd',
    '2026-12-08 11:30',
    '7/12 17:00 + 2 h + 1.5 h of office time',
    { pauses: ['2026-12-01 10:00 … 2026-12-01 14:30'] },
  ],
  [
    '2026-11-30 09:00',
    '5 wd',
    '2026-12-09 17:00',
    'two whole days are 960 minutes',
    { pauses: ['2026-12-01 08:00 … 2026-12-02 17:00'] },
  ],
  [
    '2026-11-30 09:00',
    '5 wd',
    '2026-12-09 17:00',
    'overlapping pauses count once',
    { pauses: ['2026-12-01 08:00 … 2026-12-02 12:00', '2026-12-01 11:00 … 2026-12-02 17:00'] },
  ],
  [
    '2026-11-30 09:00',
    '5 wd',
    '2026-12-07 17:00',
    'a weekend holds no office time',
    { pauses: ['2026-12-04 17:00 … 2026-12-07 08:00'] },
  ],
  [
    '2026-11-30 09:00',
    '5 wd',
    '2026-12-07 17:00',
    'it had ended before the pause',
    { pauses: ['2026-12-08 08:00 … 2026-12-10 17:00'] },
  ],
  [
    '2026-11-30 10:00',
    '8 h',
    '2026-12-01 12:00',
    '11–12 and 13–14 taken from hours',
    { pauses: ['2026-11-30 11:00 … 2026-11-30 14:00'] },
  ],
  [
    '2026-11-23 10:00',
    '2.5 wd',
    '2026-11-27 15:00',
    'a half limit and a whole day waited',
    { pauses: ['2026-11-25 08:00 … 2026-11-25 17:00'] },
  ],
  [
    '2026-11-02 09:00',
    '15 d',
    '2026-11-20 17:00',
    '17/11 and three times 1440 minutes',
    { pauses: ['2026-11-04 09:00 … 2026-11-07 09:00'] },
  ],
  [
    '2026-11-02 09:00',
    '15 d',
    '2026-11-20 17:00',
    '24:00 of 17/11 + 54 h is 6:00 of 20/11',
    { pauses: ['2026-11-04 09:00 … 2026-11-06 15:00'] },
  ],
  [
    '2026-11-02 09:00',
    '20 d + 5 wd',
    '2026-12-03 17:00',
    '22/11 + 4 is Thu 26; 27, 30/11, 1, 2, 3/12',
    { pauses: ['2026-11-10 08:00 … 2026-11-14 08:00'] },
  ],
  [
    '2026-12-08 09:00',
    '60 d',
    '2027-02-12 17:00',
    'a pause in the days the end moved over',
    { pauses: ['2027-02-08 09:00 … 2027-02-12 10:00'] },
  ],
]

const restarts: Row[] = [
  [
    '2026-11-20 09:00',
    '5 wd',
    '2026-12-17 17:00',
    'five working days after Thu 10/12',
    { pauses: ['anew 2026-11-23 10:00 … 2026-12-10 14:30'] },
  ],
  [
    '2026-11-20 09:00',
    '5 wd',
    '2026-12-17 17:00',
    'what was paused before is forgotten',
    { pauses: ['2026-11-20 10:00 … 2026-11-20 12:00', 'anew 2026-11-23 10:00 … 2026-12-10 14:30'] },
  ],
  [
    '2026-11-20 09:00',
    '5 wd',
    '2026-12-18 17:00',
    'what is paused later counts: 14/12 is 480 minutes',
    { pauses: ['anew 2026-11-23 10:00 … 2026-12-10 14:30', '2026-12-14 08:00 … 2026-12-14 17:00'] },
  ],
  [
    '2026-11-20 09:00',
    '5 wd',
    '2026-12-21 17:00',
    'a reply on Saturday counts as Mon 14/12',
    { pauses: ['anew 2026-11-23 10:00 … 2026-12-12 10:00'] },
  ],
  [
    '2026-11-20 09:00',
    '5 wd',
    '2026-12-21 17:00',
    'the cut-off holds for the reply too',
    { cutoff, pauses: ['anew 2026-11-23 10:00 … 2026-12-11 16:00'] },
  ],
  [
    '2026-11-20 09:00',
    '5 wd',
    '2026-12-17 17:00',
    'the last of two restarts counts',
    {
      pauses: [
        'anew 2026-12-01 10:00 … 2026-12-10 14:30',
        'anew 2026-11-23 10:00 … 2026-11-27 10:00',
      ],
    },
  ],
]

describe.each([
  ['pauses', pauses],
  ['restarts', restarts],
])('worked out by hand: %s', (_, rows) => {
  it.each(cases(rows))('$from, $limit: $expected ($why)', ({ from, limit, expected, options }) => {
    expect(due(from, limit, options)).toBe(expected)
  })
})
