import { describe, expect, it } from 'vitest'
import { cases, due, type Row } from './ask-due'

const holidays: Row[] = [
  ['2026-02-11 09:00', '5 wd', '2026-02-25 17:00', 'Tết 2026: 12, 13, then 23, 24, 25/2'],
  [
    '2026-02-18 09:00',
    '1 wd',
    '2026-02-24 17:00',
    'mùng 2: received on Mon 23/2, due the day after',
  ],
  ['2027-01-29 16:59', '4 wd', '2027-02-11 17:00', 'Tết 2027: 1, 2, 3/2, then 11/2'],
  ['2027-02-07 12:00', '1 wd', '2027-02-12 17:00', 'Sunday in Tết: received on Thu 11/2'],
  [
    '2027-02-03 17:00',
    '10 wd',
    '2027-02-25 17:00',
    'at closing: received on 11/2; 12, 15–19, 22–25/2',
  ],
  ['2026-01-08 10:00', '2 wd', '2026-01-10 17:00', 'Sat 10/1 works in exchange for Fri 2/1'],
  ['2026-01-10 10:00', '1 wd', '2026-01-12 17:00', 'a make-up Saturday is a day of receipt'],
  ['2025-04-25 10:00', '3 wd', '2025-04-29 17:00', 'Sat 26/4/2025 works in exchange for 2/5'],
  ['2024-04-26 10:00', '3 wd', '2024-05-04 17:00', '2 and 3/5, then Sat 4/5/2024 for 29/4'],
  ['2025-12-31 16:00', '3 wd', '2026-01-07 17:00', '1 and 2/1 off: 5, 6, 7/1'],
  ['2026-11-24 10:00', '1 wd', '2026-11-26 17:00', 'Culture Day: received on Wed 25/11'],
  ['2026-08-28 10:00', '1 wd', '2026-09-03 17:00', '31/8, 1 and 2/9 off'],
]

const ends: Row[] = [
  ['2026-11-09 09:00', '15 d', '2026-11-25 17:00', 'ends on 24/11, moves to 25/11'],
  ['2026-04-10 09:00', '20 d', '2026-05-04 17:00', '30/4, 1/5 and a weekend'],
  ['2025-12-18 09:00', '60 d', '2026-02-23 17:00', '16/2 is Tết, back on Mon 23/2'],
  ['2026-11-20 09:00', '1 d', '2026-11-23 17:00', 'Saturday moves to Monday'],
  ['2024-01-31 09:00', '1 m', '2024-02-29 17:00', 'no 31 February: the leap day'],
  ['2026-03-31 09:00', '1 m', '2026-05-04 17:00', 'no 31 April: 30/4 is off, moves to Mon 4/5'],
  ['2025-11-24 09:00', '12 m', '2026-11-25 17:00', 'the same date is Culture Day now'],
  [
    '2026-11-21 10:00',
    '3 d',
    '2026-11-25 17:00',
    'as it is: Sat + 3 is 24/11',
    { offHours: 'as-is' },
  ],
  ['2026-11-21 10:00', '3 d', '2026-11-26 17:00', 'received on Mon 23: + 3 is Thu 26/11'],
]

const halves: Row[] = [
  ['2026-11-20 15:00', '0.5 wd', '2026-11-23 10:00', '2 hours on Friday, 2 on Monday'],
  ['2026-11-23 08:00', '4.5 wd', '2026-11-30 12:00', '36 hours: 23, 25, 26, 27, half of 30/11'],
  ['2027-02-03 10:00', '2.5 wd', '2027-02-12 15:00', '6 hours before Tết, 8 on 11/2, 6 on 12/2'],
  ['2026-11-23 11:45', '0.5 h', '2026-11-23 13:15', 'over noon'],
]

const cutoff = '15:00'
const sameDay: Row[] = [
  ['2026-11-20 14:59', '1 same', '2026-11-20 17:00', 'before the cut-off', { cutoff }],
  ['2026-11-20 15:01', '1 same', '2026-11-23 17:00', 'after it: the next working day', { cutoff }],
  ['2026-11-23 15:30', '1 same', '2026-11-25 17:00', 'the next day is 24/11', { cutoff }],
  ['2026-11-21 10:00', '1 same', '2026-11-23 17:00', 'a Saturday as it is', { offHours: 'as-is' }],
  ['2026-11-20 18:00', '1 same', '2026-11-23 17:00', 'never before receipt', { offHours: 'as-is' }],
]

const sums: Row[] = [
  [
    '2026-11-02 09:00',
    '20 d + 5 wd',
    '2026-12-01 17:00',
    'Sun 22 → Mon 23; 25, 26, 27, 30/11, 1/12',
  ],
  ['2027-01-04 09:00', '1 m + 2.5 wd', '2027-02-16 12:00', '4/2 → 11/2; 12, 15 and half of 16/2'],
  [
    '2026-11-25 09:00',
    '2 wd + 1 d',
    '2026-11-30 17:00',
    'Fri 27, + 1 is Saturday, moves to Mon 30',
  ],
]

describe.each([
  ['holidays and make-up days', holidays],
  ['ends of calendar days and months', ends],
  ['halves', halves],
  ['the same day', sameDay],
  ['sums', sums],
])('worked out by hand: %s', (_, rows) => {
  it.each(cases(rows))('$from, $limit: $expected ($why)', ({ from, limit, expected, options }) => {
    expect(due(from, limit, options)).toBe(expected)
  })
})

describe('a question without an answer', () => {
  it.each([
    ['pause-reversed', { pauses: ['2026-12-02 10:00 … 2026-12-01 10:00'] }],
    ['pause-before-receipt', { pauses: ['2026-11-29 10:00 … 2026-12-01 10:00'] }],
    ['invalid-pause', { pauses: ['2026-13-01 10:00 … 2026-12-01 10:00'] }],
    ['invalid-cutoff', { cutoff: '25:00' }],
  ])('is refused with %s', (code, options) => {
    expect(due('2026-11-30 09:00', '5 wd', options)).toBe(code)
  })

  it.each([
    ['value-too-large', '1001 d'],
    ['value-too-large', '2 same'],
    ['value-not-positive', '-1 wd'],
    ['fraction-not-allowed', '0.25 h'],
    ['fraction-not-allowed', '1.5 m'],
    ['too-many-legs', Array.from({ length: 11 }, () => '1 d').join(' + ')],
  ])('is refused with %s: %s', (code, limit) => {
    expect(due('2026-11-30 09:00', limit)).toBe(code)
  })

  it('is refused with invalid-moment beyond a century', () => {
    expect(due('2100-01-01 09:00', '1 d')).toBe('invalid-moment')
    expect(due('1999-12-31 09:00', '1 d')).toBe('invalid-moment')
  })
})
