import { expect, it } from 'vitest'
import { letterNumber } from '@/lib/letters/letter-kinds'

const province = { kind: 'provincial-health-department', licenceSuffix: 'HNO' } as const
const ministry = { kind: 'ministry', licenceSuffix: 'BYT' } as const
const department = { kind: 'ministry-department', licenceSuffix: 'QLD' } as const

it.each([
  ['stop-notice', { ordinal: 7, agency: province }, '07/TB-SYT'],
  ['stop-notice', { ordinal: 1234, agency: ministry }, '1234/TB-BYT'],
  ['stop-notice', { ordinal: 3, agency: department }, '03/TB-QLD'],
  ['extension-letter', { ordinal: 12, agency: province }, '12/SYT-NVY'],
] as const)('number %s %o', (kind, given, number) => {
  expect(letterNumber(kind, given)).toBe(number)
})
