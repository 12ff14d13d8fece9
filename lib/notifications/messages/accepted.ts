import { codeOf, message, youOf } from './message'
import { dayText, momentText } from './wording'

/** The desk accepted the dossier; code and slip 01 come with it, and the appraisal clock runs. */
export const accepted = message({
  params: {},
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã được tiếp nhận`,
    inbox: `Hồ sơ đã được tiếp nhận, mã hồ sơ ${codeOf(p)}; hạn thẩm định ${dayText(p.appraisalDueAt)}.`,
    sms: `Hồ sơ ${codeOf(p)} đã được tiếp nhận. Hạn thẩm định ${dayText(p.appraisalDueAt)}.`,
    paragraphs: [
      `${p.deskVi} đã tiếp nhận hồ sơ “${p.procedureVi}” của ${youOf(p)} lúc ${momentText(p.at, 'vi')}. Mã hồ sơ là ${codeOf(p)}.`,
      `Việc thẩm định hoàn thành chậm nhất ngày ${dayText(p.appraisalDueAt)}. Ngày hẹn trả kết quả được tính từ ngày có biên bản thẩm định và được báo ngay khi đó.`,
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu số 01) có trên trang hồ sơ.',
    ],
    next: [
      'Giữ mã hồ sơ để tra cứu.',
      'Khi có thẩm định thực tế tại cơ sở, cơ quan báo trước thời gian.',
    ],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} has been accepted`,
    inbox: `Your dossier has been accepted under code ${codeOf(p)}; appraisal is due by ${dayText(p.appraisalDueAt)}.`,
    sms: `Dossier ${codeOf(p)} has been accepted. Appraisal due by ${dayText(p.appraisalDueAt)}.`,
    paragraphs: [
      `${p.deskEn} accepted your dossier “${p.procedureEn}” at ${momentText(p.at, 'en')}. Its code is ${codeOf(p)}.`,
      `Appraisal ends by ${dayText(p.appraisalDueAt)}. The date of the result counts from the day of the inspection minutes; you are told as soon as it is set.`,
      'The receipt slip (form 01) is on the dossier page.',
    ],
    next: [
      'Keep the dossier code for looking things up.',
      'If the facility is to be inspected, the agency announces the time beforehand.',
    ],
  }),
})
