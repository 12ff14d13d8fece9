import { afterAll, beforeAll, expect, it } from 'vitest'
import { licenceFills } from '@/lib/documents/field-fill'
import { drawSealImage } from '@/lib/documents/images/seal-image'
import { drawSignatureImage } from '@/lib/documents/images/signature-image'
import { renderLicence } from '@/lib/documents/licence'
import { renderReceiptSlip } from '@/lib/documents/receipt-slip'
import { signPdf } from '@/lib/signing/sign-pdf'
import { verifyPdf } from '@/lib/signing/verify-pdf'
import {
  given,
  SIGNED_AT,
  signAsLeader,
  signAsSeal,
  type TestAuthority,
  testAuthority,
} from '@/tests/factories/signing'
import { sampleLicence } from '../documents/sample-licence'
import { sampleReceiptSlip } from '../documents/sample-receipt-slip'
import { hasTool, opensslVerifies, runTool, validByPoppler } from './tools'

let by: TestAuthority

beforeAll(async () => {
  by = await testAuthority()
})
afterAll(() => by.remove())

it('takes the printed licence from the leader to the seal, and shows number and date', async () => {
  const { bytes } = await renderLicence(sampleLicence())
  const signature = await drawSignatureImage('Nguyễn Văn Mẫu')
  const certified = given(await signAsLeader(by, bytes, { picture: signature }))
  const fills = given(licenceFills('00123/HNO-GPHĐ', '2026-11-18'))
  const seal = await drawSealImage('Sở Y tế Hà Nội')
  const issued = given(await signAsSeal(by, certified, { fills, picture: seal }))
  expect(verifyPdf(issued, { trust: by.trust, at: SIGNED_AT })).toMatchObject({ verdict: 'valid' })
  expect(opensslVerifies(issued, 'leader-signature', by.rootFile)).toBe(true)
  expect(opensslVerifies(issued, 'agency-seal', by.rootFile)).toBe(true)
  if (hasTool('pdfsig')) expect(validByPoppler(issued)).toBe(2)
  if (hasTool('qpdf')) {
    expect(runTool(['qpdf', '--check', 'a.pdf'], { 'a.pdf': issued })).toMatchObject({ status: 0 })
  }
  if (hasTool('pdftotext')) {
    const { output } = runTool(['pdftotext', '-layout', 'a.pdf', '-'], { 'a.pdf': issued })
    expect(output).toContain('00123/HNO-GPHĐ')
    expect(output).toMatch(/ngày 18\s+tháng 11\s+năm 2026/)
  }
})

it('signs the printed slip once and for all', async () => {
  const { bytes } = await renderReceiptSlip(sampleReceiptSlip())
  const picture = await drawSignatureImage('Trần Thu Hà')
  const options = { at: SIGNED_AT, certification: 1, picture } as const
  const signed = await signPdf(bytes, options, { signer: by.desk, timestamper: by.timestamper })
  const slip = given(signed)
  expect(verifyPdf(slip, { trust: by.trust, at: SIGNED_AT })).toMatchObject({
    verdict: 'valid',
    signatures: [{ role: 'desk', coversWholeDocument: true }],
  })
})
