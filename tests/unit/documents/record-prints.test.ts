import { describe, expect, it } from 'vitest'
import { renderControlSlip } from '@/lib/documents/control-slip'
import { renderInspectionMinutes } from '@/lib/documents/inspection-minutes'
import {
  type InspectionMinutesData,
  inspectionMinutesDataSchema,
} from '@/lib/documents/inspection-minutes-data'
import { renderTransferSlip } from '@/lib/documents/transfer-slip'
import {
  sampleControlSlip,
  sampleMinutes,
  sampleTransferSlip,
} from '@/tests/factories/sample-records'
import { listFields } from './fill-fields'
import { countRoles, hasTool, readPages, readWording } from './pdf-tools'

const poppler = hasTool('pdftotext') && hasTool('pdfinfo')

/** 20 mm in points: under it nothing may stand. */
const LOWER_MARGIN = 56.7

async function minutes(overrides: Partial<InspectionMinutesData> = {}): Promise<string> {
  return readWording((await renderInspectionMinutes(sampleMinutes(overrides))).bytes)
}

describe.skipIf(!poppler)('a control slip', () => {
  it('has a row for each hand-over: who gives, who takes, when, and how it stood', async () => {
    const { bytes } = await renderControlSlip(sampleControlSlip())
    const text = readWording(bytes)
    for (const part of [
      'Kèm theo hồ sơ của: Công ty TNHH An Bình',
      'Cơ quan phối hợp: Cục An toàn bức xạ và hạt nhân',
      'Quyển số: 11/2026. Số thứ tự: 0007.',
      '1. Giao: Bộ phận Tiếp nhận và Trả kết quả (Trần Thu Hà) 2. Nhận: Phòng Nghiệp vụ Y',
      '09:00, 18/11/2026',
      'Trước hạn',
      'Đúng hạn',
      'Quá hạn',
      'Kết quả chung: trước hạn',
    ]) {
      expect(text).toContain(part)
    }
    expect(countRoles(bytes)).toMatchObject({ Table: 1, TH: 6, TR: 5, TD: 24 })
  })

  it('shows the head of its table on every page, and reads it once', async () => {
    const { bytes } = await renderControlSlip(sampleControlSlip({}, 60))
    const pages = readPages(bytes)
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.every((page) => page.includes('Ghi chú'))).toBe(true)
    expect(countRoles(bytes)).toMatchObject({ Table: 1, TH: 6, TR: 61 })
  })

  it('says that an open dossier is open', async () => {
    const data = sampleControlSlip({ result: null, coordinatingAgencies: [] })
    const text = readWording((await renderControlSlip(data)).bytes)
    expect(text).toContain('Kết quả chung: đang giải quyết')
    expect(text).toContain('Cơ quan phối hợp: không có')
  })
})

describe.skipIf(!poppler)('the minutes of an inspection', () => {
  it('hold team, facility, checklist, photos and conclusion in their order', async () => {
    const text = await minutes()
    const order = [
      'Số: 12/BB-ĐTĐ',
      'BIÊN BẢN THẨM ĐỊNH',
      'Căn cứ Luật Khám bệnh, chữa bệnh',
      'Hôm nay, hồi 08 giờ 30 phút, ngày 04 tháng 01 năm 2027',
      'I. ĐOÀN THẨM ĐỊNH',
      'Vũ Đức Thắng, Trưởng phòng Nghiệp vụ Y, Sở Y tế Hà Nội – Trưởng đoàn',
      'II. ĐẠI DIỆN CƠ SỞ',
      'III. NỘI DUNG THẨM ĐỊNH',
      'Không đạt',
      'Không áp dụng',
      'IMG_0412.jpg (Phòng khám bệnh); IMG_0415.jpg',
      'IV. KẾT LUẬN',
      'Đạt yêu cầu với điều kiện khắc phục',
      'chậm nhất hết ngày 14/01/2027',
      '1. Bổ sung đủ thuốc',
      'V. Ý KIẾN CỦA CƠ SỞ',
      'Cơ sở nhất trí',
      'lập xong hồi 11 giờ 10 phút',
      'TRƯỞNG ĐOÀN THẨM ĐỊNH',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })

  it('conclude otherwise where the facility passes or fails', async () => {
    expect(await minutes({ conclusion: { kind: 'pass' } })).toContain('đáp ứng đủ các điều kiện')
    const reason = 'Cơ sở chưa có nơi đón tiếp.'
    expect(await minutes({ conclusion: { kind: 'fail', reason } })).toContain(
      `Không đạt yêu cầu. ${reason}`,
    )
  })

  it('carry what the facility says in its own words', async () => {
    const facilityStatement = 'Cơ sở đề nghị xem lại mục 3.'
    const text = await minutes({ facilityStatement, number: '', photos: [], summary: '' })
    expect(text).toContain(facilityStatement)
    expect(text).toContain('Mã hồ sơ: H26.15-261118-0007')
    expect(text).not.toContain('Ảnh chụp')
    expect(text).not.toContain('Nhận xét')
  })

  it('have one lead', () => {
    const { team } = sampleMinutes()
    const none = team.filter(({ part }) => part !== 'lead')
    expect(inspectionMinutesDataSchema.safeParse(sampleMinutes({ team: none })).success).toBe(false)
    const two = [...team, ...team]
    expect(inspectionMinutesDataSchema.safeParse(sampleMinutes({ team: two })).success).toBe(false)
  })

  it('are signed side by side, never over each other', async () => {
    const fields = await listFields((await renderInspectionMinutes(sampleMinutes())).bytes)
    const [facility, lead] = fields.map(({ rectangle }) => rectangle)
    if (!facility || !lead) throw new Error('Two fields expected')
    expect(facility.x + facility.width).toBeLessThan(lead.x)
    expect(facility.y).toBeCloseTo(lead.y, 1)
  })

  it.each([16, 20, 24, 28])('keep both signatures with the last line: %i lines', async (count) => {
    const facilityStatement = 'Cơ sở đề nghị xem lại.\n'.repeat(count)
    const { bytes } = await renderInspectionMinutes(sampleMinutes({ facilityStatement }))
    const last = readPages(bytes).at(-1)
    expect(last).toContain('có giá trị như nhau./.')
    expect(last).toContain('TRƯỞNG ĐOÀN THẨM ĐỊNH')
    const lowest = Math.min(...(await listFields(bytes)).map(({ rectangle }) => rectangle.y))
    expect(lowest).toBeGreaterThan(LOWER_MARGIN)
  })
})

describe.skipIf(!poppler)('a transfer slip', () => {
  it('names who leads, each task and its limit, and leaves the due date where it is', async () => {
    const text = readWording((await renderTransferSlip(sampleTransferSlip())).bytes)
    for (const part of [
      'PHIẾU CHUYỂN XỬ LÝ',
      'Kính gửi: Sở Y tế Thành phố Hồ Chí Minh',
      'Chủ hồ sơ: Công ty TNHH Y khoa Bình Minh',
      '(chủ trì)',
      '01 ngày làm việc',
      'bản điện tử',
      'ngày 18 tháng 01 năm 2027 không thay đổi',
      'Sở Y tế Hà Nội chịu trách nhiệm về hồ sơ cho đến khi quý cơ quan xác nhận tiếp nhận',
      'NGƯỜI CHUYỂN HỒ SƠ',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('goes without a date before acceptance and without papers', async () => {
    const { bytes } = await renderTransferSlip(sampleTransferSlip({ dueAt: null, papers: [] }))
    expect(readWording(bytes)).not.toContain('hẹn trả')
    expect(countRoles(bytes)).toMatchObject({ Table: 1 })
  })
})
