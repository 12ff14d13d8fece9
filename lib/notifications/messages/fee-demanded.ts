import { z } from 'zod'
import { amountOrNone, codeOf, message, youOf } from './message'
import { amountText } from './wording'

/** A fee that the law sets in mid-process is due; the limit stands until it is paid. */
export const feeDemanded = message({
  params: { amount: amountOrNone, payBy: z.string() },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} cần nộp phí`,
    inbox: `Hồ sơ ${codeOf(p)}: nộp ${amountText(p.amount, 'vi')} để được giải quyết tiếp.`,
    sms: `Hồ sơ ${codeOf(p)} cần nộp ${amountText(p.amount, 'vi')}. Nộp trên trang hồ sơ.`,
    paragraphs: [
      `Theo quy định, ${youOf(p)} cần nộp ${amountText(p.amount, 'vi')} để hồ sơ “${p.procedureVi}” được giải quyết tiếp. Thời hạn giải quyết tạm dừng cho đến khi nộp.`,
    ],
    next: [`Nộp trên trang hồ sơ trước hết ngày ${dayWords(p.payBy)}.`],
  }),
  en: (p) => ({
    subject: `A fee is due for dossier ${codeOf(p)}`,
    inbox: `Dossier ${codeOf(p)}: pay ${amountText(p.amount, 'en')} so that it can go on.`,
    sms: `Dossier ${codeOf(p)}: please pay ${amountText(p.amount, 'en')} on its page.`,
    paragraphs: [
      `By law ${amountText(p.amount, 'en')} is due so that your dossier “${p.procedureEn}” can go on. The limit stands until it is paid.`,
    ],
    next: [`Pay on the dossier page by the end of ${dayWords(p.payBy)}.`],
  }),
})

function dayWords(day: string): string {
  return day.split('-').reverse().join('/')
}
