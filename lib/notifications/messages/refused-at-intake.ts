import { amountOrNone, codeOf, message, youOf } from './message'
import { amountText, momentText } from './wording'

/** The desk refused the dossier. `amount` is the fee that was paid and is owed back, or empty. */
export const refusedAtIntake = message({
  params: { amount: amountOrNone },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} không được tiếp nhận`,
    inbox: `Hồ sơ ${codeOf(p)} không được tiếp nhận; lý do có trên trang hồ sơ.`,
    sms: `Hồ sơ ${codeOf(p)} không được tiếp nhận. Lý do có trên trang hồ sơ.`,
    paragraphs: [
      `${p.deskVi} đã từ chối tiếp nhận hồ sơ “${p.procedureVi}” của ${youOf(p)} lúc ${momentText(p.at, 'vi')}. Lý do và căn cứ có trên trang hồ sơ.`,
      ...(p.amount
        ? [
            `Khoản phí ${amountText(p.amount, 'vi')} đã nộp được ghi là khoản phải hoàn trả. Yêu cầu hoàn trả đã được lập và chờ cơ quan xét duyệt.`,
          ]
        : []),
    ],
    next: ['Xem lý do trên trang hồ sơ, chuẩn bị lại và nộp hồ sơ mới khi đã đủ.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} was not accepted`,
    inbox: `Dossier ${codeOf(p)} was not accepted; the reason is on its page.`,
    sms: `Dossier ${codeOf(p)} was not accepted. The reason is on its page.`,
    paragraphs: [
      `${p.deskEn} refused your dossier “${p.procedureEn}” at ${momentText(p.at, 'en')}. The reason and its legal basis are on the dossier page.`,
      ...(p.amount
        ? [
            `The fee of ${amountText(p.amount, 'en')} that you paid is booked as owed back. A refund request has been opened and awaits the agency’s decision.`,
          ]
        : []),
    ],
    next: ['Read the reason on the dossier page and file anew when everything is there.'],
  }),
})
