import { describe, expect, it } from 'vitest'
import { renderExtensionLetter } from '@/lib/documents/extension-letter'
import type { ExtensionLetterData } from '@/lib/documents/extension-letter-data'
import { licenceFills } from '@/lib/documents/field-fill'
import { renderStopNotice } from '@/lib/documents/stop-notice'
import type { StopNoticeData } from '@/lib/documents/stop-notice-data'
import {
  MINISTRY_LETTER,
  sampleExtensionLetter,
  sampleStopNotice,
} from '@/tests/factories/sample-letters'
import { ORGANISATION } from '@/tests/factories/sample-slips'
import { fillFields } from './fill-fields'
import { hasTool, readPages, readText, readWording } from './pdf-tools'

const poppler = hasTool('pdftotext')

async function apology(overrides: Partial<ExtensionLetterData> = {}): Promise<string> {
  return readWording((await renderExtensionLetter(sampleExtensionLetter(overrides))).bytes)
}

async function stop(overrides: Partial<StopNoticeData> = {}): Promise<string> {
  return readWording((await renderStopNotice(sampleStopNotice(overrides))).bytes)
}

describe.skipIf(!poppler)('a letter of apology and extension', () => {
  it('holds the fields of form 04 in their order', async () => {
    const text = await apology()
    const order = [
      'SỞ Y TẾ',
      'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      'Kính gửi: Ông/Bà Lê Thị Mẫu',
      'Ngày 18 tháng 11 năm 2026, Sở Y tế Hà Nội tiếp nhận',
      'hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 18 tháng 01 năm 2027',
      'Lý do: cơ quan được lấy ý kiến',
      'chân thành xin lỗi Ông/Bà',
      'Thời gian trả kết quả mới: 17 giờ 00 phút, ngày 29 tháng 01 năm 2027',
      'thứ nhất và duy nhất',
      'liên hệ Trần Thu Hà',
      'Nơi nhận:',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Đỗ Thị Hạnh',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })

  it('carries the capacity of whom it was delegated to, and speaks to an organisation', async () => {
    const text = await apology({ ...MINISTRY_LETTER, addressee: ORGANISATION })
    expect(text).toContain('TUQ. CỤC TRƯỞNG TRƯỞNG PHÒNG QUẢN LÝ HÀNH NGHỀ')
    expect(text).toContain('xin lỗi Quý cơ quan, tổ chức')
    expect(text).toContain('BỘ Y TẾ CỤC QUẢN LÝ KHÁM, CHỮA BỆNH VÀ PHỤC HỒI CHỨC NĂNG')
  })

  it.each([1, 4, 6, 8, 12])('keeps the signature with its last line: %i lines', async (lines) => {
    const reason = Array.from({ length: lines }, () => 'chưa đủ căn cứ để kết luận;').join('\n')
    const { bytes } = await renderExtensionLetter(sampleExtensionLetter({ reason }))
    const last = readPages(bytes).at(-1)
    expect(last).toContain('Rất mong Ông/Bà thông cảm./.')
    expect(last).toContain('PHÓ GIÁM ĐỐC')
    expect(last).toContain('Mẫu số 04')
  })

  it('is numbered and dated as a licence is', async () => {
    const { bytes } = await renderExtensionLetter(sampleExtensionLetter())
    const fills = licenceFills('12/SYT-NVY', '2027-01-15')
    if (!fills.ok) throw new Error('Printable number expected')
    const text = readText(await fillFields(bytes, fills.value))
    expect(text).toContain('Số: 12/SYT-NVY\n')
    expect(text).toContain('Hà Nội, ngày 15 tháng 01 năm 2027\n')
  })
})

describe.skipIf(!poppler)('a stop notice', () => {
  it('holds what the decree wants of form 05', async () => {
    const text = await stop()
    for (const part of [
      'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
      'Căn cứ Điều 21 Nghị định số 118/2025/NĐ-CP và đề nghị ngày 02/12/2026',
      '1. Mã hồ sơ: H26.15-261118-0007',
      '2. Chủ hồ sơ: Lê Thị Mẫu',
      'hẹn trả kết quả: ngày 18 tháng 01 năm 2027',
      'gửi trực tuyến trên cổng dịch vụ công lúc 09 giờ 20 phút, ngày 02 tháng 12 năm 2026',
      'Lý do nêu trong đề nghị: Tôi chuyển phòng khám',
      'chưa có quyết định hoặc thông báo kết quả',
      'Giấy tờ trả lại: không có',
      '4.300.000 đồng, không hoàn trả (căn cứ: khoản 3 Điều 4',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('names the papers given back and the fee given back', async () => {
    const text = await stop({
      papersReturned: ['Bản chính giấy phép hành nghề', 'Bản chính hợp đồng thuê'],
      fee: { kind: 'refund-requested', amount: '4.300.000 đồng', clause: 'khoản 1 Điều 5' },
    })
    expect(text).toContain('trả lại: Bản chính giấy phép hành nghề; Bản chính hợp đồng thuê.')
    expect(text).toContain('được hoàn trả, yêu cầu hoàn trả đã được lập (căn cứ: khoản 1 Điều 5)')
  })

  it('asks for no reason, and promises no date where there was none', async () => {
    const { request } = sampleStopNotice()
    const text = await stop({
      request: { ...request, reason: '' },
      dueAt: null,
      fee: { kind: 'none' },
    })
    expect(text).not.toContain('Lý do nêu')
    expect(text).not.toContain('hẹn trả')
    expect(text).toContain('không có khoản đã nộp')
  })
})
