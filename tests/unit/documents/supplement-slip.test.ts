import { describe, expect, it } from 'vitest'
import { renderSupplementSlip } from '@/lib/documents/supplement-slip'
import type { SupplementSlipData } from '@/lib/documents/supplement-slip-data'
import {
  MINISTRY_HEADING,
  ORGANISATION,
  sampleSupplementSlip,
} from '@/tests/factories/sample-slips'
import { countRoles, hasTool, pageCount, readPages, readWording } from './pdf-tools'

const poppler = hasTool('pdftotext') && hasTool('pdfinfo')

async function wording(overrides: Partial<SupplementSlipData> = {}): Promise<string> {
  return readWording((await renderSupplementSlip(sampleSupplementSlip(overrides))).bytes)
}

function items(count: number): SupplementSlipData['items'] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'paper',
    name: `Giấy tờ số ${index + 1}`,
    wrong: 'Thiếu trang 2, chữ ký không khớp với đơn đề nghị.',
    wanted: 'Bản chụp đủ các trang, rõ chữ.',
    clause: 'Khoản 1 Điều 60 Nghị định số 96/2023/NĐ-CP',
  }))
}

describe.skipIf(!poppler)('a request to supplement', () => {
  it('holds the fields of form 02 in their order', async () => {
    const text = await wording()
    const order = [
      'Mã hồ sơ: H26.15-261118-0007',
      'Hà Nội, ngày 20 tháng 11 năm 2026',
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Kính gửi: Ông/Bà Lê Thị Mẫu',
      'Nội dung yêu cầu giải quyết: Cấp mới giấy phép hoạt động',
      'Thế nào là đạt yêu cầu',
      'Giấy tờ: Giấy xác nhận',
      'Thông tin: Thời gian làm việc',
      'Lý do: Hồ sơ còn ba nội dung',
      'chậm nhất hết ngày 05/12/2026 (15 ngày kể từ ngày thông báo)',
      'hồ sơ sẽ được đóng',
      'Việc yêu cầu bổ sung chỉ thực hiện một lần',
      'Ông/Bà liên hệ Trần Thu Hà, số điện thoại 024 3998 5765',
      'NGƯỜI HƯỚNG DẪN',
      'Mẫu số 02, Thông tư 03/2025/TT-VPCP',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })

  it.each([
    ['not-started', 'bắt đầu tính từ khi hồ sơ đầy đủ, hợp lệ'],
    ['restart', 'được tính lại từ đầu kể từ khi nhận đủ hồ sơ bổ sung'],
    ['pause', 'không tính vào thời hạn giải quyết'],
    ['none', 'không làm thay đổi ngày hẹn trả kết quả'],
  ] as const)('says what it does to the time limit: %s', async (clockEffect, sentence) => {
    expect(await wording({ clockEffect })).toContain(sentence)
  })

  it('speaks of acceptance at intake', async () => {
    const text = await wording({ stage: 'intake', clockEffect: 'not-started' })
    expect(text).toContain('chưa đầy đủ, chưa hợp lệ để tiếp nhận')
    expect(text).toContain('hồ sơ sẽ không được tiếp nhận')
  })

  it('cites the clause of the sector for a second round', async () => {
    const text = await wording({ round: 2, sectorClause: 'khoản 3 Điều 60 Nghị định số 96' })
    expect(text).toContain('yêu cầu bổ sung lần thứ hai, theo quy định tại khoản 3 Điều 60')
    expect(text).not.toContain('chỉ thực hiện một lần')
  })

  it('addresses an organisation as one, and the Ministry with its own head', async () => {
    const text = await wording({ addressee: ORGANISATION, heading: MINISTRY_HEADING })
    expect(text).toContain(`Kính gửi: ${ORGANISATION.name}`)
    expect(text).toContain('Đề nghị Quý cơ quan, tổ chức bổ sung')
    expect(text).not.toContain('Ông/Bà')
    expect(text).toMatch(/BỘ Y TẾ CỤC QUẢN LÝ KHÁM, CHỮA BỆNH BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ/)
  })

  it('prints what people wrote as they wrote it, stars and brackets too', async () => {
    const reason = 'a **b** (c) \\) Tj ET <</x>> &amp; %PDF'
    expect(await wording({ reason })).toContain(`Lý do: ${reason}`)
  })

  it('tags each item as a row under heads of columns', async () => {
    const { bytes } = await renderSupplementSlip(sampleSupplementSlip({ items: items(40) }))
    expect(countRoles(bytes)).toMatchObject({ Table: 1, TH: 5, TR: 41, TD: 200 })
    const pages = readPages(bytes)
    expect(pages.slice(0, -1).every((page) => page.includes('Căn cứ'))).toBe(true)
    expect(readWording(bytes)).toContain('Giấy tờ: Giấy tờ số 40')
  })

  it('fits three items on one page', async () => {
    expect(pageCount((await renderSupplementSlip(sampleSupplementSlip())).bytes)).toBe(1)
  })

  it.each([3, 4, 5, 6, 7, 8, 17])(
    'keeps the signature with its last line: %i items',
    async (count) => {
      const data = sampleSupplementSlip({ items: items(count), reason: 'Dòng lý do.\n'.repeat(6) })
      const last = readPages((await renderSupplementSlip(data)).bytes).at(-1)
      expect(last).toContain('hoặc xem hướng dẫn tại')
      expect(last).toContain('NGƯỜI HƯỚNG DẪN')
      expect(last).toContain('Mẫu số 02')
    },
  )
})
