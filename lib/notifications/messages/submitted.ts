import { amountOrNone, message, youOf } from './message'
import { amountText, momentText } from './wording'

/** The dossier reached the agency; with a fee it waits for the payment. `fee` in đồng, or empty. */
export const submitted = message({
  params: { fee: amountOrNone },
  vi: (p) => ({
    subject: `Đã nhận hồ sơ ${p.reference}`,
    inbox: `Đã nhận hồ sơ “${p.procedureVi}”, mã nộp hồ sơ ${p.reference}.`,
    sms: `Đã nhận hồ sơ ${p.reference}.${p.fee ? ' Vui lòng nộp phí trên trang hồ sơ.' : ''}`,
    paragraphs: [
      `${p.agencyVi} đã nhận được hồ sơ “${p.procedureVi}” của ${youOf(p)} lúc ${momentText(p.at, 'vi')}. Mã nộp hồ sơ là ${p.reference}.`,
      'Mã hồ sơ và Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu số 01) được gửi khi hồ sơ được tiếp nhận.',
    ],
    next: p.fee
      ? [
          `Nộp phí ${amountText(p.fee, 'vi')} trên trang hồ sơ. Hồ sơ được chuyển đến ${p.deskVi} ngay khi đã nộp phí.`,
        ]
      : [
          `Chưa cần làm gì. ${p.deskVi} trả lời về việc tiếp nhận chậm nhất ${momentText(p.acceptanceDueAt, 'vi')}.`,
        ],
  }),
  en: (p) => ({
    subject: `Dossier ${p.reference} has arrived`,
    inbox: `Your dossier “${p.procedureEn}” has arrived; submission reference ${p.reference}.`,
    sms: `Dossier ${p.reference} has arrived.${p.fee ? ' Please pay the fee on its page.' : ''}`,
    paragraphs: [
      `${p.agencyEn} received your dossier “${p.procedureEn}” at ${momentText(p.at, 'en')}. The submission reference is ${p.reference}.`,
      'The dossier code and the receipt slip (form 01) follow when the dossier is accepted.',
    ],
    next: p.fee
      ? [
          `Pay the fee of ${amountText(p.fee, 'en')} on the dossier page. The dossier goes to ${p.deskEn} as soon as the fee is paid.`,
        ]
      : [
          `Nothing for now. ${p.deskEn} answers about acceptance by ${momentText(p.acceptanceDueAt, 'en')}.`,
        ],
  }),
})
