import { describe, expect, it } from 'vitest'
import { signInWithPassword } from '@/lib/identity/password-sign-in'
import { takeSignInTry } from '@/lib/identity/sign-in-limits'
import { anOfficer, later, password, start } from './somebody'

const address = '203.0.113.7'
const wrong = { ok: false, refusal: { code: 'sign-in-wrong' } }
let addresses = 0
const freshAddress = () => {
  addresses += 1
  return `198.51.100.${addresses}`
}

describe('an officer signs in by password and code', () => {
  it('comes in when everything is right, whatever the case of the address', async () => {
    const { email, personId, codeAt } = await anOfficer()
    const attempt = { email: ` ${email.toUpperCase()} `, password, code: codeAt(start), address }
    await expect(signInWithPassword(attempt, start)).resolves.toEqual({
      ok: true,
      value: { personId },
    })
  })

  it.each([
    ['a wrong password', { password: 'khong phai' }],
    ['a wrong code', { code: '000000' }],
    ['no code', { code: '' }],
    ['an unknown account', { email: 'nobody@demo.test' }],
    ['an endless password', { password: 'x'.repeat(100_000) }],
  ])('hears one and the same answer to %s', async (_name, mistake) => {
    const { email, codeAt } = await anOfficer()
    const attempt = { email, password, code: codeAt(start), address: freshAddress(), ...mistake }
    await expect(signInWithPassword(attempt, start)).resolves.toEqual(wrong)
  })

  it('spends a code: not again, and no older one after it', async () => {
    const { email, codeAt } = await anOfficer()
    const tryAt = (code: string) => signInWithPassword({ email, password, code, address }, start)
    await expect(tryAt(codeAt(start))).resolves.toMatchObject({ ok: true })
    await expect(tryAt(codeAt(start))).resolves.toEqual(wrong)
    await expect(tryAt(codeAt(later(-0.5)))).resolves.toEqual(wrong)
    await expect(tryAt(codeAt(later(0.5)))).resolves.toMatchObject({ ok: true })
  })

  it('lets in only one of two who race with one code', async () => {
    const { email, codeAt } = await anOfficer()
    const attempt = { email, password, code: codeAt(start), address }
    const outcomes = await Promise.all([1, 2, 3].map(() => signInWithPassword(attempt, start)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })
})

describe('somebody who tries', () => {
  it('gets five tries, even all at once, and then not even the right one', async () => {
    const { email, codeAt } = await anOfficer()
    const from = freshAddress()
    const guess = { email, password: 'doan', code: '111111', address: from }
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => signInWithPassword(guess, start)),
    )
    const codes = outcomes.map((outcome) => !outcome.ok && outcome.refusal.code)
    expect(codes.filter((code) => code === 'sign-in-wrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(7)
    const right = { email, password, code: codeAt(start), address: freshAddress() }
    const refused = await signInWithPassword(right, start)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'too-many-tries' } })
    expect(
      !refused.ok && 'retryAfterSeconds' in refused.refusal && refused.refusal.retryAfterSeconds,
    ).toBeLessThanOrEqual(600)
  })

  it('is counted the same for an account that does not exist', async () => {
    const guess = { email: 'ghost@demo.test', password: 'x', code: '1', address: freshAddress() }
    for (let n = 0; n < 5; n += 1) {
      await expect(signInWithPassword(guess, start)).resolves.toEqual(wrong)
    }
    await expect(signInWithPassword(guess, start)).resolves.toMatchObject({
      refusal: { code: 'too-many-tries' },
    })
  })

  it('gets the tries back by coming in', async () => {
    const { email, codeAt } = await anOfficer()
    const mistake = { email, password: 'nham', code: '0', address: freshAddress() }
    for (let n = 0; n < 4; n += 1) await signInWithPassword(mistake, start)
    const right = { ...mistake, password, code: codeAt(start) }
    await expect(signInWithPassword(right, start)).resolves.toMatchObject({ ok: true })
    for (let n = 0; n < 4; n += 1) {
      await expect(signInWithPassword(mistake, start)).resolves.toEqual(wrong)
    }
  })

  it('is slowed down by address when spraying over many accounts', async () => {
    const from = freshAddress()
    const spray = (n: number) => takeSignInTry(`s${n}@demo.test`, from)
    const tries = await Promise.all(Array.from({ length: 30 }, (_none, n) => spray(n)))
    expect(tries.every((one) => one.allowed)).toBe(true)
    await expect(spray(31)).resolves.toMatchObject({ allowed: false, retryAfterSeconds: 60 })
    const knock = await spray(32)
    expect(knock.allowed).toBe(false)
    expect(knock.retryAfterSeconds).toBeLessThanOrEqual(60)
    await expect(takeSignInTry('s33@demo.test', freshAddress())).resolves.toMatchObject({
      allowed: true,
    })
  })
})
