import { z } from 'zod'
import { amountOrNone, codeOf, message } from './message'
import { amountText } from './wording'

const REASON_VI = {
  'late-payment':
    'khoản thanh toán đến sau khi lệnh thanh toán hết hạn hoặc hồ sơ không còn chờ phí',
  'second-payment': 'phí đã được nộp trước đó, khoản này là khoản nộp lần hai',
  'over-payment': 'số tiền không khớp với phí phải nộp',
  'refused-at-intake': 'hồ sơ không được tiếp nhận',
  withdrawn: 'hồ sơ đã được rút',
  stopped: 'hồ sơ đã dừng giải quyết',
} as const
const REASON_EN = {
  'late-payment': 'the payment came after its order had expired, or when no fee was due any more',
  'second-payment': 'the fee had been paid before; this is a second payment',
  'over-payment': 'the amount does not match the fee',
  'refused-at-intake': 'the dossier was not accepted',
  withdrawn: 'the dossier was withdrawn',
  stopped: 'the dossier was stopped',
} as const

/** Money came that pays no fee, or pays one no longer due: people decide on sending it back. */
export const refundOpened = message({
  params: {
    amount: amountOrNone,
    reason: z.enum([
      'late-payment',
      'second-payment',
      'over-payment',
      'refused-at-intake',
      'withdrawn',
      'stopped',
    ]),
  },
  vi: (p) => ({
    subject: `Yêu cầu hoàn trả cho hồ sơ ${codeOf(p)}`,
    inbox: `Đã lập yêu cầu hoàn trả ${amountText(p.amount, 'vi')} cho hồ sơ ${codeOf(p)}.`,
    sms: `Đã lập yêu cầu hoàn trả cho hồ sơ ${codeOf(p)}.`,
    paragraphs: [
      `Cơ quan đã nhận ${amountText(p.amount, 'vi')} cho hồ sơ ${codeOf(p)} và ghi là khoản phải hoàn trả, vì ${REASON_VI[p.reason]}.`,
      'Yêu cầu hoàn trả đã được lập và chờ cơ quan xét duyệt. Tiền không được chuyển trả tự động.',
    ],
    next: [
      'Xem trạng thái phí trên trang hồ sơ; nếu hồ sơ còn chờ phí, hãy thanh toán lại tại đó.',
      'Giữ thông tin giao dịch của ngân hàng để đối chiếu khi cơ quan liên hệ.',
    ],
  }),
  en: (p) => ({
    subject: `Refund request for dossier ${codeOf(p)}`,
    inbox: `A refund of ${amountText(p.amount, 'en')} was requested for dossier ${codeOf(p)}.`,
    sms: `A refund request was opened for dossier ${codeOf(p)}.`,
    paragraphs: [
      `The agency received ${amountText(p.amount, 'en')} for dossier ${codeOf(p)} and booked it as owed back, because ${REASON_EN[p.reason]}.`,
      'A refund request has been opened and awaits the agency’s decision. Money is not sent back automatically.',
    ],
    next: [
      'See the state of the fee on the dossier page; if it is still due, pay it there.',
      'Keep your bank’s record of the payment in case the agency asks for it.',
    ],
  }),
})
