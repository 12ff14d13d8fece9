import { z } from 'zod'
import { codeOf, message } from './message'
import { dayText } from './wording'

/** The minutes of the inspection are there, and the clock of the result runs. `heldOn` is a plain day. */
export const inspectionRecorded = message({
  params: { heldOn: z.iso.date() },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã có biên bản thẩm định`,
    inbox: `Đã có biên bản thẩm định của hồ sơ ${codeOf(p)}; ngày hẹn trả kết quả ${dayText(p.issueDueAt)}.`,
    sms: `Hồ sơ ${codeOf(p)} đã có biên bản thẩm định. Hẹn trả kết quả ${dayText(p.issueDueAt)}.`,
    paragraphs: [
      `Đoàn thẩm định đã lập biên bản ngày ${dayText(p.heldOn)} cho hồ sơ “${p.procedureVi}” mã ${codeOf(p)}. Kết luận có trên trang hồ sơ.`,
      `Ngày hẹn trả kết quả: ${dayText(p.issueDueAt)}.`,
    ],
    next: [
      'Xem kết luận trên trang hồ sơ. Nếu biên bản yêu cầu khắc phục, hãy thực hiện đúng hạn.',
    ],
  }),
  en: (p) => ({
    subject: `Inspection minutes recorded for dossier ${codeOf(p)}`,
    inbox: `The inspection minutes of dossier ${codeOf(p)} are recorded; the result is due by ${dayText(p.issueDueAt)}.`,
    sms: `Inspection minutes of dossier ${codeOf(p)} recorded. Result due by ${dayText(p.issueDueAt)}.`,
    paragraphs: [
      `The inspection team made its minutes on ${dayText(p.heldOn)} for the dossier “${p.procedureEn}”, code ${codeOf(p)}. Its finding is on the dossier page.`,
      `The result is due by ${dayText(p.issueDueAt)}.`,
    ],
    next: ['Read the finding on the dossier page. If it asks for corrections, make them in time.'],
  }),
})
