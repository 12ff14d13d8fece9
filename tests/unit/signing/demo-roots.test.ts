import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readTrust } from '@/lib/signing/trust'
import { testAuthority } from '@/tests/factories/signing'

it('a root of the demonstration counts for nothing unless the demonstration is on', async () => {
  const { rootFile, remove } = await testAuthority()
  const pem = readFileSync(rootFile, 'utf8')
  expect(readTrust(pem, { demo: true }).roots).toHaveLength(1)
  expect(readTrust(pem, { demo: false }).roots).toEqual([])
  remove()
})
