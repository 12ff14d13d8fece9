import { z } from 'zod'
import { codeOf, message } from './message'
import { momentText } from './wording'

const VIA_VI = { online: 'trực tuyến', counter: 'tại quầy', post: 'qua bưu chính' } as const
const VIA_EN = { online: 'online', counter: 'at the counter', post: 'by post' } as const

/** The result reached its owner. */
export const delivered = message({
  params: { via: z.enum(['online', 'counter', 'post']) },
  vi: (p) => ({
    subject: `Đã trả kết quả hồ sơ ${codeOf(p)}`,
    inbox: `Kết quả hồ sơ ${codeOf(p)} đã được trả ${VIA_VI[p.via]}.`,
    sms: `Kết quả hồ sơ ${codeOf(p)} đã được trả ${VIA_VI[p.via]}.`,
    paragraphs: [
      `Kết quả hồ sơ “${p.procedureVi}” mã ${codeOf(p)} đã được trả ${VIA_VI[p.via]} lúc ${momentText(p.at, 'vi')}.`,
    ],
    next: [
      'Nếu chưa nhận được, liên hệ cơ quan giải quyết ngay.',
      'Đánh giá việc giải quyết trên trang hồ sơ; ý kiến giúp cơ quan phục vụ tốt hơn.',
    ],
  }),
  en: (p) => ({
    subject: `The result of dossier ${codeOf(p)} was handed over`,
    inbox: `The result of dossier ${codeOf(p)} was handed over ${VIA_EN[p.via]}.`,
    sms: `The result of dossier ${codeOf(p)} was handed over ${VIA_EN[p.via]}.`,
    paragraphs: [
      `The result of the dossier “${p.procedureEn}”, code ${codeOf(p)}, was handed over ${VIA_EN[p.via]} at ${momentText(p.at, 'en')}.`,
    ],
    next: [
      'If you have not received it, tell the agency at once.',
      'Rate the service on the dossier page; it helps the agency to do better.',
    ],
  }),
})
