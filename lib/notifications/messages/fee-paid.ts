import { amountOrNone, message } from './message'
import { amountText, momentText } from './wording'

/** The gateway confirmed the fee, and the time limit of the desk runs. `amount` in đồng. */
export const feePaid = message({
  params: { amount: amountOrNone },
  vi: (p) => ({
    subject: `Đã nhận phí của hồ sơ ${p.reference}`,
    inbox: `Đã nhận phí ${amountText(p.amount, 'vi')}; hồ sơ ${p.reference} đang chờ tiếp nhận.`,
    sms: `Đã nhận phí của hồ sơ ${p.reference}.`,
    paragraphs: [
      `Cổng thanh toán xác nhận đã nhận ${amountText(p.amount, 'vi')} cho hồ sơ ${p.reference} lúc ${momentText(p.at, 'vi')}.`,
      `Hồ sơ đã đến ${p.deskVi}. Cơ quan trả lời về việc tiếp nhận chậm nhất ${momentText(p.acceptanceDueAt, 'vi')}.`,
    ],
    next: ['Chưa cần làm gì. Khi có trả lời, thông báo được gửi ngay.'],
  }),
  en: (p) => ({
    subject: `Fee received for dossier ${p.reference}`,
    inbox: `Your fee of ${amountText(p.amount, 'en')} arrived; dossier ${p.reference} awaits acceptance.`,
    sms: `The fee for dossier ${p.reference} has arrived.`,
    paragraphs: [
      `The payment gateway confirmed ${amountText(p.amount, 'en')} for dossier ${p.reference} at ${momentText(p.at, 'en')}.`,
      `The dossier is with ${p.deskEn}. The agency answers about acceptance by ${momentText(p.acceptanceDueAt, 'en')}.`,
    ],
    next: ['Nothing for now. You are told as soon as there is an answer.'],
  }),
})
