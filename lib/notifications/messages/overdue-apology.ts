import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { momentText } from './wording'

const LATE = {
  'acceptance-late': 'chưa trả lời việc tiếp nhận hồ sơ',
  overdue: 'chưa trả kết quả hồ sơ',
  'correction-late': 'chưa sửa xong kết quả sai của hồ sơ',
} as const

/** The agency is late and says so; the work goes on (Decree 118/2025 Art. 19.6, and our promise beyond it). */
export const overdueApology = message({
  params: {
    breach: z.enum(['acceptance-late', 'overdue', 'correction-late']),
    due: z.iso.datetime(),
  },
  vi: (p) => ({
    subject: `Xin lỗi vì chậm giải quyết hồ sơ ${codeOf(p)}`,
    inbox: `${p.agencyVi} xin lỗi vì đã quá hạn hồ sơ ${codeOf(p)} (hạn ${momentText(p.due, 'vi')}).`,
    sms: `Xin lỗi vì chậm giải quyết hồ sơ ${codeOf(p)}. Hồ sơ vẫn đang được giải quyết.`,
    paragraphs: [
      `${p.agencyVi} xin lỗi ${youOf(p)} vì ${LATE[p.breach]} ${codeOf(p)} đúng hạn (${momentText(p.due, 'vi')}).`,
      'Hồ sơ vẫn đang được giải quyết. Việc chậm đã được ghi vào hồ sơ và báo cho lãnh đạo cơ quan.',
    ],
    next: [
      'Không cần nộp lại hay bổ sung gì vì việc chậm này.',
      `Cần hỏi thêm, gọi ${p.agencyPhone}.`,
    ],
  }),
  en: (p) => ({
    subject: `We are sorry: dossier ${codeOf(p)} is late`,
    inbox: `${p.agencyEn} is late with dossier ${codeOf(p)} (due ${momentText(p.due, 'en')}) and apologises.`,
    sms: `Sorry, dossier ${codeOf(p)} is late. Work on it goes on.`,
    paragraphs: [
      `${p.agencyEn} apologises: dossier ${codeOf(p)} was due at ${momentText(p.due, 'en')}.`,
      'Work on it goes on. The delay is on record and the head of the agency has been told.',
    ],
    next: [`You need not do anything. For questions call ${p.agencyPhone}.`],
  }),
})
