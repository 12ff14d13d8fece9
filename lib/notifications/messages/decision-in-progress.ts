import { codeOf, message } from './message'
import { momentText } from './wording'

/** Appraisal is done and the decision is before the competent person; it does not say which way. */
export const decisionInProgress = message({
  params: {},
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đang được trình quyết định`,
    inbox: `Hồ sơ ${codeOf(p)} đã thẩm định xong và đang được trình người có thẩm quyền quyết định.`,
    sms: `Hồ sơ ${codeOf(p)} đang được trình quyết định.`,
    paragraphs: [
      `Hồ sơ “${p.procedureVi}” mã ${codeOf(p)} đã thẩm định xong và được trình người có thẩm quyền quyết định lúc ${momentText(p.at, 'vi')}.`,
    ],
    next: ['Chưa cần làm gì. Khi có kết quả, thông báo được gửi ngay.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} is before the decision maker`,
    inbox: `Dossier ${codeOf(p)} has been appraised and is before the person who decides.`,
    sms: `Dossier ${codeOf(p)} is before the decision maker.`,
    paragraphs: [
      `The dossier “${p.procedureEn}”, code ${codeOf(p)}, has been appraised and was put before the person who decides at ${momentText(p.at, 'en')}.`,
    ],
    next: ['Nothing for now. You are told as soon as there is a result.'],
  }),
})
