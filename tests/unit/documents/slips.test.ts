import { describe, expect, it } from 'vitest'
import { listFields } from './fill-fields'
import { checkSyntax, hasTool, readStructure, readText } from './pdf-tools'
import { SLIP_KINDS } from './slip-kinds'

const poppler = hasTool('pdftotext') && hasTool('pdfinfo')

describe.each(SLIP_KINDS)('every $kind', ({ schema, fields, sample, render }) => {
  it('gives the same bytes for the same data, and other bytes for other data', async () => {
    const first = await render()
    const again = await render()
    const other = await render({ demo: false })
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
    expect(Buffer.compare(first.bytes, other.bytes)).not.toBe(0)
  })

  it('says where it is signed, and leaves these places empty', async () => {
    const listed = await listFields((await render()).bytes)
    expect(listed.map(({ name }) => name)).toEqual(fields)
    expect(listed.every(({ content, label }) => content === '' && label.length > 5)).toBe(true)
  })

  it('comes back from a stored snapshot as it went in', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(sample())))).toEqual(sample())
  })

  it('refuses, as a value, what cannot be printed', () => {
    expect(schema.safeParse(sample({ agencyName: 'Sở 健' })).success).toBe(false)
  })

  it('composes letters that came in parts', () => {
    const parsed = schema.parse(sample({ agencyName: 'Sở Y tế Hà Nội'.normalize('NFD') }))
    expect(parsed.agencyName).toBe('Sở Y tế Hà Nội')
  })

  it('claims the archive profile, its language and its title', async () => {
    const source = Buffer.from((await render()).bytes).toString('latin1')
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(source).toContain('(vi-VN)')
    expect(source).toContain('/DisplayDocTitle true')
  })

  it.skipIf(!hasTool('qpdf'))('is sound in syntax', async () => {
    expect(checkSyntax((await render()).bytes)).toBe(0)
  })

  it.skipIf(!poppler)('is read as composed text under the name of the state', async () => {
    const text = readText((await render()).bytes)
    expect(text).toBe(text.normalize('NFC'))
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(text).toContain('BẢN TRÌNH DIỄN')
    expect(readText((await render({ demo: false })).bytes)).not.toContain('BẢN TRÌNH DIỄN')
  })

  it.skipIf(!poppler)('has one title, and reads it before the rest', async () => {
    const structure = readStructure((await render()).bytes)
    expect(structure.match(/\bH1\b/g)).toHaveLength(1)
    expect(structure.indexOf('CỘNG HÒA')).toBeLessThan(structure.indexOf('H1'))
    expect(structure.lastIndexOf('Form')).toBeGreaterThan(structure.indexOf('H1'))
  })
})
