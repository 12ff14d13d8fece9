import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { registerWorkbook } from '@/lib/documents/register-workbook'
import { columnName, xmlText } from '@/lib/documents/workbook/sheet'
import { sampleRegister } from '@/tests/factories/sample-records'

/** The parts of an archive by name, read from its local headers. */
function unzip(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive)
  const parts = new Map<string, string>()
  let at = 0
  while (bytes.toString('latin1', at, at + 4) === 'PK\x03\x04') {
    const size = bytes.readUInt32LE(at + 18)
    const name = bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26))
    const start = at + 30 + bytes.readUInt16LE(at + 26)
    parts.set(name, inflateRawSync(bytes.subarray(start, start + size)).toString('utf8'))
    at = start + size
  }
  return parts
}

function sheetOf(overrides: Partial<ReturnType<typeof sampleRegister>['rows'][number]> = {}) {
  const data = sampleRegister(1)
  const rows = data.rows.map((row) => ({ ...row, ...overrides }))
  return unzip(registerWorkbook({ ...data, rows })).get('xl/worksheets/sheet1.xml') ?? ''
}

describe('the register as a workbook', () => {
  it('holds the parts that a spreadsheet program looks for', () => {
    expect([...unzip(registerWorkbook(sampleRegister(3))).keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ])
  })

  it('gives the same bytes for the same register', () => {
    const [first, again] = [
      registerWorkbook(sampleRegister(9)),
      registerWorkbook(sampleRegister(9)),
    ]
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it.each(['=1+1', '+84 24 3998', '-5', '@SUM(A1)', '=HYPERLINK("http://x.vn")'])(
    'keeps %s a text',
    (owner) => {
      const sheet = sheetOf({ owner })
      expect(sheet).not.toContain('<f>')
      expect(sheet).toContain(
        `s="4" t="inlineStr"><is><t xml:space="preserve">${xmlText(owner)}</t></is>`,
      )
    },
  )

  it('writes an instant as a date on the clocks of Viet Nam', () => {
    // 18/11/2026 08:40 is day 46344 and 520 of 1440 minutes.
    expect(sheetOf()).toContain(`s="3"><v>${Math.round((46_344 + 520 / 1440) * 1e8) / 1e8}</v>`)
  })

  it('escapes what XML and spreadsheets would read as a mark', () => {
    expect(xmlText('a<b>&"c" _x0041_')).toBe('a&lt;b&gt;&amp;&quot;c&quot; _x005F_x0041_')
  })

  it('says the totals above its heads, and filters from the heads on', () => {
    const parts = unzip(registerWorkbook(sampleRegister(40)))
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('Tổng số hồ sơ đã nhận: 40.')
    expect(sheet).toContain('<autoFilter ref="A5:O45"/>')
    expect(sheet.match(/<row /g)).toHaveLength(45)
  })

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
  ])('names column %i %s', (index, name) => {
    expect(columnName(index)).toBe(name)
  })
})
