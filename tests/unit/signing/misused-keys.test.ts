import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedAttributes } from '@/lib/signing/cms/build'
import { readCertificate } from '@/lib/signing/cms/certificate'
import { hash } from '@/lib/signing/cms/check'
import { OID } from '@/lib/signing/cms/object-identifiers'
import { prepareSignature } from '@/lib/signing/prepare-signature'
import { completeSignature, signPdf } from '@/lib/signing/sign-pdf'
import type { Signer } from '@/lib/signing/signer'
import { fileSigner } from '@/lib/signing/signers/file-signer'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import { preparedLicence, preparedSlip } from '@/tests/factories/prepared-pdf'
import {
  FILLS,
  given,
  SIGNED_AT,
  signAsLeader,
  type TestAuthority,
  testAuthority,
} from '@/tests/factories/signing'
import { append, fakeContent } from './attack-target'

let by: TestAuthority
beforeAll(async () => {
  by = await testAuthority()
})
afterAll(() => by.remove())

const verify = (pdf: Uint8Array) => verifyPdf(pdf, { trust: by.trust, at: SIGNED_AT })

/** What a signing program of somebody's own makes, which does not ask for whom a place is. */
async function signInSealsPlace(pdf: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const options = { field: 'agency-seal', at: SIGNED_AT, fills: FILLS }
  const honest = given(await prepareSignature(pdf, await by.seal.certificateChain(), options))
  const certificateChain = await signer.certificateChain()
  const own = readCertificate(certificateChain[0] ?? new Uint8Array())
  if (!own) throw new Error('no certificate')
  const { gap } = honest
  const digest = hash('sha256', [honest.pdf.subarray(0, gap.start), honest.pdf.subarray(gap.end)])
  const attributes = signedAttributes(own, OID.data, digest)
  const request = {
    signedAttributes: attributes,
    signedAttributesHash: hash('sha256', [attributes]),
  }
  const prepared = { ...honest, ...request, certificateChain }
  return given(await completeSignature(prepared, await signer.sign(request), by.timestamper))
}

it('the seal of the agency is nobody’s own signature, however genuine that is', async () => {
  const certified = given(await signAsLeader(by, await preparedLicence()))
  expect(verify(await signInSealsPlace(certified, by.seal))).toMatchObject({ verdict: 'valid' })
  const deputy = fileSigner(by.keysDir, 'deputy-syt-01', 'leader')
  const { verdict, reasons } = verify(await signInSealsPlace(certified, deputy))
  expect({ verdict, reasons }).toEqual({ verdict: 'altered', reasons: ['role-mismatch'] })
})

it('a slip that the desk signed takes nothing more', async () => {
  const slip = given(
    await signPdf(
      await preparedSlip(),
      { at: SIGNED_AT, certification: 1 },
      { signer: by.desk, timestamper: by.timestamper },
    ),
  )
  const { verdict, reasons } = verify(append(slip, (target) => void fakeContent(target)))
  expect({ verdict, reasons }).toEqual({ verdict: 'altered', reasons: ['revision-not-allowed'] })
})
