import { codeOf, message, youOf } from './message'
import { momentText } from './wording'

/** The applicant changed the content before the decision (Decree 118/2025 Art. 21.2); the code stays. */
export const contentChanged = message({
  params: {},
  vi: (p) => ({
    subject: `Đã nhận thay đổi nội dung hồ sơ ${codeOf(p)}`,
    inbox: `Đã nhận thay đổi nội dung hồ sơ ${codeOf(p)}; mã hồ sơ không đổi.`,
    sms: `Đã nhận thay đổi nội dung hồ sơ ${codeOf(p)}. Mã hồ sơ không đổi.`,
    paragraphs: [
      `Hệ thống đã nhận thay đổi nội dung hồ sơ “${p.procedureVi}” của ${youOf(p)} lúc ${momentText(p.at, 'vi')}. Mã hồ sơ và thời hạn không đổi; người giải quyết thấy rõ từng chỗ thay đổi.`,
    ],
    next: ['Không cần làm gì thêm. Bản trước khi thay đổi vẫn được lưu.'],
  }),
  en: (p) => ({
    subject: `Your changes to dossier ${codeOf(p)} have arrived`,
    inbox: `Your changes to dossier ${codeOf(p)} have arrived; its code stays.`,
    sms: `Your changes to dossier ${codeOf(p)} have arrived. Its code stays.`,
    paragraphs: [
      `The portal received your changes to “${p.procedureEn}” at ${momentText(p.at, 'en')}. Code and dates stay; the officer sees each change.`,
    ],
    next: ['Nothing to do now. What stood there before is kept.'],
  }),
})
