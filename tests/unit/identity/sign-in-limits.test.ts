import { expect, it } from 'vitest'
import { backOffSeconds } from '@/lib/identity/sign-in-limits'

it.each([
  [1, 60],
  [2, 120],
  [3, 240],
  [6, 1920],
  [7, 3600],
  [500, 3600],
])('after strike %i an address waits %i seconds', (strikes, seconds) => {
  expect(backOffSeconds(strikes)).toBe(seconds)
})
