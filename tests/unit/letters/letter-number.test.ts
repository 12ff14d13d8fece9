import { expect, it } from 'vitest'
import { letterNumber } from '@/lib/letters/letter-kinds'

const province = { kind: 'provincial-health-department' } as const
const ministry = { kind: 'ministry' } as const

it.each([
  ['stop-notice', 7, province, '07/TB-SYT'],
  ['stop-notice', 1234, ministry, '1234/TB-BYT'],
  ['extension-letter', 12, province, '12/SYT-NVY'],
] as const)('number %s %i', (kind, ordinal, agency, number) => {
  expect(letterNumber(kind, { ordinal, agency })).toBe(number)
})
