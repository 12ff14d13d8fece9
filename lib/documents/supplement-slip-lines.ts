import { dayOf } from '@/lib/deadlines/day'
import type { SupplementSlipData } from './supplement-slip-data'
import { shortDate } from './vietnamese-dates'
import { addresseeBlocks, type Block, say, strong, unbroken, type Wording, youOf } from './wording'

const KINDS = { field: 'Thông tin', paper: 'Giấy tờ' } as const

/** Rounds after the first in words; nobody has met a fourth. */
const ORDINALS: Partial<Record<number, string>> = { 2: 'hai', 3: 'ba' }

const COLUMNS = [
  { head: 'TT', share: 9, align: 'centre' },
  { head: 'Nội dung cần bổ sung, hoàn thiện', share: 36 },
  { head: 'Chưa đạt ở điểm nào', share: 40 },
  { head: 'Thế nào là đạt yêu cầu', share: 44 },
  { head: 'Căn cứ', share: 34 },
] as const

function opening(data: SupplementSlipData): Wording {
  const { dossier, agencyName, stage } = data
  const finding =
    stage === 'intake'
      ? 'Qua kiểm tra, hồ sơ chưa đầy đủ, chưa hợp lệ để tiếp nhận'
      : 'Qua thẩm định, hồ sơ chưa đủ điều kiện giải quyết'
  const day = shortDate(dayOf(new Date(dossier.receivedAt)))
  return [
    `Ngày ${day}, ${agencyName} nhận hồ sơ của ${youOf(data.addressee)}. ${finding}. Đề nghị `,
    `${youOf(data.addressee)} bổ sung, hoàn thiện các nội dung sau:`,
  ]
}

function itemRows({ items }: SupplementSlipData): string[][] {
  return items.map(({ kind, name, wrong, wanted, clause }, index) => [
    String(index + 1),
    `${KINDS[kind]}: ${name}`,
    wrong,
    wanted,
    clause,
  ])
}

function replyLine(data: SupplementSlipData): Wording {
  const you = youOf(data.addressee)
  const end =
    data.stage === 'intake'
      ? 'hồ sơ sẽ không được tiếp nhận'
      : 'hồ sơ sẽ được đóng và không tiếp tục giải quyết'
  return say`Thời hạn bổ sung: chậm nhất ${strong(`hết ngày ${shortDate(data.replyBy)}`)} (${String(data.replyDays)} ngày kể từ ngày thông báo). Quá thời hạn này mà ${you} chưa bổ sung, ${end}; khi đó ${you} có thể nộp lại và dùng lại các giấy tờ đã nộp.`
}

const CLOCK_SENTENCES = {
  'not-started': 'Thời hạn giải quyết bắt đầu tính từ khi hồ sơ đầy đủ, hợp lệ và được tiếp nhận.',
  restart:
    'Thời hạn giải quyết được tính lại từ đầu kể từ khi nhận đủ hồ sơ bổ sung; ngày hẹn trả kết quả mới sẽ được thông báo ngay sau đó.',
  pause:
    'Thời gian chờ bổ sung không tính vào thời hạn giải quyết; ngày hẹn trả kết quả được lùi tương ứng và thông báo lại khi nhận đủ hồ sơ bổ sung.',
  none: 'Việc bổ sung này không làm thay đổi ngày hẹn trả kết quả đã thông báo.',
} as const satisfies Record<SupplementSlipData['clockEffect'], string>

/** One request, whole and at once, is the rule; another one needs a clause of the sector. */
function roundLine({ round, sectorClause, addressee }: SupplementSlipData): Wording {
  const you = youOf(addressee)
  if (round === 1) {
    const clause = sectorClause ? ` (căn cứ: ${sectorClause})` : ''
    return say`Việc yêu cầu bổ sung chỉ thực hiện ${strong('một lần')}${clause}: ${you} chỉ cần bổ sung đúng các nội dung nêu trong bảng trên.`
  }
  const clause = sectorClause ? `, theo quy định tại ${sectorClause}` : ''
  return say`Đây là yêu cầu bổ sung ${strong(`lần thứ ${ORDINALS[round] ?? round}`)}${clause}. ${you} chỉ cần bổ sung đúng các nội dung nêu trong bảng trên.`
}

function contactLine({ contact, addressee }: SupplementSlipData): Wording {
  const you = youOf(addressee)
  return say`Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, ${you} liên hệ ${strong(contact.officer)}, số điện thoại ${strong(unbroken(contact.phone))}, hoặc xem hướng dẫn tại ${contact.website}.`
}

/** Form 02 from 'Kính gửi' to the line above the signature. */
export function supplementBlocks(data: SupplementSlipData): Block[] {
  return [
    ...addresseeBlocks(data.addressee),
    { line: say`Nội dung yêu cầu giải quyết: ${strong(data.dossier.procedure)}.` },
    { line: opening(data) },
    { columns: COLUMNS, rows: itemRows(data) },
    { line: say`Lý do: ${data.reason}` },
    { line: replyLine(data) },
    { line: [CLOCK_SENTENCES[data.clockEffect]] },
    { line: roundLine(data) },
    { line: contactLine(data) },
  ]
}
