import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Increment } from '@/lib/signing/pdf/increment'
import { readPdf } from '@/lib/signing/pdf/revisions'
import { signPdf } from '@/lib/signing/sign-pdf'
import { fileSigner } from '@/lib/signing/signers/file-signer'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { preparedLicence } from '@/tests/factories/prepared-pdf'
import {
  FILLS,
  fill,
  given,
  issuedLicence,
  SIGNED_AT,
  signAsLeader,
  signAsSeal,
  type TestAuthority,
  testAuthority,
} from '@/tests/factories/signing'
import { contentAttacks } from './content-attacks'
import { structureAttacks } from './structure-attacks'

let by: TestAuthority
let other: TestAuthority
let files: { certified: Uint8Array; issued: Uint8Array }

const verify = (pdf: Uint8Array, allowed: Partial<Parameters<typeof verifyPdf>[1]> = {}) =>
  verifyPdf(pdf, { trust: by.trust, at: SIGNED_AT, ...allowed })

beforeAll(async () => {
  ;[by, other] = await Promise.all([testAuthority(), testAuthority()])
  files = await issuedLicence(by)
})
afterAll(() => {
  by.remove()
  other.remove()
})

describe('an attack on a licence with both signatures', () => {
  it.each([...contentAttacks, ...structureAttacks])('$name', ({ attack, reason }) => {
    const { certified, issued } = files
    const outcome = verify(attack({ pdf: issued, certified }))
    expect(outcome.verdict).toBe('altered')
    expect(outcome.reasons).toContain(reason)
  })

  it('would not be noticed by a file that was left alone', () => {
    expect(verify(files.issued)).toMatchObject({ verdict: 'valid', reasons: [] })
  })
})

describe('what the clerk may do', () => {
  it('fills number and date, which stays valid', () => {
    expect(verify(files.issued).verdict).toBe('valid')
  })

  it('fills no other field, even with the seal in hand', async () => {
    const overreach = given(
      await signAsSeal(by, files.certified, { fills: [...FILLS, fill('remark', 'va xet nghiem')] }),
    )
    expect(verify(overreach)).toMatchObject({
      verdict: 'altered',
      reasons: ['field-changed', 'object-added'],
    })
    const fields = ['document-number', 'issue-day', 'issue-month', 'issue-year', 'remark']
    expect(verify(overreach, { allowedFills: fields }).verdict).toBe('valid')
  })
})

describe('which signatures must be there', () => {
  it('takes the first signature alone only when nothing more is asked for', () => {
    const { certified } = files
    expect(verify(certified, { requiredRoles: ['leader'] }).verdict).toBe('valid')
    expect(verify(certified, { requiredRoles: ['leader', 'seal'] })).toMatchObject({
      verdict: 'altered',
      reasons: ['required-signature-missing'],
    })
    expect(verify(certified).verdict).toBe('altered')
  })

  it('wants leader and seal of the same agency', async () => {
    const seal = fileSigner(by.keysDir, 'seal-syt-79', 'seal')
    const mixed = given(await signAsSeal({ ...by, seal }, files.certified))
    expect(verify(mixed)).toMatchObject({ verdict: 'altered', reasons: ['agency-mismatch'] })
  })

  it('wants the first signature to certify', async () => {
    const { leader: signer, timestamper } = by
    const plain = given(
      await signPdf(await preparedLicence(), { at: SIGNED_AT }, { signer, timestamper }),
    )
    expect(verify(plain, { requiredRoles: ['leader'] })).toMatchObject({
      verdict: 'altered',
      reasons: ['certification-missing'],
    })
  })
})

describe('whose document it is', () => {
  it('knows a document of another authority by its chain', async () => {
    const { issued } = await issuedLicence(other)
    const outcome = verify(issued)
    expect(outcome.verdict).toBe('not-ours')
    expect(outcome.reasons).toContain('chain-unknown')
    expect(outcome.signatures).toHaveLength(2)
  })

  it('calls a second seal by a stranger an alteration of ours', async () => {
    const sealed = given(
      await signAsSeal({ ...other, timestamper: by.timestamper }, files.certified),
    )
    expect(verify(sealed)).toMatchObject({ verdict: 'altered', reasons: ['chain-unknown'] })
  })

  it.each([
    ['without signatures', async () => preparedLicence(), 'not-ours'],
    [
      'of another structure',
      async () => Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\nstartxref\n0\n%%EOF'),
      'not-ours',
    ],
    ['that is empty', async () => new Uint8Array(), 'unreadable'],
    ['that is a text', async () => Buffer.from('Giấy phép'), 'unreadable'],
    [
      'of ours, broken off',
      async () => files.issued.subarray(0, files.issued.length - 9000),
      'altered',
    ],
    ['too large', async () => new Uint8Array(26 * 1024 * 1024), 'unreadable'],
  ])('judges a file %s', async (_, make, verdict) => {
    expect(verify(await make()).verdict).toBe(verdict)
  })

  it('stops at twelve revisions', () => {
    let pdf: Uint8Array = files.issued
    for (let count = 0; count < 10; count += 1) {
      const increment = new Increment(given(readPdf(pdf)))
      increment.add(null)
      pdf = increment.write()
    }
    expect(verify(pdf).reasons).toEqual(['too-many-revisions'])
  })
})

describe('a hostile file', () => {
  const time = (work: () => unknown) => {
    const start = performance.now()
    work()
    return performance.now() - start
  }

  it.each([
    ['brackets in brackets', `%PDF-1.7\n1 0 obj\n${'['.repeat(4_000_000)}`],
    ['numbers that might be references', `%PDF-1.7\n1 0 obj\n[${'1 0 '.repeat(1_000_000)}`],
    ['strings without an end', `%PDF-1.7\n1 0 obj\n${'('.repeat(4_000_000)}`],
    ['the beginning of many signatures', '/Contents <'.repeat(400_000)],
    ['signatures that are long and empty', `/Contents <${'0'.repeat(100_000)}`.repeat(40)],
    ['signatures nested without end', `/Contents <${'3080'.repeat(16_000)}`.repeat(24)],
    ['many objects', `%PDF-1.7\n${'1 0 obj\n'.repeat(500_000)}`],
  ])('of %s is refused in no time', (_, text) => {
    const end = '\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n'
    const pdf = Buffer.from(`${text}${end}${text.length + 1}\n%%EOF\n`, 'latin1')
    expect(time(() => expect(verify(pdf).verdict).not.toBe('valid'))).toBeLessThan(2000)
  })

  it('never makes the check fail, whatever bytes are changed', () => {
    const { issued } = files
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let round = 0; round < 80; round += 1) {
      const copy = Buffer.from(issued)
      const spot = random(copy.length)
      const value = random(256)
      if (copy[spot] === value) continue
      copy[spot] = value
      const insideHex = /^[0-9a-fA-F]$/.test(String.fromCharCode(value))
      const before = String.fromCharCode(issued[spot] ?? 0).toLowerCase()
      if (insideHex && before === String.fromCharCode(value).toLowerCase()) continue
      expect(verify(copy).verdict, `byte ${spot} became ${value}`).not.toBe('valid')
    }
  }, 30_000)
})

it('gives no leave to sign as the leader twice', async () => {
  expect(await signAsLeader(by, files.certified)).toMatchObject({ ok: false })
})
