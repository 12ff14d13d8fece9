import { describe, expect, it } from 'vitest'
import { renderReceiptSlip } from '@/lib/documents/receipt-slip'
import { receiptSlipDataSchema } from '@/lib/documents/receipt-slip-data'
import { listFields } from './fill-fields'
import { checkSyntax, countRoles, hasTool, pageCount, readText } from './pdf-tools'
import { sampleReceiptSlip } from './sample-receipt-slip'

const poppler = hasTool('pdftotext') && hasTool('pdfinfo')

/** The text with line ends as spaces: wording is what counts here. */
async function wording(overrides: Parameters<typeof sampleReceiptSlip>[0] = {}): Promise<string> {
  const { bytes } = await renderReceiptSlip(sampleReceiptSlip(overrides))
  return readText(bytes).replace(/\s+/g, ' ')
}

describe('a receipt slip', () => {
  it('gives the same bytes for the same data', async () => {
    const [first, again] = await Promise.all([
      renderReceiptSlip(sampleReceiptSlip()),
      renderReceiptSlip(sampleReceiptSlip()),
    ])
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
  })

  it('waits for the signature of the desk', async () => {
    const fields = await listFields((await renderReceiptSlip(sampleReceiptSlip())).bytes)
    expect(fields.map(({ name, type }) => [name, type])).toEqual([['desk-signature', 'Sig']])
  })

  it('comes back from a stored snapshot as it went in', () => {
    const data = sampleReceiptSlip()
    expect(receiptSlipDataSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data)
  })

  it('refuses, as a value, a name that cannot be printed', () => {
    expect(receiptSlipDataSchema.safeParse(sampleReceiptSlip({ owner: '王' })).success).toBe(false)
  })
})

describe.skipIf(!poppler)('a receipt slip as it is read', () => {
  it('holds the fields of form 01', async () => {
    const text = await wording()
    for (const part of [
      'Mã hồ sơ: H26.15-261118-0007',
      'Hà Nội, ngày 18 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      '(Liên: Giao người nộp hồ sơ)',
      'Tiếp nhận hồ sơ của: Công ty TNHH An Bình',
      'Người nộp: Lê Thị Mẫu; số định danh: 001•••••••89',
      'Số lượng hồ sơ: 01 bộ. Phí đã nộp: 4.300.000 đồng.',
      'Thời gian nhận hồ sơ: 08 giờ 40 phút, ngày 18 tháng 11 năm 2026.',
      'Đăng ký nhận kết quả: trực tuyến',
      'Quyển số: 11/2026. Số thứ tự: 0007.',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toBe(text.normalize('NFC'))
  })

  it('promises two clocks where the law has two', async () => {
    const text = await wording()
    expect(text).toContain('thẩm định trong 60 ngày từ khi nhận đủ hồ sơ')
    expect(text).toContain('cấp trong 10 ngày làm việc từ ngày có biên bản thẩm định')
    expect(text).toContain('hết ngày 18/01/2027 (ngày cuối rơi vào Chủ nhật, 17/01/2027)')
  })

  it('promises one moment where the law has one clock', async () => {
    const dueAt = '2026-12-09T10:00:00Z'
    const text = await wording({
      promise: { kind: 'one-clock', limit: '15 ngày làm việc', dueAt },
      feePaid: null,
    })
    expect(text).toContain('hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 09 tháng 12')
    expect(text).not.toContain('Phí đã nộp')
  })

  it('has a place for the submitter at the counter only', async () => {
    expect(await wording()).not.toContain('NGƯỜI NỘP HỒ SƠ')
    expect(await wording({ submitterSigns: true })).toContain('NGƯỜI NỘP HỒ SƠ')
  })

  it('fits ten papers on one page and thirty on two', async () => {
    const papers = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `Giấy tờ số ${index + 1}`,
        original: '1',
        copy: '',
        electronic: '1 tệp',
      }))
    const pages = async (count: number) =>
      pageCount((await renderReceiptSlip(sampleReceiptSlip({ papers: papers(count) }))).bytes)
    expect(await pages(10)).toBe(1)
    expect(await pages(30)).toBe(2)
  })

  it('reads its table row by row', async () => {
    const { bytes } = await renderReceiptSlip(sampleReceiptSlip())
    expect(countRoles(bytes)).toMatchObject({ Table: 1, TH: 5, TR: 4, TD: 15 })
    const text = readText(bytes)
    expect(text.indexOf('Đơn đề nghị')).toBeLessThan(text.indexOf('Bản kê khai'))
  })

  it.skipIf(!hasTool('qpdf'))('is sound in syntax', async () => {
    expect(checkSyntax((await renderReceiptSlip(sampleReceiptSlip())).bytes)).toBe(0)
  })
})
