import { expect, it } from 'vitest'
import { hashOfNobody, hashPassword, verifyPassword } from '@/lib/identity/credentials'

it('knows the password again, and no other one', async () => {
  const stored = await hashPassword('một cửa 2026')
  await expect(verifyPassword('một cửa 2026', stored)).resolves.toBe(true)
  await expect(verifyPassword('mot cua 2026', stored)).resolves.toBe(false)
  await expect(verifyPassword('', stored)).resolves.toBe(false)
})

it('does not mind how a keyboard composes its accents', async () => {
  const stored = await hashPassword('giấy phép'.normalize('NFD'))
  await expect(verifyPassword('giấy phép'.normalize('NFC'), stored)).resolves.toBe(true)
})

it('salts: two hashes of one password differ', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
})

it('opens nothing by the hash of nobody', async () => {
  await expect(verifyPassword('', hashOfNobody)).resolves.toBe(false)
})

it('throws on a hash it does not know', async () => {
  await expect(verifyPassword('x', 'md5$abc')).rejects.toThrow('unknown scheme')
})
