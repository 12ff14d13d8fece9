import { amountOrNone, codeOf, message, youOf } from './message'
import { amountText, momentText } from './wording'

/** The applicant took the dossier back before acceptance. `amount` is the fee owed back, or empty. */
export const withdrawn = message({
  params: { amount: amountOrNone },
  vi: (p) => ({
    subject: `Đã rút hồ sơ ${codeOf(p)}`,
    inbox: `Hồ sơ ${codeOf(p)} đã được rút.`,
    sms: `Hồ sơ ${codeOf(p)} đã được rút theo yêu cầu.`,
    paragraphs: [
      `${youOf(p)} đã rút hồ sơ ${codeOf(p)} lúc ${momentText(p.at, 'vi')}, trước khi cơ quan tiếp nhận.`,
      ...(p.amount
        ? [
            `Khoản phí ${amountText(p.amount, 'vi')} đã nộp được ghi là khoản phải hoàn trả; yêu cầu hoàn trả chờ cơ quan xét duyệt.`,
          ]
        : []),
    ],
    next: ['Nếu không phải bạn đã rút, hãy liên hệ ngay với cơ quan.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} withdrawn`,
    inbox: `Dossier ${codeOf(p)} was withdrawn.`,
    sms: `Dossier ${codeOf(p)} was withdrawn at your request.`,
    paragraphs: [
      `You withdrew dossier ${codeOf(p)} at ${momentText(p.at, 'en')}, before the agency had accepted it.`,
      ...(p.amount
        ? [
            `The fee of ${amountText(p.amount, 'en')} is booked as owed back; the refund request awaits the agency’s decision.`,
          ]
        : []),
    ],
    next: ['If it was not you who withdrew it, contact the agency at once.'],
  }),
})
