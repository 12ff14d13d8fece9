import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RegisteredResult, verifyDocument } from '@/lib/verification/verify-document'
import {
  issuedLicence,
  SIGNED_AT,
  type TestAuthority,
  testAuthority,
} from '@/tests/factories/signing'

let by: TestAuthority
let issued: Uint8Array

beforeAll(async () => {
  by = await testAuthority()
  issued = (await issuedLicence(by)).issued
})
afterAll(() => by.remove())

const entry: RegisteredResult = {
  number: '00123/HNO-GPHĐ',
  issuedOn: '2026-11-18',
  holderName: 'Phòng khám An Bình',
  status: 'in-force',
}

const verify = (bytes: Uint8Array, known: RegisteredResult | null) =>
  verifyDocument(bytes, { trust: by.trust, at: SIGNED_AT, findRegistered: async () => known })

it('asks the register for the hash of the file', async () => {
  const asked: string[] = []
  const findRegistered = async (sha256: string) => {
    asked.push(sha256)
    return entry
  }
  const report = await verifyDocument(issued, { trust: by.trust, at: SIGNED_AT, findRegistered })
  expect(report).toMatchObject({ verdict: 'valid', reasons: [], registered: entry })
  expect(asked).toEqual([createHash('sha256').update(issued).digest('hex')])
})

it('does not believe a good signature on a file that was never issued', async () => {
  expect(await verify(issued, null)).toMatchObject({
    verdict: 'altered',
    reasons: ['not-in-register'],
  })
})

it.each(['suspended', 'revoked'] as const)('tells that the licence is %s', async (status) => {
  expect(await verify(issued, { ...entry, status })).toMatchObject({
    verdict: 'valid',
    reasons: [`licence-${status}`],
  })
})

it('does not ask about a file whose signatures do not hold', async () => {
  const report = await verify(Buffer.from('no PDF'), entry)
  expect(report).toMatchObject({ verdict: 'unreadable', registered: null })
})

it('judges the signatures alone when there is no register to ask', async () => {
  const report = await verifyDocument(issued, { trust: by.trust, at: SIGNED_AT })
  expect(report).toMatchObject({ verdict: 'valid', registered: null })
})
