import type { Run } from './layout/lines'
import type { ReceiptSlipData } from './receipt-slip-data'
import { longMoment, shortDate, weekday } from './vietnamese-dates'

/** '**bold**' between stars, plain elsewhere: the wording stays readable in one string. */
export function markedRuns(text: string, size: number): Run[] {
  return text
    .split('**')
    .map((part, index): Run => ({ text: part, face: index % 2 === 1 ? 'bold' : 'regular', size }))
    .filter((run) => run.text)
}

function limitLine({ promise }: ReceiptSlipData): string {
  if (promise.kind === 'one-clock') {
    return `Thời gian giải quyết hồ sơ theo quy định: **${promise.limit}** từ khi nhận đủ hồ sơ.`
  }
  return (
    `Thời gian giải quyết theo quy định: thẩm định trong **${promise.appraisalLimit}** từ khi nhận ` +
    `đủ hồ sơ; cấp trong **${promise.issueLimit}** từ ngày có biên bản thẩm định.`
  )
}

function appointmentLine({ promise }: ReceiptSlipData): string {
  if (promise.kind === 'one-clock') {
    return `Thời gian hẹn trả kết quả giải quyết hồ sơ: **${longMoment(new Date(promise.dueAt))}**.`
  }
  const { appraisalMovedFrom: moved } = promise
  const why = moved ? ` (ngày cuối rơi vào ${weekday(moved)}, ${shortDate(moved)})` : ''
  return (
    `Thời gian hẹn thẩm định xong: hết ngày **${shortDate(promise.appraisalDueDay)}**${why}. ` +
    `Thời gian hẹn trả kết quả: trong **${promise.issueLimit}** từ ngày có biên bản thẩm định.`
  )
}

/** Lines above the table of papers, bold parts between double stars. */
export function linesBeforePapers(data: ReceiptSlipData): string[] {
  return [
    `Tiếp nhận hồ sơ của: **${data.owner}**`,
    `Người nộp: ${data.submitter}; số định danh: ${data.identityNumber}`,
    `Địa chỉ: ${data.address}. Số điện thoại: ${data.phone}. Email: ${data.email}`,
    `Nội dung yêu cầu giải quyết: **${data.request}**`,
    'Thành phần hồ sơ nộp gồm:',
  ]
}

/** Lines under the table of papers: sets, fee, limits, appointment, channel, register. */
export function linesAfterPapers(data: ReceiptSlipData): string[] {
  const sets = String(data.dossierSets).padStart(2, '0')
  const fee = data.feePaid ? ` Phí đã nộp: ${data.feePaid}.` : ''
  return [
    `Số lượng hồ sơ: ${sets} bộ.${fee}`,
    limitLine(data),
    `Thời gian nhận hồ sơ: ${longMoment(new Date(data.receivedAt))}.`,
    appointmentLine(data),
    `Đăng ký nhận kết quả: ${data.resultChannel}.`,
    `Vào Sổ theo dõi hồ sơ, Quyển số: ${data.register.book}. Số thứ tự: ${data.register.number}.`,
  ]
}
