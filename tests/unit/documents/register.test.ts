import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { renderRegister } from '@/lib/documents/register'
import { REGISTER_STANDINGS } from '@/lib/documents/register-data'
import { registerTotals } from '@/lib/documents/register-totals'
import { sampleRegister, sampleRegisterRow } from '@/tests/factories/sample-records'
import { hasTool, readPages, readWording } from './pdf-tools'

const poppler = hasTool('pdftotext') && hasTool('pdfinfo')

describe('the totals of a register', () => {
  it('count every dossier once', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => sampleRegisterRow(index))
    const totals = registerTotals(rows)
    const { received, early, onTime, overdue, open, stopped } = totals
    expect(received).toBe(1000)
    expect(early + onTime + overdue + open + stopped).toBe(received)
  })

  it.each([
    ['early', { early: 1 }],
    ['on-time', { onTime: 1 }],
    ['overdue', { overdue: 1 }],
    ['open', { open: 1 }],
    ['open-overdue', { open: 1, openOverdue: 1 }],
    ['stopped', { stopped: 1 }],
  ] as const)('put %s in its place', (standing, counted) => {
    const none = { early: 0, onTime: 0, overdue: 0, open: 0, openOverdue: 0, stopped: 0 }
    expect(registerTotals([{ standing }])).toEqual({ ...none, received: 1, ...counted })
    expect(REGISTER_STANDINGS).toContain(standing)
  })
})

describe.skipIf(!poppler)('a register as it is printed', () => {
  it('lies on its side, with code and date each on one line', async () => {
    const { bytes } = await renderRegister(sampleRegister(6))
    const { width, height } = (await PDFDocument.load(bytes)).getPage(0).getSize()
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    const [page = ''] = readPages(bytes)
    expect(page).toContain('H26.15-261118-0001')
    expect(page).toContain('18/11/2026')
  })

  it('names period and scope, and closes with its totals and a signature', async () => {
    const text = readWording((await renderRegister(sampleRegister(40))).bytes)
    for (const part of [
      'SỔ THEO DÕI HỒ SƠ',
      '(Từ ngày 01/11/2026 đến ngày 30/11/2026)',
      'Lĩnh vực: Khám bệnh, chữa bệnh',
      'Tổng số hồ sơ đã nhận: 40. Đã trả kết quả trước hạn: 7; đúng hạn: 7; quá hạn: 7.',
      'Đang giải quyết: 13, trong đó đã quá hạn: 6. Dừng giải quyết hoặc không tiếp nhận: 6.',
      'PHỤ TRÁCH BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('is a register even of nothing', async () => {
    const text = readWording((await renderRegister(sampleRegister(0, { scope: '' }))).bytes)
    expect(text).toContain('Tổng số hồ sơ đã nhận: 0.')
    expect(text).toContain('Lĩnh vực: tất cả')
  })

  it('cuts a code of the old kind before a dash, not within a number', async () => {
    const [row] = sampleRegister(1).rows
    if (!row) throw new Error('A row expected')
    const rows = [{ ...row, code: '000.00.26.H29-231027-000361' }]
    const [page = ''] = readPages((await renderRegister(sampleRegister(1, { rows }))).bytes)
    expect(page).toContain('000.00.26.H29 -231027-000361')
  })

  it('shows the heads of its columns on every page', async () => {
    const pages = readPages((await renderRegister(sampleRegister(30))).bytes)
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.slice(0, -1).every((page) => page.includes('Mã hồ sơ'))).toBe(true)
  })

  it('takes two thousand dossiers, each a tagged row', async () => {
    const { bytes } = await renderRegister(sampleRegister(2000))
    const source = Buffer.from(bytes).toString('latin1')
    expect(source.match(/\/S \/TR\b/g)).toHaveLength(2001)
    expect(source.match(/\/S \/TD\b/g)).toHaveLength(26_000)
  })
})
