import { describe, expect, it } from 'vitest'
import { fillAppearance, licenceFills } from '@/lib/documents/field-fill'
import { renderLicence } from '@/lib/documents/licence'
import { fillFields, listFields } from './fill-fields'
import { checkSyntax, hasTool, readText } from './pdf-tools'
import { sampleLicence } from './sample-licence'

function fillsOf(number: string, day: string) {
  const fills = licenceFills(number, day)
  if (!fills.ok) throw new Error('Printable number expected')
  return fills.value
}

describe('filling the number and the date of a licence', () => {
  it('writes the date by the rule of leading zeros', () => {
    const values = (day: string) => fillsOf('1/GPHĐ', day).map(({ value }) => value)
    expect(values('2027-01-05')).toEqual(['1/GPHĐ', '05', '01', '2027'])
    expect(values('2027-03-15')).toEqual(['1/GPHĐ', '15', '3', '2027'])
    expect(values('2027-12-31')).toEqual(['1/GPHĐ', '31', '12', '2027'])
  })

  it('refuses, as a value, a number that cannot be printed', () => {
    expect(licenceFills('00123/健', '2027-01-05')).toEqual({
      ok: false,
      refusal: { code: 'unprintable-characters', characters: ['健'] },
    })
  })

  it('uses only fonts that the field has at hand', async () => {
    const fields = await listFields((await renderLicence(sampleLicence())).bytes)
    for (const { name, contentStream } of fillsOf('00123/HNO-GPHĐ', '2027-01-05')) {
      const font = /\/(Tinos\w*) /.exec(contentStream)?.[1]
      const field = fields.find((each) => each.name === name)
      expect(field?.resources).toContain(`/${font} `)
    }
  })

  it('sets a long number narrower, whole, and a short one as it is', () => {
    const long = fillAppearance('document-number', '00123456/BVHTTDL-GPHĐ-ĐC')
    expect(long.contentStream).toMatch(/ [1-9]\d(\.\d+)? Tz /)
    expect(fillAppearance('document-number', '01/GP').contentStream).not.toContain('Tz')
  })

  it.skipIf(!hasTool('pdftotext'))('is read in its place by other programs', async () => {
    const { bytes } = await renderLicence(sampleLicence())
    const filled = await fillFields(bytes, fillsOf('00123/HNO-GPHĐ', '2027-01-05'))
    const text = readText(filled)
    expect(text).toContain('Số: 00123/HNO-GPHĐ\n')
    expect(text).toContain('Hà Nội, ngày 05 tháng 01 năm 2027\n')
    expect(text).toBe(text.normalize('NFC'))
  })

  it.skipIf(!hasTool('qpdf'))('leaves a sound file', async () => {
    const { bytes } = await renderLicence(sampleLicence())
    const filled = await fillFields(bytes, fillsOf('00123/HNO-GPHĐ', '2027-01-05'))
    expect(checkSyntax(filled)).toBe(0)
  })
})
