import { z } from 'zod'
import { codeOf, message } from './message'
import { dayText } from './wording'

/** The desk changed the date to the one of the letter. */
export const extensionApplied = message({
  params: { oldDue: z.iso.datetime(), newDay: z.iso.date() },
  vi: (p) => ({
    subject: `Ngày trả kết quả mới của hồ sơ ${codeOf(p)}`,
    inbox: `Ngày hẹn trả hồ sơ ${codeOf(p)} đã đổi từ ${dayText(p.oldDue)} sang ${dayText(p.newDay)}.`,
    sms: `Ngày hẹn trả hồ sơ ${codeOf(p)} đã đổi sang ${dayText(p.newDay)}.`,
    paragraphs: [
      `Theo văn bản xin lỗi và đề nghị gia hạn, ${p.deskVi} đã đổi ngày hẹn trả kết quả hồ sơ ${codeOf(p)} từ ${dayText(p.oldDue)} sang ${dayText(p.newDay)}.`,
    ],
    next: ['Xem ngày hẹn mới trên trang hồ sơ.'],
  }),
  en: (p) => ({
    subject: `New date for dossier ${codeOf(p)}`,
    inbox: `The date of dossier ${codeOf(p)} moved from ${dayText(p.oldDue)} to ${dayText(p.newDay)}.`,
    sms: `The date of dossier ${codeOf(p)} moved to ${dayText(p.newDay)}.`,
    paragraphs: [
      `By the letter of apology and extension, ${p.deskEn} moved the date of dossier ${codeOf(p)} from ${dayText(p.oldDue)} to ${dayText(p.newDay)}.`,
    ],
    next: ['See the new date on the dossier page.'],
  }),
})
