import { rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packPrepared, prepareSignature, unpackPrepared } from '@/lib/signing/prepare-signature'
import { completeSignature, signPdf } from '@/lib/signing/sign-pdf'
import { fileSigner } from '@/lib/signing/signers/file-signer'
import { httpTimestamper } from '@/lib/signing/timestamper'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { preparedLicence, preparedSlip } from '@/tests/factories/prepared-pdf'
import {
  given,
  issuedLicence,
  SIGNED_AT,
  signAsLeader,
  signAsSeal,
  type TestAuthority,
  testAuthority,
  timestamperAt,
} from '@/tests/factories/signing'
import { hasTool, opensslVerifies, runTool, signatureOf, validByPoppler } from './tools'

let by: TestAuthority

beforeAll(async () => {
  by = await testAuthority()
})
afterAll(() => by.remove())

describe('a licence signed by leader and seal', () => {
  it.each(['leader-syt-01', 'deputy-syt-01'])('satisfies other tools (%s)', async (keyId) => {
    const leader = fileSigner(by.keysDir, keyId, 'leader')
    const { issued } = await issuedLicence({ ...by, leader })
    const verdict = verifyPdf(issued, { trust: by.trust, at: SIGNED_AT })
    expect(verdict).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(opensslVerifies(issued, 'leader-signature', by.rootFile)).toBe(true)
    expect(opensslVerifies(issued, 'agency-seal', by.rootFile)).toBe(true)
    if (hasTool('pdfsig')) expect(validByPoppler(issued)).toBe(2)
    if (hasTool('qpdf')) {
      expect(runTool(['qpdf', '--check', 'a.pdf'], { 'a.pdf': issued })).toMatchObject({
        status: 0,
      })
    }
  })

  it('tells who signed, in which role, when and how strongly', async () => {
    const { issued } = await issuedLicence(by)
    const { signatures } = verifyPdf(issued, { trust: by.trust, at: SIGNED_AT })
    expect(signatures).toMatchObject([
      { role: 'leader', commonName: 'Nguyễn Văn Mẫu (DEMO)', level: 'B-T', signedAt: SIGNED_AT },
      {
        role: 'seal',
        commonName: 'Sở Y tế Hà Nội (DEMO)',
        level: 'B-T',
        coversWholeDocument: true,
      },
    ])
    expect(signatures[0]?.coversWholeDocument).toBe(false)
  })

  it('shows number and date to whoever reads the text', async () => {
    if (!hasTool('pdftotext')) return
    const { issued } = await issuedLicence(by)
    const { output } = runTool(['pdftotext', 'a.pdf', '-'], { 'a.pdf': issued })
    expect(output).toContain('00123/HNO-GPH')
    expect(output).toContain('2026')
  })

  it('draws the picture of the signature with its transparency', async () => {
    const blue = { r: 20, g: 40, b: 200, alpha: 0.5 }
    const picture = { create: { width: 40, height: 20, channels: 4 as const, background: blue } }
    const png = await sharp(picture).png().toBuffer()
    const signed = given(await signAsLeader(by, await preparedLicence(), { picture: png }))
    expect(
      verifyPdf(signed, { trust: by.trust, at: SIGNED_AT, requiredRoles: ['leader'] }),
    ).toMatchObject({ verdict: 'valid' })
    expect(Buffer.from(signed).includes('/SMask')).toBe(true)
    if (hasTool('pdfimages')) {
      const { output } = runTool(['pdfimages', '-list', 'a.pdf'], { 'a.pdf': signed })
      expect(output).toMatch(/image +40 +20 +rgb/)
      expect(output).toMatch(/smask +40 +20 +gray/)
    }
  })

  it('leaves every byte of the certified file as it was', async () => {
    const { certified, issued } = await issuedLicence(by)
    expect(Buffer.from(issued.subarray(0, certified.length)).equals(certified)).toBe(true)
  })

  it('needs far less room than is kept for a signature', async () => {
    const { issued } = await issuedLicence(by)
    expect(signatureOf(issued, 'leader-signature').bytes.length).toBeLessThan(6 * 1024)
  })
})

describe('a slip signed by the desk', () => {
  it('is certified so that nothing may follow', async () => {
    const slip = given(
      await signPdf(
        await preparedSlip(),
        { at: SIGNED_AT, certification: 1 },
        { signer: by.desk, timestamper: by.timestamper },
      ),
    )
    const { verdict, signatures } = verifyPdf(slip, { trust: by.trust, at: SIGNED_AT })
    expect(verdict).toBe('valid')
    expect(signatures).toMatchObject([{ role: 'desk', coversWholeDocument: true }])
    if (hasTool('pdfsig')) expect(validByPoppler(slip)).toBe(1)
  })
})

describe('two phases', () => {
  it('waits as plain data between the hash and the signature', async () => {
    const chain = await by.leader.certificateChain()
    const options = { field: 'leader-signature', at: SIGNED_AT, certification: 2 } as const
    const prepared = given(await prepareSignature(await preparedLicence(), chain, options))
    const stored = JSON.parse(JSON.stringify(packPrepared(prepared)))
    const again = unpackPrepared(stored)
    const signed = given(
      await completeSignature(again, await by.leader.sign(again), by.timestamper),
    )
    const outcome = verifyPdf(signed, { trust: by.trust, at: SIGNED_AT, requiredRoles: ['leader'] })
    expect(outcome.verdict).toBe('valid')
  })

  it('prepares the same bytes from the same input', async () => {
    const chain = await by.leader.certificateChain()
    const pdf = await preparedLicence()
    const options = { field: 'leader-signature', at: SIGNED_AT, certification: 2 } as const
    const [one, other] = [
      given(await prepareSignature(pdf, chain, options)),
      given(await prepareSignature(pdf, chain, options)),
    ]
    expect(packPrepared(one)).toEqual(packPrepared(other))
  })

  it('refuses a signature that another key made', async () => {
    const chain = await by.leader.certificateChain()
    const options = { field: 'leader-signature', at: SIGNED_AT, certification: 2 } as const
    const prepared = given(await prepareSignature(await preparedLicence(), chain, options))
    const foreign = await by.seal.sign(prepared)
    expect(await completeSignature(prepared, foreign, by.timestamper)).toEqual({
      ok: false,
      refusal: { code: 'certificate-mismatch' },
    })
  })
})

describe('signing is refused', () => {
  it.each([
    [
      'a field that is not there',
      'field-missing',
      { fills: [{ name: 'nowhere', value: '1', contentStream: '' }] },
    ],
    ['a certificate that has expired', 'certificate-expired', { at: new Date('2050-01-01') }],
    [
      'a certificate that is too young',
      'certificate-not-yet-valid',
      { at: new Date('2019-01-01') },
    ],
    ['a picture that is none', 'picture-unreadable', { picture: Buffer.from('no picture') }],
  ])('for %s', async (_, code, overrides) => {
    const result = await signAsLeader(by, await preparedLicence(), overrides)
    expect(result).toEqual({ ok: false, refusal: { code } })
  })

  it('for a file that is no PDF', async () => {
    expect(await signAsLeader(by, Buffer.from('hello'))).toMatchObject({
      refusal: { code: 'pdf-unreadable' },
    })
  })

  it('when the field is already signed or filled, or the document certified', async () => {
    const { certified, issued } = await issuedLicence(by)
    const twice = { code: 'field-already-signed' }
    expect(await signAsLeader(by, certified)).toEqual({ ok: false, refusal: twice })
    expect(await signAsSeal(by, issued, { fills: [] })).toEqual({ ok: false, refusal: twice })
    const again = await signAsSeal(by, certified, { certification: 2 })
    expect(again).toEqual({ ok: false, refusal: { code: 'already-certified' } })
    const [number] = given({
      ok: true,
      value: [{ name: 'issue-day', value: '1', contentStream: '' }],
    })
    const filled = given(
      await signAsLeader(by, await preparedLicence(), { fills: number ? [number] : [] }),
    )
    expect(await signAsSeal(by, filled)).toEqual({
      ok: false,
      refusal: { code: 'field-already-filled' },
    })
  })

  it('when the certification allows nothing more', async () => {
    const locked = given(await signAsLeader(by, await preparedLicence(), { certification: 1 }))
    expect(await signAsSeal(by, locked)).toEqual({
      ok: false,
      refusal: { code: 'document-locked' },
    })
  })

  it('when a key is used in a role that its certificate does not name', async () => {
    const leader = fileSigner(by.keysDir, 'seal-syt-01', 'leader')
    const result = await signAsLeader({ ...by, leader }, await preparedLicence())
    expect(result).toEqual({ ok: false, refusal: { code: 'certificate-mismatch' } })
  })

  it('when the key is gone, or there for others to read', async () => {
    const gone = await testAuthority()
    rmSync(join(gone.keysDir, 'leader-syt-01.key.pem'))
    expect(await signAsLeader(gone, await preparedLicence())).toMatchObject({
      refusal: { code: 'signer-unavailable' },
    })
    gone.remove()
  })

  it('when no time stamp can be had', async () => {
    const timestamper = httpTimestamper('http://127.0.0.1:9/tsa', 500)
    expect(await signAsLeader({ ...by, timestamper }, await preparedLicence())).toMatchObject({
      refusal: { code: 'timestamp-unavailable' },
    })
  })
})

it('trusts no root of the demo unless told to', async () => {
  const { issued } = await issuedLicence({
    ...by,
    timestamper: timestamperAt(by.authority, SIGNED_AT),
  })
  expect(verifyPdf(issued, { trust: { roots: [] }, at: SIGNED_AT })).toMatchObject({
    verdict: 'not-ours',
  })
})
