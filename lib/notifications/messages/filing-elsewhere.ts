import { z } from 'zod'
import { amountOrNone, codeOf, message, youOf } from './message'
import { amountText, momentText } from './wording'

const receiver = { receiverVi: z.string(), receiverEn: z.string() }

/** Filed with another agency, which passes it on. `fee` in đồng is still to be paid, or empty. */
export const receivedElsewhere = message({
  params: { ...receiver, fee: amountOrNone.default('') },
  vi: (p) => ({
    subject: `Đã nhận hồ sơ ${p.reference}`,
    inbox: `Đã nhận hồ sơ ${p.reference} tại ${p.receiverVi}; cơ quan giải quyết là ${p.agencyVi}.`,
    sms: `Đã nhận hồ sơ ${p.reference}.${p.fee ? ' Vui lòng nộp phí trên trang hồ sơ.' : ''}`,
    paragraphs: [
      `Hồ sơ “${p.procedureVi}” của ${youOf(p)} được nộp tại ${p.receiverVi}, mã nộp hồ sơ ${p.reference}. Cơ quan giải quyết là ${p.agencyVi}.`,
      `Thời hạn giải quyết tính từ khi ${p.agencyVi} nhận được dữ liệu hồ sơ; thông báo được gửi ngay lúc đó.`,
    ],
    next: p.fee
      ? [`Nộp phí ${amountText(p.fee, 'vi')} trên trang hồ sơ để hồ sơ được chuyển đi.`]
      : ['Chưa cần làm gì. Khi hồ sơ được chuyển đi, thông báo được gửi ngay.'],
  }),
  en: (p) => ({
    subject: `Dossier ${p.reference} has arrived`,
    inbox: `Dossier ${p.reference} was received at ${p.receiverEn}; ${p.agencyEn} decides it.`,
    sms: `Dossier ${p.reference} has arrived.${p.fee ? ' Please pay the fee on its page.' : ''}`,
    paragraphs: [
      `Your dossier “${p.procedureEn}” was filed at ${p.receiverEn}; the submission reference is ${p.reference}. ${p.agencyEn} decides it.`,
      `The time limit counts from the moment when its data reach ${p.agencyEn}; you are told then.`,
    ],
    next: p.fee
      ? [`Pay the fee of ${amountText(p.fee, 'en')} on the dossier page, so that it is passed on.`]
      : ['Nothing for now. You are told as soon as it is passed on.'],
  }),
})

/** The data are with the agency that decides, and its time limit runs. `papersBy`: when papers follow. */
export const passedOn = message({
  params: { ...receiver, papersBy: z.iso.datetime().or(z.literal('')) },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã được chuyển đến cơ quan giải quyết`,
    inbox: `${p.receiverVi} đã chuyển hồ sơ ${codeOf(p)} đến ${p.agencyVi}.`,
    sms: `Hồ sơ ${codeOf(p)} đã đến cơ quan giải quyết; thời hạn tính từ lúc này.`,
    paragraphs: [
      `Hồ sơ “${p.procedureVi}” của ${youOf(p)} được tiếp nhận tại ${p.receiverVi} và dữ liệu đã đến ${p.agencyVi} lúc ${momentText(p.at, 'vi')}. Thời hạn giải quyết và ngày hẹn trả tính từ lúc này.`,
      `${p.agencyVi} trả lời về việc tiếp nhận chậm nhất ${momentText(p.acceptanceDueAt, 'vi')}.${p.papersBy ? ` Hồ sơ giấy được chuyển đến chậm nhất ${momentText(p.papersBy, 'vi')}.` : ''}`,
      `Kết quả bản giấy, nếu có, được trả tại ${p.receiverVi}.`,
    ],
    next: ['Không phải làm gì. Khi có trả lời, thông báo được gửi ngay.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} reached the agency that decides it`,
    inbox: `${p.receiverEn} passed dossier ${codeOf(p)} on to ${p.agencyEn}.`,
    sms: `Dossier ${codeOf(p)} reached the agency that decides; its time limit runs from now.`,
    paragraphs: [
      `Your dossier “${p.procedureEn}” was received at ${p.receiverEn}, and its data reached ${p.agencyEn} at ${momentText(p.at, 'en')}. The time limit and the due date count from this moment.`,
      `${p.agencyEn} answers about acceptance by ${momentText(p.acceptanceDueAt, 'en')}.${p.papersBy ? ` Papers follow by ${momentText(p.papersBy, 'en')}.` : ''}`,
      `A result on paper, if there is one, is handed over at ${p.receiverEn}.`,
    ],
    next: ['You need not do anything. You are told as soon as there is an answer.'],
  }),
})
