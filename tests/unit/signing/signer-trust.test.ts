import 'reflect-metadata'
import { createPrivateKey, sign } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCms, signedAttributes } from '@/lib/signing/cms/build'
import { type Certificate, readCertificate } from '@/lib/signing/cms/certificate'
import { hash } from '@/lib/signing/cms/check'
import { OID } from '@/lib/signing/cms/object-identifiers'
import { prepareSignature } from '@/lib/signing/prepare-signature'
import { signPdf } from '@/lib/signing/sign-pdf'
import type { Signer } from '@/lib/signing/signer'
import type { Timestamper } from '@/lib/signing/timestamper'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { preparedLicence } from '@/tests/factories/prepared-pdf'
import {
  given,
  SIGNED_AT,
  type TestAuthority,
  testAuthority,
  timestamperAt,
} from '@/tests/factories/signing'
import { demoHolders } from '@/tests/sandbox/certificate-authority/demo-holders'
import { holderOrder, timestampOrder } from '@/tests/sandbox/certificate-authority/demo-keys'
import {
  type CertificateOrder,
  type Identity,
  issue,
  keyPem,
} from '@/tests/sandbox/certificate-authority/issue'

let by: TestAuthority

beforeAll(async () => {
  by = await testAuthority()
})
afterAll(() => by.remove())

/** The order of the demo's leader, with parts of it changed. */
function leaderOrder(changes: Partial<CertificateOrder> = {}): CertificateOrder {
  const [leader] = demoHolders
  if (!leader) throw new Error('no leader in the demo')
  const order = holderOrder(leader, by.authority.issuing, 'http://localhost')
  return { ...order, key: 'ec', ...changes }
}

function readIdentity({ certificate }: Identity): Certificate {
  const read = readCertificate(new Uint8Array(certificate.rawData))
  if (!read) throw new Error('unreadable')
  return read
}

function signerWith(identity: Identity, above: Identity[] = [by.authority.issuing]): Signer {
  const key = createPrivateKey(keyPem(identity.key))
  return {
    role: 'leader',
    certificateChain: async () =>
      [identity, ...above].map(({ certificate }) => new Uint8Array(certificate.rawData)),
    sign: async ({ signedAttributes: bytes }) =>
      sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
  }
}

async function certified(signer: Signer, options: { at?: Date; timestamper?: Timestamper } = {}) {
  const { at = SIGNED_AT, timestamper = by.timestamper } = options
  return signPdf(await preparedLicence(), { at, certification: 2 }, { signer, timestamper })
}

function judge(pdf: Uint8Array, at = SIGNED_AT) {
  return verifyPdf(pdf, { trust: by.trust, at, requiredRoles: ['leader'] })
}

/** A certified licence whose CMS is put together by the test. */
async function withCms(
  signer: Signer,
  make: (attributesOf: Certificate, attributes: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const chain = await signer.certificateChain()
  const options = { field: 'leader-signature', at: SIGNED_AT, certification: 2 } as const
  const prepared = given(await prepareSignature(await preparedLicence(), chain, options))
  const leaf = readCertificate(chain[0] ?? new Uint8Array())
  if (!leaf) throw new Error('unreadable')
  const cms = await make(leaf, prepared.signedAttributes)
  const pdf = Buffer.from(prepared.pdf)
  pdf.write(Buffer.from(cms).toString('hex'), prepared.gap.start + 1, 'latin1')
  return pdf
}

describe('the time of signing', () => {
  it('is the stamped one, at which the certificate must have been valid', async () => {
    const span = { from: new Date('2020-01-01'), to: new Date('2021-01-01') }
    const signer = signerWith(await issue(leaderOrder(span)))
    const claimed = new Date('2020-06-01')
    const late = given(await certified(signer, { at: claimed }))
    expect(judge(late)).toMatchObject({ verdict: 'altered', reasons: ['certificate-expired'] })
    const timestamper = timestamperAt(by.authority, claimed)
    const inTime = given(await certified(signer, { at: claimed, timestamper }))
    expect(judge(inTime)).toMatchObject({ verdict: 'valid' })
  })

  it('may not lie before the certificate', async () => {
    const span = { from: new Date('2027-01-01'), to: new Date('2028-01-01') }
    const signer = signerWith(await issue(leaderOrder(span)))
    const early = given(await certified(signer, { at: new Date('2027-06-01') }))
    expect(judge(early)).toMatchObject({ reasons: ['certificate-not-yet-valid'] })
  })

  it('is only claimed when there is no stamp, and then the chain is asked for today', async () => {
    const plain = await withCms(by.leader, async (leaf, attributes) =>
      buildCms({
        chain: [leaf, readIdentity(by.authority.issuing)],
        attributes,
        signature: await by.leader.sign({
          signedAttributes: attributes,
          signedAttributesHash: hash('sha256', [attributes]),
        }),
      }),
    )
    const report = judge(plain)
    expect(report.verdict).toBe('valid')
    expect(report.signatures).toMatchObject([{ level: 'B-B', signedAt: SIGNED_AT }])
    const muchLater = new Date('2048-01-01')
    expect(judge(plain, muchLater)).toMatchObject({ reasons: ['certificate-expired'] })
  })
})

describe('a time stamp is refused', () => {
  it('when it is about another signature', async () => {
    const timestamper: Timestamper = () => by.timestamper(Buffer.from('another signature'))
    expect(judge(given(await certified(by.leader, { timestamper })))).toMatchObject({
      verdict: 'altered',
      reasons: ['timestamp-wrong'],
    })
  })

  it('when a stranger gave it', async () => {
    const stranger = await testAuthority()
    const { timestamper } = stranger
    expect(judge(given(await certified(by.leader, { timestamper })))).toMatchObject({
      verdict: 'altered',
      reasons: ['timestamp-untrusted'],
    })
    stranger.remove()
  })

  it.each([
    [
      'may do other things too',
      [x509.ExtendedKeyUsage.timeStamping, x509.ExtendedKeyUsage.emailProtection],
      true,
    ],
    ['need not keep to it', [x509.ExtendedKeyUsage.timeStamping], false],
    ['may do something else', [x509.ExtendedKeyUsage.emailProtection], true],
  ])('when the certificate %s', async (_, purposes, critical) => {
    const order = timestampOrder(by.authority.issuing)
    const kept = order.extensions.filter(
      (each) => !(each instanceof x509.ExtendedKeyUsageExtension),
    )
    const extensions = [...kept, new x509.ExtendedKeyUsageExtension(purposes, critical)]
    const timestamp = await issue({ ...order, extensions })
    const timestamper = timestamperAt({ ...by.authority, timestamp }, SIGNED_AT)
    expect(judge(given(await certified(by.leader, { timestamper })))).toMatchObject({
      reasons: ['timestamp-untrusted'],
    })
  })
})

describe('a signature is refused', () => {
  it('when it names another certificate than the one it carries', async () => {
    const other = readIdentity(await issue(leaderOrder()))
    const forged = await withCms(by.leader, async (leaf, attributes) => {
      const digest = attributes.subarray(-32) // any digest will do: the certificate is looked at too
      const wrong = signedAttributes(other, OID.data, digest)
      const signature = await by.leader.sign({
        signedAttributes: wrong,
        signedAttributesHash: hash('sha256', [wrong]),
      })
      return buildCms({
        chain: [leaf, readIdentity(by.authority.issuing)],
        attributes: wrong,
        signature,
      })
    })
    const report = judge(forged)
    expect(report.verdict).toBe('altered')
    expect(report.reasons).toContain('signing-certificate-wrong')
  })

  it('when its value was made by another key', async () => {
    const forged = await withCms(by.leader, async (leaf, attributes) =>
      buildCms({
        chain: [leaf, readIdentity(by.authority.issuing)],
        attributes,
        signature: await by.seal.sign({
          signedAttributes: attributes,
          signedAttributesHash: hash('sha256', [attributes]),
        }),
      }),
    )
    expect(judge(forged)).toMatchObject({ reasons: ['signature-wrong'] })
  })

  it('when the certificate is not for signing', async () => {
    const extensions = [new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyEncipherment, true)]
    const signer = signerWith(await issue(leaderOrder({ extensions })))
    expect(judge(given(await certified(signer)))).toMatchObject({ reasons: ['key-not-allowed'] })
  })
})

describe('a chain is refused', () => {
  it('when a person issued the certificate', async () => {
    const person = await issue(leaderOrder())
    const signer = signerWith(await issue(leaderOrder({ issuer: person })), [
      person,
      by.authority.issuing,
    ])
    expect(judge(given(await certified(signer))).verdict).toBe('not-ours')
  })

  it('when it is longer than its authorities allow', async () => {
    const below = await issue({
      ...timestampOrder(by.authority.issuing),
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      ],
    })
    const signer = signerWith(await issue(leaderOrder({ issuer: below })), [
      below,
      by.authority.issuing,
    ])
    expect(judge(given(await certified(signer))).reasons).toContain('chain-unknown')
  })

  it('when a critical extension is not understood', async () => {
    const extensions = [new x509.Extension('1.2.3.4', true, Uint8Array.of(5, 0))]
    const signer = signerWith(await issue(leaderOrder({ extensions })))
    expect(judge(given(await certified(signer))).reasons).toContain('chain-unknown')
  })

  it('when the authority between is missing', async () => {
    const signer = signerWith(await issue(leaderOrder()), [])
    expect(judge(given(await certified(signer))).reasons).toContain('chain-unknown')
  })
})
