import { z } from 'zod'
import { amountOrNone, codeOf, message } from './message'
import { amountText } from './wording'

/** The leader signed the stop notice; what becomes of a paid fee stands in it. */
export const stopped = message({
  params: { amount: amountOrNone, feeOutcome: z.enum(['refund-requested', 'kept', 'none']) },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã dừng giải quyết`,
    inbox: `Hồ sơ ${codeOf(p)} đã dừng giải quyết theo yêu cầu.`,
    sms: `Hồ sơ ${codeOf(p)} đã dừng giải quyết theo yêu cầu.`,
    paragraphs: [
      `Theo yêu cầu của người nộp, ${p.agencyVi} đã dừng giải quyết hồ sơ ${codeOf(p)}. Thông báo dừng giải quyết hồ sơ (Mẫu số 05) có trên trang hồ sơ sau khi được cấp số và đóng dấu.`,
      ...(p.feeOutcome === 'refund-requested'
        ? [
            `Khoản phí ${amountText(p.amount, 'vi')} đã nộp được ghi là khoản phải hoàn trả; yêu cầu hoàn trả chờ cơ quan xét duyệt.`,
          ]
        : []),
      ...(p.feeOutcome === 'kept'
        ? [
            `Khoản phí ${amountText(p.amount, 'vi')} không được hoàn trả vì việc thẩm định đã bắt đầu; căn cứ ghi trong thông báo.`,
          ]
        : []),
    ],
    next: ['Khi cần, nộp hồ sơ mới; có thể dùng lại giấy tờ đã nộp.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} is stopped`,
    inbox: `Dossier ${codeOf(p)} is stopped as you asked.`,
    sms: `Dossier ${codeOf(p)} is stopped as you asked.`,
    paragraphs: [
      `As you asked, ${p.agencyEn} stopped dossier ${codeOf(p)}. The stop notice (form 05) is on the dossier page as soon as it is numbered and sealed.`,
      ...(p.feeOutcome === 'refund-requested'
        ? [
            `The fee of ${amountText(p.amount, 'en')} is booked as owed back; the refund request awaits the agency’s decision.`,
          ]
        : []),
      ...(p.feeOutcome === 'kept'
        ? [
            `The fee of ${amountText(p.amount, 'en')} is not given back, because the appraisal had begun; the notice names the rule.`,
          ]
        : []),
    ],
    next: ['You may file anew at any time and use the same papers again.'],
  }),
})
