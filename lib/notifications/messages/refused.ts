import { z } from 'zod'
import { codeOf, message, youOf } from './message'
import { momentText } from './wording'

/** The negative result after appraisal; `reasons` as they stand on slip 03, a line each. */
export const refused = message({
  params: { reasons: z.string() },
  vi: (p) => ({
    subject: `Kết quả hồ sơ ${codeOf(p)}: không đủ điều kiện`,
    inbox: `Hồ sơ ${codeOf(p)} không được chấp thuận; lý do trên trang hồ sơ.`,
    sms: `Hồ sơ ${codeOf(p)} không được chấp thuận. Xem lý do trên trang hồ sơ.`,
    paragraphs: [
      `${p.agencyVi} đã giải quyết hồ sơ “${p.procedureVi}” của ${youOf(p)} lúc ${momentText(p.at, 'vi')}. Kết quả: không đủ điều kiện, với các lý do sau.`,
      ...p.reasons.split('\n'),
    ],
    next: [
      'Nhận Phiếu từ chối (Mẫu số 03) có chữ ký số trên trang hồ sơ.',
      'Khắc phục theo lý do đã nêu rồi nộp hồ sơ mới bất cứ lúc nào.',
      `Nếu không đồng ý: khiếu nại đến ${p.agencyVi} trong 90 ngày từ khi nhận phiếu, hoặc khởi kiện tại tòa án.`,
    ],
  }),
  en: (p) => ({
    subject: `Result of dossier ${codeOf(p)}: not granted`,
    inbox: `Dossier ${codeOf(p)} was not granted; the reasons are on its page.`,
    sms: `Dossier ${codeOf(p)} was not granted. See the reasons on its page.`,
    paragraphs: [
      `${p.agencyEn} decided your dossier “${p.procedureEn}” at ${momentText(p.at, 'en')}. Result: the conditions are not met, for these reasons (in Vietnamese, as on the slip).`,
      ...p.reasons.split('\n'),
    ],
    next: [
      'Get the signed refusal slip (form 03) on the dossier page.',
      'Mend what the reasons say and file a new dossier at any time.',
      `If you disagree: complain to ${p.agencyEn} within 90 days of receiving the slip, or go to court.`,
    ],
  }),
})
