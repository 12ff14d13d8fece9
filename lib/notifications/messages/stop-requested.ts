import { codeOf, message, youOf } from './message'
import { momentText } from './wording'

/** The wish to stop is with the agency; until the leader confirms it can be taken back. */
export const stopRequested = message({
  params: {},
  vi: (p) => ({
    subject: `Đã nhận yêu cầu dừng giải quyết hồ sơ ${codeOf(p)}`,
    inbox: `Đã nhận yêu cầu dừng giải quyết hồ sơ ${codeOf(p)}.`,
    sms: `Đã nhận yêu cầu dừng giải quyết hồ sơ ${codeOf(p)}.`,
    paragraphs: [
      `${p.agencyVi} đã nhận yêu cầu dừng giải quyết hồ sơ ${codeOf(p)} của ${youOf(p)} lúc ${momentText(p.at, 'vi')}. Lãnh đạo cơ quan sẽ ký Thông báo dừng giải quyết hồ sơ (Mẫu số 05).`,
    ],
    next: ['Nếu đổi ý, rút lại yêu cầu trên trang hồ sơ trước khi có thông báo dừng.'],
  }),
  en: (p) => ({
    subject: `Request to stop dossier ${codeOf(p)} received`,
    inbox: `Your request to stop dossier ${codeOf(p)} was received.`,
    sms: `Your request to stop dossier ${codeOf(p)} was received.`,
    paragraphs: [
      `${p.agencyEn} received your request to stop dossier ${codeOf(p)} at ${momentText(p.at, 'en')}. The agency’s leader will sign the stop notice (form 05).`,
    ],
    next: ['If you change your mind, take the request back on the dossier page before the notice.'],
  }),
})
