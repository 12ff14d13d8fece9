import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { dayText, momentText } from './wording'

/** The result is signed, sealed and ready. `number` is the number on it; `paperCopy` yes or empty. */
export const issued = message({
  params: {
    number: z.string(),
    paperCopy: z.enum(['yes', '']),
    /** The promised date when the result is early: that is announced before it is handed over. */
    early: z.iso.datetime().or(z.literal('')).optional(),
  },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã có kết quả`,
    inbox: `Đã có kết quả hồ sơ ${codeOf(p)}: số ${p.number}.`,
    sms: `Hồ sơ ${codeOf(p)} đã có kết quả, số ${p.number}. Xem trên trang hồ sơ.`,
    paragraphs: [
      `${p.agencyVi} đã giải quyết xong hồ sơ “${p.procedureVi}” của ${youOf(p)} lúc ${momentText(p.at, 'vi')}. Kết quả mang số ${p.number}, có chữ ký số của cơ quan.`,
      ...(p.early ? [`Kết quả có sớm hơn ngày hẹn ${dayText(p.early)}.`] : []),
    ],
    next: [
      'Tải kết quả trên trang hồ sơ. Ai cũng có thể kiểm tra kết quả bằng mã in trên đó.',
      ...(p.paperCopy ? [`Nhận bản giấy tại ${p.deskVi}, mang theo giấy tờ tùy thân.`] : []),
    ],
  }),
  en: (p) => ({
    subject: `The result of dossier ${codeOf(p)} is ready`,
    inbox: `The result of dossier ${codeOf(p)} is ready: number ${p.number}.`,
    sms: `The result of dossier ${codeOf(p)} is ready, number ${p.number}. See its page.`,
    paragraphs: [
      `${p.agencyEn} completed your dossier “${p.procedureEn}” at ${momentText(p.at, 'en')}. The result has number ${p.number} and carries the agency’s digital signature.`,
      ...(p.early ? [`It is earlier than the promised ${dayText(p.early)}.`] : []),
    ],
    next: [
      'Download the result on the dossier page. Anybody can verify it by the code printed on it.',
      ...(p.paperCopy
        ? [`Collect the paper copy at ${p.deskEn}; bring an identity document.`]
        : []),
    ],
  }),
})
