import { z } from 'zod'
import { codeOf, message, youOf } from './message'

/** A wrong result is being put right; the applicant need not do or pay anything. */
export const correctionOpened = message({
  params: {},
  vi: (p) => ({
    subject: `Kết quả hồ sơ ${codeOf(p)} đang được sửa`,
    inbox: `Kết quả hồ sơ ${codeOf(p)} có sai sót, đang được sửa trong 3 ngày làm việc.`,
    sms: `Kết quả hồ sơ ${codeOf(p)} có sai sót, đang được sửa trong 3 ngày làm việc.`,
    paragraphs: [
      `Kết quả hồ sơ “${p.procedureVi}” của ${youOf(p)} có sai sót do cơ quan. ${p.agencyVi} xin lỗi và sửa trong 3 ngày làm việc, cơ quan chịu mọi chi phí.`,
    ],
    next: ['Không phải làm gì. Chúng tôi báo ngay khi có bản đã sửa.'],
  }),
  en: (p) => ({
    subject: `The result of dossier ${codeOf(p)} is being corrected`,
    inbox: `The result of dossier ${codeOf(p)} held an error and is corrected within 3 working days.`,
    sms: `The result of dossier ${codeOf(p)} held an error; it is corrected within 3 working days.`,
    paragraphs: [
      `The result of your dossier “${p.procedureEn}” holds an error of the agency. ${p.agencyEn} apologises and corrects it within 3 working days at its own cost.`,
    ],
    next: ['You need not do anything. We tell you as soon as the corrected one is there.'],
  }),
})

/** The corrected result is issued and takes the place of the wrong one. */
export const resultCorrected = message({
  params: { number: z.string() },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã có kết quả sửa đúng`,
    inbox: `Kết quả đã sửa của hồ sơ ${codeOf(p)}: số ${p.number}.`,
    sms: `Kết quả đã sửa của hồ sơ ${codeOf(p)}: số ${p.number}. Bản trước không còn giá trị.`,
    paragraphs: [
      `${p.agencyVi} đã sửa kết quả hồ sơ “${p.procedureVi}”. Bản đúng mang số ${p.number} và thay thế bản trước; bản trước không còn giá trị.`,
    ],
    next: ['Tải bản đã sửa trên trang hồ sơ và bỏ bản cũ.'],
  }),
  en: (p) => ({
    subject: `The corrected result of dossier ${codeOf(p)} is ready`,
    inbox: `The corrected result of dossier ${codeOf(p)}: number ${p.number}.`,
    sms: `The corrected result of dossier ${codeOf(p)}: number ${p.number}. The earlier one is void.`,
    paragraphs: [
      `${p.agencyEn} corrected the result of your dossier “${p.procedureEn}”. The right one has number ${p.number} and replaces the earlier one, which is no longer valid.`,
    ],
    next: ['Download the corrected one on the dossier page and discard the old one.'],
  }),
})
