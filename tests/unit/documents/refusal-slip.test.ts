import { describe, expect, it } from 'vitest'
import { renderRefusalSlip } from '@/lib/documents/refusal-slip'
import type { RefusalSlipData } from '@/lib/documents/refusal-slip-data'
import { ORGANISATION, sampleRefusalSlip } from '@/tests/factories/sample-slips'
import { hasTool, readWording } from './pdf-tools'

async function wording(overrides: Partial<RefusalSlipData> = {}): Promise<string> {
  return readWording((await renderRefusalSlip(sampleRefusalSlip(overrides))).bytes)
}

const KEPT = {
  kind: 'by-sector-law',
  amount: '4.300.000 đồng',
  refunded: false,
  clause: 'khoản 3 Điều 4 Thông tư số 59/2023/TT-BTC',
} as const

describe.skipIf(!hasTool('pdftotext'))('a refusal', () => {
  it('holds the fields of form 03 in their order', async () => {
    const text = await wording()
    const order = [
      'Mã nộp hồ sơ: YT-7K4M-9QWX',
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Kính gửi: Ông/Bà Lê Thị Mẫu',
      'nộp lúc 08 giờ 40 phút, ngày 18 tháng 11 năm 2026',
      'không tiếp nhận giải quyết hồ sơ này',
      '- Điểm c khoản 1 Điều 17 Nghị định số 118/2025/NĐ-CP;',
      '- Khoản 1 Điều 49 Luật Khám bệnh, chữa bệnh số 15/2023/QH15.',
      'Lý do: Cơ sở đề nghị cấp phép',
      'Phí đã nộp: 4.300.000 đồng. Yêu cầu hoàn trả số tiền này đã được lập, mã số HP-261118-0003',
      'có thể nộp lại hồ sơ bất cứ lúc nào',
      'khiếu nại đến Giám đốc Sở Y tế Hà Nội trong thời hạn 90 ngày',
      'số điện thoại 024 3998 5765',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Mẫu số 03',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })

  it('is the result after an appraisal', async () => {
    const text = await wording({ stage: 'result', fee: KEPT, addressee: ORGANISATION })
    expect(text).toContain('(Kết quả giải quyết: không đủ điều kiện)')
    expect(text).toContain('Sau khi thẩm định hồ sơ của Quý cơ quan, tổ chức')
    expect(text).toContain('NGƯỜI TRẢ KẾT QUẢ')
    expect(text).not.toContain('Ông/Bà')
  })

  it.each([
    [{ ...KEPT, refunded: true }, '4.300.000 đồng, được hoàn trả theo khoản 3 Điều 4'],
    [KEPT, '4.300.000 đồng, không được hoàn trả theo khoản 3 Điều 4'],
  ])('says what becomes of the fee', async (fee, sentence) => {
    expect(await wording({ stage: 'result', fee })).toContain(sentence)
  })

  it('is silent about a fee that nobody paid', async () => {
    expect(await wording({ fee: { kind: 'none' } })).not.toContain('Phí')
  })
})
