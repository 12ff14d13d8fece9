import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordHead } from '@/lib/ledger/record-file'
import { hash } from '@/lib/signing/cms/check'
import { readCms } from '@/lib/signing/cms/read'
import { RECORD_UNIT } from '@/lib/signing/signer'
import type { Timestamper } from '@/lib/signing/timestamper'
import { verifyDetached } from '@/lib/signing/verify-detached'
import { aChain, aHead, recordText, sign } from '@/tests/factories/record'
import {
  SIGNED_AT,
  type TestAuthority,
  testAuthority,
  timestamperAt,
} from '@/tests/factories/signing'
import { judgeRecord } from '@/tests/helpers/verify-record'

let by: TestAuthority
let head: RecordHead
beforeAll(async () => {
  by = await testAuthority()
  const { facts: _, ...made } = await aHead(by, { number: 1, seq: 3 })
  head = made
})
afterAll(() => by.remove())

/** What the stranger's verifier and our own say of the head under this signature. */
function judge(signature: string, rootFile = by.rootFile) {
  const { report } = judgeRecord(recordText(aChain(3), [{ ...head, signature }]), [
    '--trust',
    rootFile,
  ])
  const question = { trust: by.trust, unit: RECORD_UNIT, at: SIGNED_AT }
  const content = Buffer.from(head.payload)
  const own = verifyDetached(Buffer.from(signature, 'base64'), content, question)
  return { stranger: report.words ?? report.verdict, place: report.place, own: own.problems }
}

const signature = () => head.signature ?? ''

describe('the signature of a head', () => {
  it('is good to both verifiers', () => {
    expect(judge(signature())).toEqual({ stranger: 'valid', place: undefined, own: [] })
  })

  it.each([
    [
      'the seal of an agency',
      { keyId: 'seal-syt-01' },
      'not the system of the record',
      'unit-mismatch',
    ],
    ['a stamp of two days later', { later: 2 }, 'another day', 'timestamp-of-another-day'],
  ] as const)('is refused with %s', async (...[, how, words, problem]) => {
    const { keyId = 'record', later = 0 } = { keyId: undefined, later: undefined, ...how }
    const at = new Date(SIGNED_AT.getTime() + later * 86_400_000)
    const timestamper = timestamperAt(by.authority, at)
    const { stranger, place, own } = judge(await sign(by, head.payload, { keyId, timestamper }))
    expect(place).toEqual({ head: 1 })
    expect(stranger).toContain(words)
    expect(own).toEqual([problem])
  })

  it('is refused with a stamp over something else', async () => {
    const timestamper: Timestamper = () => by.timestamper(Buffer.from('another signature'))
    const { stranger, own } = judge(await sign(by, head.payload, { timestamper }))
    expect(stranger).toContain('the time stamp is about something else')
    expect(own).toEqual(['timestamp-wrong'])
  })

  it('is refused over another payload', async () => {
    const { stranger, own } = judge(await sign(by, `${head.payload} `))
    expect(stranger).toContain('the content is not what was signed')
    expect(own).toEqual(['content-changed'])
  })

  it('is refused under other roots', async () => {
    const strangers = await testAuthority()
    const { stranger } = judge(signature(), strangers.rootFile)
    const { own } = judge(await sign(strangers, head.payload))
    strangers.remove()
    expect(stranger).toContain('does not stand under the given roots')
    expect(own).toContain('chain-unknown')
  })

  it('is refused when anything follows it', () => {
    const longer = Buffer.concat([Buffer.from(signature(), 'base64'), Buffer.of(0)])
    const { stranger, own } = judge(longer.toString('base64'))
    expect(stranger).toContain('it is no CMS')
    expect(own).toEqual(['signature-unreadable'])
  })

  it.each([
    ['the hash of the payload', () => hash('sha256', [Buffer.from(head.payload)])],
    ['the hash of its certificate', () => hash('sha256', [parts().signer.der])],
    ['its certificate', () => parts().signer.der.subarray(-8)],
    ['the certificate above', () => parts().others[0]?.der.subarray(-8)],
    ['its value', () => parts().signature.subarray(-8)],
    ['what is stamped', () => hash('sha256', [parts().signature])],
    ['the stamped time', () => Buffer.from('20261118033000')],
    ['the value of the stamp', () => readCms(parts().timestamp ?? signed())?.signature],
  ])('is refused with one bit changed in %s', (_, find) => {
    const sought = find()
    const bent = Buffer.from(signed())
    const at = sought ? bent.indexOf(sought) : -1
    expect(at).toBeGreaterThan(0)
    bent[at + 7] = (bent[at + 7] ?? 0) ^ 1
    const { stranger, place, own } = judge(bent.toString('base64'))
    expect([stranger !== 'valid', place, own.length > 0]).toEqual([true, { head: 1 }, true])
  })
})

const signed = () => Buffer.from(signature(), 'base64')

function parts() {
  const cms = readCms(signed())
  if (!cms) throw new Error('no CMS')
  return cms
}
