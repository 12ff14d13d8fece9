import { expect, it } from 'vitest'
import { calendarParts } from '@/lib/casework/calendar-parts'

const span = (id: string, effectiveFrom: string, effectiveTo: string | null = null) => ({
  id,
  key: id.startsWith('own') ? 'syt-01' : 'default',
  version: Number(id.at(-1)),
  effectiveFrom,
  effectiveTo,
})
const COUNTRY = span('default-1', '2024-01-01')

it.each([
  ['the country’s alone', [COUNTRY], ['default-1 2024-01-01']],
  [
    'an own one after the country’s',
    [COUNTRY, span('own-1', '2026-12-01')],
    ['default-1 2024-01-01', 'own-1 2026-12-01'],
  ],
  [
    'of two for one day the newer',
    [span('own-2', '2026-12-01'), COUNTRY, span('own-1', '2026-12-01')],
    ['default-1 2024-01-01', 'own-2 2026-12-01'],
  ],
  [
    'the country’s again when the own one ends',
    [COUNTRY, span('own-1', '2026-06-01', '2026-09-01'), span('default-2', '2026-07-01')],
    ['default-1 2024-01-01', 'own-1 2026-06-01', 'default-2 2026-09-01'],
  ],
  [
    'nothing that begins later',
    [COUNTRY, span('own-1', '2027-01-01'), span('default-2', '2026-11-01')],
    ['default-1 2024-01-01', 'default-2 2026-11-01'],
  ],
])('takes %s', (_, spans, parts) => {
  const taken = calendarParts(spans, 'syt-01', '2026-12-15')
  expect(taken.map(({ id, from }) => `${id} ${from}`)).toEqual(parts)
})
