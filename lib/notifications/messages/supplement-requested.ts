import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { dayText } from './wording'

/** The desk asks for a supplement (Decree 118/2025 Art. 17.2, 19.5); the list and slip 02 are on the dossier page. */
export const supplementRequested = message({
  params: { replyBy: z.iso.date(), count: z.string().regex(/^\d+$/) },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} cần bổ sung`,
    inbox: `Hồ sơ ${codeOf(p)} cần bổ sung ${p.count} nội dung, chậm nhất ngày ${dayText(p.replyBy)}.`,
    sms: `Hồ sơ ${codeOf(p)} cần bổ sung ${p.count} nội dung trước hết ngày ${dayText(p.replyBy)}.`,
    paragraphs: [
      `${p.deskVi} đề nghị ${youOf(p)} bổ sung ${p.count} nội dung cho hồ sơ “${p.procedureVi}”. Chỉ các nội dung đó được mở để sửa; phần còn lại của hồ sơ giữ nguyên.`,
      `Thời hạn bổ sung: hết ngày ${dayText(p.replyBy)}. Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu số 02) có trên trang hồ sơ.`,
    ],
    next: [
      'Mở trang hồ sơ, xem từng nội dung, lý do và thế nào là đạt.',
      'Bổ sung một lần cho đủ rồi bấm gửi.',
    ],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} needs a supplement`,
    inbox: `Dossier ${codeOf(p)} needs ${p.count} things supplied by ${dayText(p.replyBy)}.`,
    sms: `Dossier ${codeOf(p)} needs ${p.count} things supplied by ${dayText(p.replyBy)}.`,
    paragraphs: [
      `${p.deskEn} asks you to supply ${p.count} things for your dossier “${p.procedureEn}”. Only these are open for changes; the rest of the dossier stays as it is.`,
      `Please answer by the end of ${dayText(p.replyBy)}. The supplement slip (form 02) is on the dossier page.`,
    ],
    next: [
      'Open the dossier page and read each item, its reason and what a good one looks like.',
      'Supply everything at once, then send it.',
    ],
  }),
})
