import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { licenceFills } from '@/lib/documents/field-fill'
import { drawSealImage } from '@/lib/documents/images/seal-image'
import { drawSignatureImage } from '@/lib/documents/images/signature-image'
import { signPdf } from '@/lib/signing/sign-pdf'
import { NUMBER_AND_DATE, verifyPdf } from '@/lib/signing/verify-pdf'
import {
  given,
  SIGNED_AT,
  signAsLeader,
  signAsSeal,
  type TestAuthority,
  testAuthority,
} from '@/tests/factories/signing'
import { SLIP_KINDS } from './slip-kinds'

let by: TestAuthority

beforeAll(async () => {
  by = await testAuthority()
})
afterAll(() => by.remove())

const ofDesk = SLIP_KINDS.filter(({ fields }) => fields.includes('desk-signature'))
const ofLeader = SLIP_KINDS.filter(({ fields }) => fields.includes('leader-signature'))

describe.each(ofDesk)('a $kind', ({ render }) => {
  it('is signed once by the desk', async () => {
    const { bytes } = await render()
    const picture = await drawSignatureImage('Trần Thu Hà')
    const options = { at: SIGNED_AT, certification: 1, picture } as const
    const signed = given(
      await signPdf(bytes, options, { signer: by.desk, timestamper: by.timestamper }),
    )
    expect(verifyPdf(signed, { trust: by.trust, at: SIGNED_AT })).toMatchObject({
      verdict: 'valid',
      signatures: [{ role: 'desk', coversWholeDocument: true }],
    })
  })
})

describe.each(ofLeader)('a $kind', ({ render }) => {
  it('goes from the leader to number, date and seal', async () => {
    const { bytes } = await render()
    const picture = await drawSignatureImage('Đỗ Thị Hạnh')
    const certified = given(await signAsLeader(by, bytes, { picture }))
    const fills = given(licenceFills('12/SYT-NVY', '2027-01-15'))
    const seal = await drawSealImage('Sở Y tế Hà Nội')
    const issued = given(await signAsSeal(by, certified, { fills, picture: seal }))
    const options = {
      trust: by.trust,
      at: SIGNED_AT,
      allowedFills: NUMBER_AND_DATE,
      requiredRoles: ['leader', 'seal'],
    } as const
    expect(verifyPdf(issued, options)).toMatchObject({ verdict: 'valid' })
  })
})
