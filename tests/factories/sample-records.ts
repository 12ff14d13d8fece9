import type { ControlSlipData } from '@/lib/documents/control-slip-data'
import type { InspectionMinutesData } from '@/lib/documents/inspection-minutes-data'
import {
  REGISTER_STANDINGS,
  type RegisterData,
  type RegisterRow,
} from '@/lib/documents/register-data'
import type { TransferSlipData } from '@/lib/documents/transfer-slip-data'
import { FRAME } from './sample-slips'

const DESK = { unit: 'Bộ phận Tiếp nhận và Trả kết quả', person: 'Trần Thu Hà' }
const DIVISION = { unit: 'Phòng Nghiệp vụ Y', person: 'Vũ Đức Thắng' }
const CASE_OFFICER = { unit: 'Phòng Nghiệp vụ Y', person: 'Lê Minh' }
const LEADER = { unit: 'Lãnh đạo Sở Y tế', person: 'Nguyễn Văn Mẫu' }

const HAND_OVERS: ControlSlipData['handOvers'] = [
  {
    from: DESK,
    to: DIVISION,
    at: '2026-11-18T02:00:00Z',
    what: 'Chuyển hồ sơ đã tiếp nhận',
    result: 'on-time',
    note: '',
  },
  {
    from: DIVISION,
    to: CASE_OFFICER,
    at: '2026-11-18T07:30:00Z',
    what: 'Phân công thụ lý',
    result: 'early',
    note: '',
  },
  {
    from: CASE_OFFICER,
    to: DIVISION,
    at: '2027-01-12T03:00:00Z',
    what: 'Trình kết quả thẩm định',
    result: 'overdue',
    note: 'Chờ ý kiến phối hợp',
  },
  {
    from: DIVISION,
    to: LEADER,
    at: '2027-01-13T03:00:00Z',
    what: 'Trình ký',
    result: null,
    note: '',
  },
]

/** A control slip with any number of hand-overs; tests override what they are about. */
export function sampleControlSlip(
  overrides: Partial<ControlSlipData> = {},
  count = HAND_OVERS.length,
): ControlSlipData {
  return {
    ...FRAME,
    owner: 'Công ty TNHH An Bình',
    register: { book: '11/2026', number: '0007' },
    dueAt: '2027-01-18T10:00:00Z',
    solvingAgency: 'Sở Y tế Hà Nội',
    coordinatingAgencies: ['Cục An toàn bức xạ và hạt nhân'],
    handOvers: Array.from({ length: count }, (_, index) => HAND_OVERS.slice(index % 4)[0]).filter(
      (each) => each !== undefined,
    ),
    result: 'early',
    issuedAt: '2027-01-15T03:00:00Z',
    signer: { name: 'Trần Thu Hà' },
    ...overrides,
  }
}

/** The row of the register with a number; the standings take turns. */
export function sampleRegisterRow(index: number): RegisterRow {
  const standing = REGISTER_STANDINGS[index % REGISTER_STANDINGS.length] ?? 'open'
  const finished = index % REGISTER_STANDINGS.length < 3
  return {
    code: `H26.15-261118-${String(index + 1).padStart(4, '0')}`,
    procedure: 'Cấp mới giấy phép hoạt động: phòng khám chuyên khoa (1.012278)',
    sets: 1,
    owner: index % 2 === 0 ? 'Công ty TNHH An Bình' : 'Lê Thị Mẫu',
    address: 'Số 18 đường Mẫu, Phường Yên Hòa, Thành phố Hà Nội',
    phone: '•••••••123',
    leadAgency: 'Sở Y tế Hà Nội',
    receivedAt: '2026-11-18T01:40:00Z',
    dueAt: '2027-01-18T10:00:00Z',
    returnedAt: finished ? '2027-01-15T03:00:00Z' : null,
    channel: 'Trực tuyến',
    receivedBy: finished ? 'Xác nhận điện tử' : '',
    note: '',
    standing,
  }
}

/** A register of a month with a number of dossiers; tests override what they are about. */
export function sampleRegister(count: number, overrides: Partial<RegisterData> = {}): RegisterData {
  return {
    heading: FRAME.heading,
    agencyName: 'Sở Y tế Hà Nội',
    period: { from: '2026-11-01', to: '2026-11-30' },
    scope: 'Lĩnh vực: Khám bệnh, chữa bệnh',
    rows: Array.from({ length: count }, (_, index) => sampleRegisterRow(index)),
    printedAt: '2026-12-01T02:00:00Z',
    signature: {
      capacityLines: ['PHỤ TRÁCH BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ'],
      signerName: 'Phạm Thị Lan Hương',
    },
    demo: true,
    ...overrides,
  }
}

const CHECKLIST: InspectionMinutesData['checklist'] = [
  {
    item: 'Địa điểm cố định, tách biệt với nơi sinh hoạt gia đình',
    clause: 'Điểm a khoản 1 Điều 40 Nghị định số 96/2023/NĐ-CP',
    verdict: 'met',
    note: '',
  },
  {
    item: 'Có nơi đón tiếp và phòng khám bệnh diện tích tối thiểu 10 m²',
    clause: 'Điểm b khoản 1 Điều 42 Nghị định số 96/2023/NĐ-CP',
    verdict: 'met',
    note: 'Đo thực tế 12,5 m².',
  },
  {
    item: 'Có hộp cấp cứu phản vệ và đủ thuốc cấp cứu chuyên khoa',
    clause: 'Khoản 3 Điều 42 Nghị định số 96/2023/NĐ-CP',
    verdict: 'not-met',
    note: 'Hộp cấp cứu thiếu 2 loại thuốc.',
  },
  {
    item: 'An toàn bức xạ',
    clause: 'Khoản 2 Điều 40 Nghị định số 96/2023/NĐ-CP',
    verdict: 'not-applicable',
    note: 'Cơ sở không dùng thiết bị X-quang.',
  },
]

/** Minutes with corrections to be made; tests override what they are about. */
export function sampleMinutes(
  overrides: Partial<InspectionMinutesData> = {},
): InspectionMinutesData {
  return {
    heading: {
      parentAgency: 'SỞ Y TẾ HÀ NỘI',
      agency: 'ĐOÀN THẨM ĐỊNH',
      place: 'Hà Nội',
    },
    agencyName: 'Sở Y tế Hà Nội',
    number: '12/BB-ĐTĐ',
    subject: 'thẩm định điều kiện cấp giấy phép hoạt động',
    bases: [
      'Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15;',
      'Căn cứ Quyết định số 1234/QĐ-SYT ngày 28/12/2026 của Giám đốc Sở Y tế Hà Nội về việc thành lập đoàn thẩm định;',
    ],
    dossier: FRAME.dossier,
    startedAt: '2027-01-04T01:30:00Z',
    endedAt: '2027-01-04T04:10:00Z',
    place: 'Phòng khám Răng hàm mặt An Bình, số 18 đường Mẫu, Phường Yên Hòa, Thành phố Hà Nội',
    team: [
      { part: 'lead', name: 'Vũ Đức Thắng', title: 'Trưởng phòng Nghiệp vụ Y, Sở Y tế Hà Nội' },
      { part: 'member', name: 'Lê Minh', title: 'Chuyên viên Phòng Nghiệp vụ Y' },
      { part: 'secretary', name: 'Phạm Ngọc Lan', title: 'Chuyên viên Phòng Nghiệp vụ Y' },
    ],
    facility: {
      name: 'Phòng khám Răng hàm mặt An Bình',
      address: 'Số 18 đường Mẫu, Phường Yên Hòa, Thành phố Hà Nội',
      representatives: [
        { name: 'Đặng Quốc Việt', title: 'Người chịu trách nhiệm chuyên môn kỹ thuật' },
      ],
    },
    checklist: CHECKLIST,
    photos: [
      { name: 'IMG_0412.jpg', caption: 'Phòng khám bệnh' },
      { name: 'IMG_0415.jpg', caption: 'Hộp cấp cứu phản vệ' },
    ],
    summary: 'Cơ sở sạch sẽ, biển hiệu đúng quy định.',
    conclusion: {
      kind: 'pass-with-corrections',
      corrections: ['Bổ sung đủ thuốc trong hộp cấp cứu phản vệ.'],
      dueDay: '2027-01-14',
    },
    facilityStatement: '',
    preparedAt: '2027-01-04T04:10:00Z',
    demo: true,
    ...overrides,
  }
}

/** A transfer to another department of health; tests override what they are about. */
export function sampleTransferSlip(overrides: Partial<TransferSlipData> = {}): TransferSlipData {
  return {
    ...FRAME,
    owner: 'Công ty TNHH Y khoa Bình Minh',
    toAgency: 'Sở Y tế Thành phố Hồ Chí Minh',
    reason:
      'cơ sở đặt tại Phường Bến Thành, Thành phố Hồ Chí Minh, thuộc thẩm quyền của quý cơ quan.',
    dueAt: '2027-01-18T10:00:00Z',
    tasks: [
      {
        agency: 'Sở Y tế Thành phố Hồ Chí Minh',
        task: 'Tiếp nhận, thẩm định và cấp giấy phép hoạt động',
        limit: '60 ngày và 10 ngày làm việc',
      },
      {
        agency: 'Sở Y tế Hà Nội',
        task: 'Chuyển dữ liệu điện tử và trả kết quả tại nơi nộp',
        limit: '01 ngày làm việc',
      },
    ],
    papers: [
      { name: 'Đơn đề nghị (Mẫu 02)', form: 'electronic' },
      { name: 'Giấy xác nhận quá trình hành nghề (Mẫu 11)', form: 'paper' },
    ],
    issuedAt: '2026-11-19T02:00:00Z',
    signer: { name: 'Trần Thu Hà' },
    ...overrides,
  }
}
