import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { dayText } from './wording'

/** The applicant's own time runs out: said three times, on days that we chose. */
export const supplementReminder = message({
  params: { replyBy: z.iso.date() },
  vi: (p) => ({
    subject: `Nhắc bổ sung hồ sơ ${codeOf(p)} trước hết ngày ${dayText(p.replyBy)}`,
    inbox: `Hồ sơ ${codeOf(p)} vẫn chờ bổ sung, chậm nhất ngày ${dayText(p.replyBy)}.`,
    sms: `Hồ sơ ${codeOf(p)} vẫn chờ bổ sung, chậm nhất ngày ${dayText(p.replyBy)}.`,
    paragraphs: [
      `Hồ sơ “${p.procedureVi}” của ${youOf(p)} vẫn chờ bổ sung. Thời hạn: hết ngày ${dayText(p.replyBy)}.`,
      'Quá thời hạn này mà chưa bổ sung, cơ quan có thể đóng hồ sơ. Khi đó vẫn nộp lại được và dùng lại các giấy tờ đã nộp.',
    ],
    next: ['Mở trang hồ sơ và gửi nội dung bổ sung.', `Cần hỏi thêm, gọi ${p.agencyPhone}.`],
  }),
  en: (p) => ({
    subject: `Reminder: supply dossier ${codeOf(p)} by ${dayText(p.replyBy)}`,
    inbox: `Dossier ${codeOf(p)} still waits for its supplement, by ${dayText(p.replyBy)}.`,
    sms: `Dossier ${codeOf(p)} still waits for its supplement, by ${dayText(p.replyBy)}.`,
    paragraphs: [
      `Your dossier “${p.procedureEn}” still waits for its supplement. Please answer by the end of ${dayText(p.replyBy)}.`,
      'After that day the agency may close the dossier. You can then file it again with the same papers.',
    ],
    next: ['Open the dossier page and send the supplement.', `Questions: call ${p.agencyPhone}.`],
  }),
})
