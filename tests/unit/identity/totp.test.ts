import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { findTotpStep, newTotpSecret, totpUri } from '@/lib/identity/totp'

const secret = newTotpSecret()
const at = new Date('2026-11-22T02:00:10Z')
const step = Math.floor(at.getTime() / 30_000)

function codeAt(moment: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment.getTime() })
}

it.each([
  ['the step before', -30, step - 1],
  ['now', 0, step],
  ['the step after', 30, step + 1],
])('accepts the code of %s and says which step it is', (_name, seconds, expected) => {
  const code = codeAt(new Date(at.getTime() + seconds * 1000))
  expect(findTotpStep(secret, code, at)).toBe(expected)
})

it.each([-90, -60, 60, 90])('refuses a code %i seconds away', (seconds) => {
  expect(findTotpStep(secret, codeAt(new Date(at.getTime() + seconds * 1000)), at)).toBeUndefined()
})

it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])(
  'refuses %j, which is no code',
  (code) => {
    expect(findTotpStep(secret, code, at)).toBeUndefined()
  },
)

it('tells an authenticator app whose secret it is', () => {
  expect(totpUri(secret, 'desk.hn@demo.test')).toContain(`secret=${secret}`)
})

it('agrees with the vectors of RFC 6238', () => {
  const vector = Secret.fromLatin1('12345678901234567890').base32
  expect(findTotpStep(vector, '287082', new Date(59_000))).toBe(1)
  expect(findTotpStep(vector, '005924', new Date(1_234_567_890_000))).toBe(41_152_263)
})
