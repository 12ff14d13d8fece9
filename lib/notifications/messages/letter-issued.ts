import { z } from 'zod'
import { codeOf, message } from './message'

const NAMES_VI = {
  'extension-letter': 'Văn bản xin lỗi và đề nghị gia hạn',
  'stop-notice': 'Thông báo dừng giải quyết hồ sơ',
} as const
const NAMES_EN = {
  'extension-letter': 'Letter of apology and extension',
  'stop-notice': 'Stop notice',
} as const

/** A letter has its number and seal and can be fetched. */
export const letterIssued = message({
  params: { letter: z.enum(['extension-letter', 'stop-notice']), number: z.string() },
  vi: (p) => ({
    subject: `${NAMES_VI[p.letter]} số ${p.number}`,
    inbox: `${NAMES_VI[p.letter]} số ${p.number} về hồ sơ ${codeOf(p)} đã phát hành.`,
    sms: `${NAMES_VI[p.letter]} số ${p.number} về hồ sơ ${codeOf(p)} đã phát hành.`,
    paragraphs: [
      `${p.agencyVi} đã phát hành ${NAMES_VI[p.letter]} số ${p.number} về hồ sơ ${codeOf(p)}, có chữ ký số của lãnh đạo và con dấu số của cơ quan.`,
    ],
    next: ['Tải văn bản trên trang hồ sơ.'],
  }),
  en: (p) => ({
    subject: `${NAMES_EN[p.letter]} no. ${p.number}`,
    inbox: `${NAMES_EN[p.letter]} no. ${p.number} about dossier ${codeOf(p)} was issued.`,
    sms: `${NAMES_EN[p.letter]} no. ${p.number} about dossier ${codeOf(p)} was issued.`,
    paragraphs: [
      `${p.agencyEn} issued the ${NAMES_EN[p.letter].toLowerCase()} no. ${p.number} about dossier ${codeOf(p)}, signed by its leader and sealed.`,
    ],
    next: ['Download it from the dossier page.'],
  }),
})
