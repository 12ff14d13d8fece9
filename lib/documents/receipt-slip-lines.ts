import type { ReceiptSlipData } from './receipt-slip-data'
import { longMoment, shortDate, weekday } from './vietnamese-dates'
import { say, strong, type Wording } from './wording'

function limitLine({ promise }: ReceiptSlipData): Wording {
  if (promise.kind === 'one-clock') {
    return say`Thời gian giải quyết hồ sơ theo quy định: ${strong(promise.limit)} từ khi nhận đủ hồ sơ.`
  }
  return say`Thời gian giải quyết theo quy định: thẩm định trong ${strong(promise.appraisalLimit)} từ khi nhận đủ hồ sơ; cấp trong ${strong(promise.issueLimit)} từ ngày có biên bản thẩm định.`
}

function appointmentLine({ promise }: ReceiptSlipData): Wording {
  if (promise.kind === 'one-clock') {
    return say`Thời gian hẹn trả kết quả giải quyết hồ sơ: ${strong(longMoment(new Date(promise.dueAt)))}.`
  }
  const { appraisalMovedFrom: moved } = promise
  const why = moved ? ` (ngày cuối rơi vào ${weekday(moved)}, ${shortDate(moved)})` : ''
  return say`Thời gian hẹn thẩm định xong: hết ngày ${strong(shortDate(promise.appraisalDueDay))}${why}. Thời gian hẹn trả kết quả: trong ${strong(promise.issueLimit)} từ ngày có biên bản thẩm định.`
}

/** Lines above the table of papers. */
export function linesBeforePapers(data: ReceiptSlipData): Wording[] {
  return [
    say`Tiếp nhận hồ sơ của: ${strong(data.owner)}`,
    [`Người nộp: ${data.submitter}; số định danh: ${data.identityNumber}`],
    [`Địa chỉ: ${data.address}. Số điện thoại: ${data.phone}. Email: ${data.email}`],
    say`Nội dung yêu cầu giải quyết: ${strong(data.request)}`,
    ['Thành phần hồ sơ nộp gồm:'],
  ]
}

/** Lines under the table of papers: sets, fee, limits, appointment, channel, register. */
export function linesAfterPapers(data: ReceiptSlipData): Wording[] {
  const sets = String(data.dossierSets).padStart(2, '0')
  const fee = data.feePaid ? ` Phí đã nộp: ${data.feePaid}.` : ''
  return [
    [`Số lượng hồ sơ: ${sets} bộ.${fee}`],
    limitLine(data),
    [`Thời gian nhận hồ sơ: ${longMoment(new Date(data.receivedAt))}.`],
    appointmentLine(data),
    [`Đăng ký nhận kết quả: ${data.resultChannel}.`],
    [`Vào Sổ theo dõi hồ sơ, Quyển số: ${data.register.book}. Số thứ tự: ${data.register.number}.`],
  ]
}
