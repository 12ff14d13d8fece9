import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findSafePath, isOfficePath, withReturn } from '@/app/_server/safe-path'

it.each(['/', '/my', '/my?a=1&b=2#c', '/procedures/gphd?lang=en', '/tra-cứu', '/x?to=//evil.test'])(
  'comes back to %s',
  (path) => {
    expect(findSafePath(path)).toBe(new URL(path, 'http://x').href.slice('http://x'.length))
  },
)

it.each([
  'https://evil.test',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '/./\\evil.test',
  '/..//evil.test',
  'javascript:alert(1)',
  'my',
  '',
  '/api/payments',
  '/x/../api/files/1',
  `/${'x'.repeat(3000)}`,
  null,
  undefined,
  ['/my'],
  7,
])('does not lead to %j', (value) => {
  expect(findSafePath(value)).toBeUndefined()
})

it('never leaves the portal, whatever is asked', () => {
  const ugly = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '@', ':', '?', '#', '%', '\t', 'a', 'evil.test', 'http'),
  })
  fc.assert(
    fc.property(ugly, (value) => {
      const path = findSafePath(value)
      if (path === undefined) return
      expect(new URL(path, 'http://portal.test').origin).toBe('http://portal.test')
    }),
  )
})

it.each([
  ['/office', true],
  ['/office/queues/new', true],
  ['/admin?x', true],
  ['/officer', false],
  ['/my', false],
  [undefined, false],
])('knows whether %s is for officers', (path, expected) => {
  expect(isOfficePath(path)).toBe(expected)
})

it('carries the way back', () => {
  expect(withReturn('/login', '/my?a=1')).toBe('/login?callbackUrl=%2Fmy%3Fa%3D1')
  expect(withReturn('/login', undefined)).toBe('/login')
})
