import type { ExtensionLetterData } from '@/lib/documents/extension-letter-data'
import type { StopNoticeData } from '@/lib/documents/stop-notice-data'
import { FRAME, PERSON } from './sample-slips'

const LETTER = {
  ...FRAME,
  heading: {
    parentAgency: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI',
    agency: 'SỞ Y TẾ',
    place: 'Hà Nội',
  },
  addressee: PERSON,
  signature: { capacityLines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], signerName: 'Đỗ Thị Hạnh' },
  recipients: ['Như trên', 'Bộ phận Tiếp nhận và Trả kết quả', 'Lưu: VT, NVY'],
  preparedAt: '2027-01-14T02:00:00Z',
}

/** The head of a letter of the Ministry, signed for a head of department by order. */
export const MINISTRY_LETTER = {
  heading: {
    parentAgency: 'BỘ Y TẾ',
    agency: 'CỤC QUẢN LÝ KHÁM, CHỮA BỆNH VÀ PHỤC HỒI CHỨC NĂNG',
    place: 'Hà Nội',
  },
  agencyName: 'Cục Quản lý Khám, chữa bệnh và Phục hồi chức năng',
  signature: {
    capacityLines: ['TUQ. CỤC TRƯỞNG', 'TRƯỞNG PHÒNG QUẢN LÝ HÀNH NGHỀ'],
    signerName: 'Nguyễn Thị Thanh Huyền',
  },
}

/** A letter of apology and extension; tests override what they are about. */
export function sampleExtensionLetter(
  overrides: Partial<ExtensionLetterData> = {},
): ExtensionLetterData {
  return {
    ...LETTER,
    originalDueAt: '2027-01-18T10:00:00Z',
    newDueAt: '2027-01-29T10:00:00Z',
    reason:
      'cơ quan được lấy ý kiến về an toàn bức xạ chưa có văn bản trả lời, nên đoàn thẩm định chưa đủ căn cứ để kết luận.',
    ...overrides,
  }
}

/** A notice that a dossier is stopped; tests override what they are about. */
export function sampleStopNotice(overrides: Partial<StopNoticeData> = {}): StopNoticeData {
  return {
    ...LETTER,
    owner: 'Lê Thị Mẫu',
    dueAt: '2027-01-18T10:00:00Z',
    request: {
      by: 'Lê Thị Mẫu',
      at: '2026-12-02T02:20:00Z',
      channel: 'online',
      reason: 'Tôi chuyển phòng khám sang địa điểm khác.',
    },
    stageReached: 'Thẩm định hồ sơ',
    papersReturned: [],
    fee: {
      kind: 'kept',
      amount: '4.300.000 đồng',
      clause: 'khoản 3 Điều 4 Thông tư số 59/2023/TT-BTC',
    },
    ...overrides,
  }
}
