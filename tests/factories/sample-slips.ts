import type { RefusalSlipData } from '@/lib/documents/refusal-slip-data'
import type { SupplementSlipData } from '@/lib/documents/supplement-slip-data'

const HEADING = {
  parentAgency: 'SỞ Y TẾ HÀ NỘI',
  agency: 'BỘ PHẬN TIẾP NHẬN\nVÀ TRẢ KẾT QUẢ',
  place: 'Hà Nội',
}

/** The head of a slip that the Ministry's own desk gives out. */
export const MINISTRY_HEADING = {
  parentAgency: 'BỘ Y TẾ\nCỤC QUẢN LÝ KHÁM, CHỮA BỆNH',
  agency: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
  place: 'Hà Nội',
}

/** A person, as slips address one. */
export const PERSON = {
  form: 'person',
  name: 'Lê Thị Mẫu',
  address: 'Phường Yên Hòa, Thành phố Hà Nội',
  phone: '•••••••123',
  email: 'l•••@mail.vn',
} as const

/** An organisation with a long name, as slips address it. */
export const ORGANISATION = {
  form: 'organisation',
  name: 'Công ty Trách nhiệm hữu hạn Thương mại và Dịch vụ Nha khoa Thẩm mỹ Quốc tế An Bình',
  address: 'Số 18 đường Mẫu, Phường Yên Hòa, Thành phố Hà Nội',
  phone: '•••••••456',
  email: 'c•••@anbinh.vn',
} as const

/** What all sample slips of one dossier share. */
export const FRAME = {
  heading: HEADING,
  agencyName: 'Sở Y tế Hà Nội',
  dossier: {
    codeKind: 'dossier-code',
    code: 'H26.15-261118-0007',
    procedure: 'Cấp mới giấy phép hoạt động: phòng khám chuyên khoa (1.012278)',
    receivedAt: '2026-11-18T01:40:00Z',
  },
  contact: { officer: 'Trần Thu Hà', phone: '024 3998 5765', website: 'motcua.soyte.demo' },
  trackUrl: 'http://localhost:3000/track?code=H26.15-261118-0007',
  demo: true,
} as const satisfies Partial<SupplementSlipData>

/** A request to supplement by the solving unit; tests override what they are about. */
export function sampleSupplementSlip(
  overrides: Partial<SupplementSlipData> = {},
): SupplementSlipData {
  return {
    ...FRAME,
    stage: 'processing',
    round: 1,
    sectorClause: null,
    issuedAt: '2026-11-20T03:15:00Z',
    addressee: PERSON,
    items: [
      {
        kind: 'paper',
        name: 'Giấy xác nhận quá trình hành nghề (Mẫu 11)',
        wrong:
          'Thiếu chữ ký của người xác nhận ở trang 2; thời gian thực hành chưa ghi ngày kết thúc.',
        wanted: 'Bản chụp đủ các trang, có chữ ký và dấu của cơ sở, ghi rõ từ ngày đến ngày.',
        clause: 'Điểm c khoản 1 Điều 60 Nghị định số 96/2023/NĐ-CP',
      },
      {
        kind: 'field',
        name: 'Thời gian làm việc hằng ngày',
        wrong: 'Ghi “cả ngày”.',
        wanted:
          'Giờ mở cửa và giờ đóng cửa của từng ngày trong tuần, ví dụ: thứ Hai, 07:00 đến 19:00.',
        clause: 'Mẫu 02 Phụ lục II Nghị định số 96/2023/NĐ-CP',
      },
      {
        kind: 'paper',
        name: 'Bản kê khai cơ sở vật chất, thiết bị, nhân sự (Mẫu 08)',
        wrong: 'Chưa kê khai hệ thống xử lý nước thải y tế.',
        wanted: 'Mục 4 nêu tên, công suất và năm lắp đặt của hệ thống.',
        clause: 'Khoản 2 Điều 42 Nghị định số 96/2023/NĐ-CP',
      },
    ],
    reason:
      'Hồ sơ còn ba nội dung chưa đúng quy định, nên chưa đủ căn cứ để thẩm định phạm vi hoạt động chuyên môn đã đề nghị.',
    replyBy: '2026-12-05',
    replyDays: 15,
    clockEffect: 'restart',
    signer: { name: 'Trần Thu Hà' },
    ...overrides,
  }
}

/** A refusal at intake with its refund; tests override what they are about. */
export function sampleRefusalSlip(overrides: Partial<RefusalSlipData> = {}): RefusalSlipData {
  return {
    ...FRAME,
    dossier: { ...FRAME.dossier, codeKind: 'submission-reference', code: 'YT-7K4M-9QWX' },
    trackUrl: 'http://localhost:3000/track?code=YT-7K4M-9QWX',
    stage: 'intake',
    issuedAt: '2026-11-18T08:00:00Z',
    addressee: PERSON,
    legalGrounds: [
      'Điểm c khoản 1 Điều 17 Nghị định số 118/2025/NĐ-CP',
      'Khoản 1 Điều 49 Luật Khám bệnh, chữa bệnh số 15/2023/QH15',
    ],
    reason:
      'Cơ sở đề nghị cấp phép đặt tại Thành phố Hồ Chí Minh, không thuộc thẩm quyền giải quyết của Sở Y tế Hà Nội.',
    fee: { kind: 'refund-requested', amount: '4.300.000 đồng', reference: 'HP-261118-0003' },
    complaintTo: 'Giám đốc Sở Y tế Hà Nội',
    signer: { name: 'Trần Thu Hà' },
    ...overrides,
  }
}
