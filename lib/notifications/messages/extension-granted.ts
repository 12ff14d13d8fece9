import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { dayText } from './wording'

/** The leader signed the apology with a new date (Decree 118/2025 Art. 19.6); form 04 follows, numbered and sealed. */
export const extensionGranted = message({
  params: {
    oldDue: z.iso.datetime(),
    newDay: z.iso.date(),
    reason: z.string(),
    signer: z.string(),
  },
  vi: (p) => ({
    subject: `Xin lỗi và đề nghị gia hạn hồ sơ ${codeOf(p)}`,
    inbox: `${p.agencyVi} xin lỗi và đề nghị gia hạn hồ sơ ${codeOf(p)} từ ${dayText(p.oldDue)} đến ${dayText(p.newDay)}.`,
    sms: `Xin lỗi: hồ sơ ${codeOf(p)} được gia hạn từ ${dayText(p.oldDue)} đến ${dayText(p.newDay)}.`,
    paragraphs: [
      `${p.agencyVi} xin lỗi ${youOf(p)} vì không kịp trả kết quả hồ sơ ${codeOf(p)} vào ngày ${dayText(p.oldDue)}.`,
      `Lý do: ${p.reason}`,
      `Ngày trả kết quả mới: ${dayText(p.newDay)}. Người ký: ${p.signer}. Mỗi hồ sơ chỉ được gia hạn một lần.`,
      'Văn bản xin lỗi và đề nghị gia hạn (Mẫu số 04) có trên trang hồ sơ sau khi được cấp số và đóng dấu.',
    ],
    next: ['Không cần nộp lại, bổ sung hay nộp thêm tiền vì việc gia hạn này.'],
  }),
  en: (p) => ({
    subject: `Apology and new date for dossier ${codeOf(p)}`,
    inbox: `${p.agencyEn} apologises: dossier ${codeOf(p)} is extended from ${dayText(p.oldDue)} to ${dayText(p.newDay)}.`,
    sms: `Sorry: dossier ${codeOf(p)} is extended from ${dayText(p.oldDue)} to ${dayText(p.newDay)}.`,
    paragraphs: [
      `${p.agencyEn} apologises: the result of dossier ${codeOf(p)} will not be ready by ${dayText(p.oldDue)}.`,
      `Reason: ${p.reason}`,
      `New date: ${dayText(p.newDay)}. Signed by ${p.signer}. A dossier can be extended only once.`,
      'The letter (form 04) is on the dossier page as soon as it is numbered and sealed.',
    ],
    next: ['You need not file, add or pay anything because of this extension.'],
  }),
})
