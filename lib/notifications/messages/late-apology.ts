import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { dayText, momentText } from './wording'

/** After the due date: the head apologises with the reason and a day the agency hopes for; no date moves. */
export const lateApology = message({
  params: {
    due: z.iso.datetime(),
    expectedOn: z.iso.date(),
    reason: z.string(),
    signer: z.string(),
  },
  vi: (p) => ({
    subject: `Thông báo xin lỗi về hồ sơ ${codeOf(p)}`,
    inbox: `${p.agencyVi} xin lỗi vì quá hạn hồ sơ ${codeOf(p)}; dự kiến xong ngày ${dayText(p.expectedOn)}. Lý do: ${p.reason}`,
    sms: `Xin lỗi vì quá hạn hồ sơ ${codeOf(p)}. Dự kiến xong ngày ${dayText(p.expectedOn)}.`,
    paragraphs: [
      `${p.agencyVi} xin lỗi ${youOf(p)} vì đã quá hạn trả kết quả hồ sơ ${codeOf(p)} (${momentText(p.due, 'vi')}).`,
      `Lý do: ${p.reason}`,
      `Dự kiến có kết quả vào ngày ${dayText(p.expectedOn)}. Hạn theo luật không thay đổi và việc chậm vẫn được ghi trong hồ sơ.`,
      `Người thông báo: ${p.signer}.`,
    ],
    next: ['Không cần nộp lại hay bổ sung gì vì việc chậm này.'],
  }),
  en: (p) => ({
    subject: `Apology about dossier ${codeOf(p)}`,
    inbox: `${p.agencyEn} apologises: dossier ${codeOf(p)} is late, expected on ${dayText(p.expectedOn)}. Reason: ${p.reason}`,
    sms: `Sorry, dossier ${codeOf(p)} is late. Expected on ${dayText(p.expectedOn)}.`,
    paragraphs: [
      `${p.agencyEn} apologises: the result of dossier ${codeOf(p)} was due at ${momentText(p.due, 'en')}.`,
      `Reason: ${p.reason}`,
      `It is expected on ${dayText(p.expectedOn)}. The legal date does not move, and the delay stays on record.`,
      `Given by: ${p.signer}.`,
    ],
    next: ['You need not file or add anything because of this delay.'],
  }),
})
