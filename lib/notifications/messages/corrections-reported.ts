import { codeOf, message } from './message'
import { dayText, momentText } from './wording'

/** The facility's report has come, and the clock of the result runs from it (Law 15/2023 Art. 52.4). */
export const correctionsReported = message({
  params: {},
  vi: (p) => ({
    subject: `Đã nhận báo cáo khắc phục của hồ sơ ${codeOf(p)}`,
    inbox: `Đã nhận báo cáo khắc phục; ngày hẹn trả kết quả ${dayText(p.issueDueAt)}.`,
    sms: `Hồ sơ ${codeOf(p)}: đã nhận báo cáo khắc phục. Hẹn trả kết quả ${dayText(p.issueDueAt)}.`,
    paragraphs: [
      `Cơ quan đã nhận báo cáo khắc phục lúc ${momentText(p.at, 'vi')}. Ngày hẹn trả kết quả: ${dayText(p.issueDueAt)}.`,
    ],
    next: ['Cơ quan kiểm tra lại nội dung đã khắc phục và báo kết quả trên trang hồ sơ.'],
  }),
  en: (p) => ({
    subject: `Report on corrections received, dossier ${codeOf(p)}`,
    inbox: `Your report on corrections has come; the result is due by ${dayText(p.issueDueAt)}.`,
    sms: `Dossier ${codeOf(p)}: report on corrections received. Result due by ${dayText(p.issueDueAt)}.`,
    paragraphs: [
      `The agency received your report at ${momentText(p.at, 'en')}. The result is due by ${dayText(p.issueDueAt)}.`,
    ],
    next: ['The agency checks what was put right; you see the outcome on the dossier page.'],
  }),
})
