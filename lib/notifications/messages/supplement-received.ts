import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { dayText, momentText } from './wording'

/** The receipt for an answer. `due` is the date that follows from it. */
export const supplementReceived = message({
  params: { due: z.iso.datetime().or(z.literal('')) },
  vi: (p) => ({
    subject: `Đã nhận bổ sung của hồ sơ ${codeOf(p)}`,
    inbox: `Đã nhận nội dung bổ sung của hồ sơ ${codeOf(p)}.`,
    sms: `Đã nhận nội dung bổ sung của hồ sơ ${codeOf(p)}.`,
    paragraphs: [
      `Hệ thống đã nhận nội dung bổ sung của ${youOf(p)} lúc ${momentText(p.at, 'vi')} và chuyển ngay cho cơ quan giải quyết.`,
      ...(p.due ? [`Thời hạn hiện nay của hồ sơ: ngày ${dayText(p.due)}.`] : []),
    ],
    next: ['Không cần làm gì thêm. Kết quả kiểm tra sẽ được báo cho bạn.'],
  }),
  en: (p) => ({
    subject: `Your supplement to dossier ${codeOf(p)} has arrived`,
    inbox: `The supplement to dossier ${codeOf(p)} has arrived.`,
    sms: `The supplement to dossier ${codeOf(p)} has arrived.`,
    paragraphs: [
      `The portal received your supplement at ${momentText(p.at, 'en')} and passed it to the agency at once.`,
      ...(p.due ? [`The date of the dossier is now ${dayText(p.due)}.`] : []),
    ],
    next: ['Nothing to do now. You will be told what comes of it.'],
  }),
})
