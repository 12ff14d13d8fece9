import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { momentText } from './wording'

/** The facility is to be inspected: time, place, people and content (Decree 118/2025 Art. 19.4). */
export const inspectionPlanned = message({
  params: {
    plannedFor: z.iso.datetime(),
    place: z.string(),
    team: z.string(),
    agenda: z.string(),
    decisionNumber: z.string(),
  },
  vi: (p) => ({
    subject: `Lịch thẩm định tại cơ sở của hồ sơ ${codeOf(p)}`,
    inbox: `Thẩm định tại cơ sở lúc ${momentText(p.plannedFor, 'vi')}, hồ sơ ${codeOf(p)}.`,
    sms: `Hồ sơ ${codeOf(p)}: thẩm định tại cơ sở lúc ${momentText(p.plannedFor, 'vi')}. Chi tiết trong thư và trên trang hồ sơ.`,
    paragraphs: [
      `${p.agencyVi} thông báo lịch thẩm định thực tế tại cơ sở của ${youOf(p)}, theo quyết định số ${p.decisionNumber}.`,
      `Thời gian: ${momentText(p.plannedFor, 'vi')}.`,
      `Địa điểm: ${p.place}.`,
      `Đoàn thẩm định: ${p.team}.`,
      `Nội dung và thành phần của cơ sở: ${p.agenda}.`,
    ],
    next: [
      'Bố trí người đại diện cơ sở có mặt, chuẩn bị giấy tờ và khu vực được thẩm định.',
      'Nếu không thể đúng lịch, hãy liên hệ cơ quan ngay để đổi lịch.',
    ],
  }),
  en: (p) => ({
    subject: `Site inspection for dossier ${codeOf(p)}`,
    inbox: `Site inspection at ${momentText(p.plannedFor, 'en')}, dossier ${codeOf(p)}.`,
    sms: `Dossier ${codeOf(p)}: site inspection at ${momentText(p.plannedFor, 'en')}. Details by letter and on the dossier page.`,
    paragraphs: [
      `${p.agencyEn} will inspect your facility under decision no. ${p.decisionNumber}.`,
      `Time: ${momentText(p.plannedFor, 'en')}.`,
      `Place: ${p.place}.`,
      `Team: ${p.team}.`,
      `Content, and who of the facility takes part: ${p.agenda}.`,
    ],
    next: [
      'Have the representative of the facility there, with the papers and rooms to be inspected.',
      'If the time is impossible, contact the agency at once.',
    ],
  }),
})
