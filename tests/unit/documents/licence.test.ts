import { describe, expect, it } from 'vitest'
import { renderLicence } from '@/lib/documents/licence'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { listFields } from './fill-fields'
import { checkSyntax, countRoles, hasTool, pageCount, readStructure, readText } from './pdf-tools'
import { sampleLicence } from './sample-licence'

const MM = 72 / 25.4
const poppler = hasTool('pdftotext') && hasTool('pdfinfo')

describe('a licence before it is signed', () => {
  it('gives the same bytes for the same data, and other bytes for other data', async () => {
    const first = await renderLicence(sampleLicence())
    const again = await renderLicence(structuredClone(sampleLicence()))
    const other = await renderLicence(sampleLicence({ demo: false }))
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
    expect(Buffer.compare(first.bytes, other.bytes)).not.toBe(0)
  })

  it('has its number, its date and two signatures as empty printable fields', async () => {
    const fields = await listFields((await renderLicence(sampleLicence())).bytes)
    expect(fields.map(({ name, type }) => [name, type])).toEqual([
      ['document-number', 'Tx'],
      ['issue-day', 'Tx'],
      ['issue-month', 'Tx'],
      ['issue-year', 'Tx'],
      ['leader-signature', 'Sig'],
      ['agency-seal', 'Sig'],
    ])
    expect(fields.every(({ flags, label }) => flags === '4' && label.length > 5)).toBe(true)
    expect(fields.every(({ content }) => content === '')).toBe(true)
  })

  it('keeps a real-size seal over the left third of the signature', async () => {
    const fields = await listFields((await renderLicence(sampleLicence())).bytes)
    const place = (name: string) => {
      const field = fields.find((each) => each.name === name)
      if (!field) throw new Error(name)
      return field.rectangle
    }
    const seal = place('agency-seal')
    const signature = place('leader-signature')
    expect(seal.width / MM).toBeCloseTo(36, 2)
    expect(seal.height / MM).toBeCloseTo(36, 2)
    expect((seal.x + seal.width - signature.x) / signature.width).toBeCloseTo(1 / 3, 2)
    const middle = (box: typeof seal) => box.y + box.height / 2
    expect(middle(seal)).toBeCloseTo(middle(signature), 1)
  })

  it('claims the archive profile, its language and its title', async () => {
    const { bytes } = await renderLicence(sampleLicence())
    const source = Buffer.from(bytes).toString('latin1')
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(source).toContain('/GTS_PDFA1')
    expect(source).toContain('(vi-VN)')
    expect(source).toContain('/DisplayDocTitle true')
    expect(source).not.toContain('/ObjStm')
  })
})

describe.skipIf(!poppler)('a licence as other programs read it', () => {
  it('says in order what the form says', async () => {
    const text = readText((await renderLicence(sampleLicence())).bytes)
    const lines = text.split(/\n+/).map((line) => line.trim())
    for (const line of [
      'BẢN TRÌNH DIỄN',
      'THÀNH PHỐ HÀ NỘI',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'GIẤY PHÉP HOẠT ĐỘNG',
      'Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15;',
      'GIÁM ĐỐC SỞ Y TẾ CẤP GIẤY PHÉP',
      '1. Tên cơ sở: PHÒNG KHÁM RĂNG HÀM MẶT AN BÌNH',
      '- Lưu: VT, NVY.',
      'Nguyễn Văn Mẫu',
      '7K4M-9QWX-2FTA-RB8N.',
    ]) {
      expect(lines).toContain(line)
    }
    expect(text).toBe(text.normalize('NFC'))
  })

  it('is read aloud from the heading to the foot', async () => {
    const structure = readStructure((await renderLicence(sampleLicence())).bytes)
    const order = [
      'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI',
      'SỞ Y TẾ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: ',
      'Hà Nội, ngày ',
      'H1',
      'Căn cứ Luật',
      'H2',
      '1. Tên cơ sở',
      '6. Thời gian làm việc',
      'Nơi nhận:',
      'GIÁM ĐỐC"',
      'Nguyễn Văn Mẫu',
      'Figure',
      'Kiểm tra bản gốc',
    ].map((part) => structure.indexOf(part))
    expect(order).toEqual([...order].sort((one, other) => one - other))
    expect(order).not.toContain(-1)
    expect(structure).not.toContain('BẢN TRÌNH DIỄN')
  })

  it('leaves no lone word in the name of an agency', async () => {
    const agency = 'CỤC QUẢN LÝ KHÁM, CHỮA BỆNH VÀ PHỤC HỒI CHỨC NĂNG'
    const heading = { parentAgency: 'BỘ Y TẾ', agency, place: 'Thành phố Hồ Chí Minh' }
    const text = readText((await renderLicence(sampleLicence({ heading }))).bytes)
    const lines = text.split(/[\n\f]+/).map((line) => line.trim())
    const parts = lines.filter((line) => line && agency.includes(line))
    expect(parts.join(' ')).toBe(agency)
    expect(Math.min(...parts.map((part) => part.length))).toBeGreaterThan(9)
  })

  it('wraps a name of 250 characters and loses nothing of it', async () => {
    const name = `PHÒNG KHÁM ${'ĐA KHOA NGUYỄN HUỆ '.repeat(13)}`.slice(0, 250).trim()
    const fields = [{ label: 'Tên cơ sở', value: name }]
    const text = readText((await renderLicence(sampleLicence({ fields }))).bytes)
    expect(text.replace(/\s+/g, ' ')).toContain(`1. Tên cơ sở: ${name}`)
  })

  it('cuts a word that is longer than the line', async () => {
    const word = 'địachỉ'.repeat(40)
    const fields = [{ label: 'Trang', value: word }]
    const text = readText((await renderLicence(sampleLicence({ fields }))).bytes)
    expect(text.replace(/\s+/g, '')).toContain(word)
  })

  it('prints every Vietnamese letter', async () => {
    const vowels = 'aăâeêioôơuưy'
    const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
    const small = [...vowels].flatMap((vowel) => tones.map((tone) => vowel + tone)).join('')
    const letters = `${small}đ`.normalize('NFC')
    const value = `${letters} ${letters.toLocaleUpperCase('vi')}`
    const fields = [{ label: letters.slice(0, 36), value }]
    const text = readText((await renderLicence(sampleLicence({ fields }))).bytes)
    const read = text.replace(/\s+/g, '')
    expect(read).toContain(letters)
    expect(read).toContain(letters.toLocaleUpperCase('vi'))
  })

  it('numbers its pages from the second and repeats the head of a table', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      String(index + 1),
      `Ca ${index + 1}: từ 07 giờ 00 đến 20 giờ 00`,
    ])
    const columns = [
      { head: 'TT', share: 1, align: 'centre' as const },
      { head: 'Thời gian làm việc', share: 8 },
    ]
    const annex = { title: 'THỜI GIAN LÀM VIỆC', columns, rows }
    const { bytes } = await renderLicence(sampleLicence({ annex }))
    const pages = readText(bytes).split('\f').slice(0, -1)
    expect(pages).toHaveLength(pageCount(bytes))
    expect(pages).toHaveLength(3)
    expect(pages[0]).not.toMatch(/^\s*1\s*$/m)
    expect(pages[1]).toMatch(/^\s*2\s*$/m)
    expect(pages[2]).toMatch(/^\s*3\s*$/m)
    expect(pages[1]).toContain('Thời gian làm việc')
    expect(pages[2]).toContain('Thời gian làm việc')
    expect(countRoles(bytes)).toMatchObject({ Table: 1, TH: 2, TR: 61, TD: 120 })
  })

  it('lets 60 lines of working hours flow, and never leaves the signature alone', async () => {
    const hours = Array.from({ length: 60 }, (_, index) => `Ca ${index + 1}: 07:00 - 20:00`)
    const fields = [{ label: 'Thời gian làm việc', value: hours.join('\n') }]
    const { bytes } = await renderLicence(sampleLicence({ fields }))
    const pages = readText(bytes).split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(1)
    const last = pages.at(-1) ?? ''
    expect(last).toContain('Ca 60: 07:00 - 20:00')
    expect(last).toContain('Nguyễn Văn Mẫu')
    expect(last).toContain('Kiểm tra bản gốc điện tử')
  })

  it('takes the smaller type where that saves a page', async () => {
    const more = Array.from({ length: 3 }, (_, index) => ({
      label: `Ghi chú ${index + 1}`,
      value: 'Cơ sở bảo đảm các điều kiện hoạt động theo quy định của pháp luật.',
    }))
    const fields = [...sampleLicence().fields, ...more]
    expect(pageCount((await renderLicence(sampleLicence({ fields }))).bytes)).toBe(1)
  })

  it.skipIf(!hasTool('qpdf'))('is sound in syntax', async () => {
    expect(checkSyntax((await renderLicence(sampleLicence())).bytes)).toBe(0)
  })
})

describe('licence data', () => {
  it('comes back from a stored snapshot as it went in', () => {
    const data = sampleLicence()
    expect(licenceDataSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data)
  })

  it('is brought to composed characters', () => {
    const signerName = 'Nguyễn Văn Mẫu'.normalize('NFD')
    const signature = { capacityLines: ['GIÁM ĐỐC'], signerName }
    const parsed = licenceDataSchema.parse(sampleLicence({ signature }))
    expect(parsed.signature.signerName).toBe('Nguyễn Văn Mẫu')
  })

  it('refuses, as a value, a character that the print fonts lack', () => {
    const fields = [{ label: 'Tên cơ sở', value: 'Phòng khám 健康' }]
    const parsed = licenceDataSchema.safeParse(sampleLicence({ fields }))
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['fields', 0, 'value'],
      message: 'unprintable-characters',
      params: { characters: ['健', '康'] },
    })
  })

  it('throws when such a character gets as far as the printer', async () => {
    const fields = [{ label: 'Tên cơ sở', value: 'Phòng khám 健康' }]
    await expect(renderLicence(sampleLicence({ fields }))).rejects.toThrow('No glyph')
  })
})
