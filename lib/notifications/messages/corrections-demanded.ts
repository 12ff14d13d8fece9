import { z } from 'zod'
import { codeOf, message } from './message'
import { dayText } from './wording'

/** The minutes name what the facility puts right; its own wait, and never a supplement. */
export const correctionsDemanded = message({
  params: { heldOn: z.iso.date(), dueOn: z.iso.date().or(z.literal('')), count: z.string() },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)}: cơ sở cần khắc phục ${p.count} nội dung`,
    inbox: `Biên bản thẩm định yêu cầu cơ sở khắc phục ${p.count} nội dung, hồ sơ ${codeOf(p)}.`,
    sms: `Hồ sơ ${codeOf(p)}: biên bản yêu cầu khắc phục ${p.count} nội dung${p.dueOn ? `, đến hết ngày ${dayText(p.dueOn)}` : ''}.`,
    paragraphs: [
      `Biên bản thẩm định ngày ${dayText(p.heldOn)} yêu cầu cơ sở khắc phục ${p.count} nội dung, ghi trên trang hồ sơ.${p.dueOn ? ` Thời hạn khắc phục: hết ngày ${dayText(p.dueOn)}.` : ''}`,
      'Đây là việc khắc phục tại cơ sở, không phải lần bổ sung hồ sơ. Thời hạn ra kết quả tính từ ngày cơ sở báo cáo đã khắc phục.',
    ],
    next: [
      'Xem từng nội dung trên trang hồ sơ và ký xác nhận biên bản.',
      'Khi xong, gửi báo cáo kèm ảnh hoặc giấy tờ tại trang hồ sơ.',
    ],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)}: ${p.count} things to put right at the facility`,
    inbox: `The inspection minutes ask for ${p.count} corrections, dossier ${codeOf(p)}.`,
    sms: `Dossier ${codeOf(p)}: the minutes ask for ${p.count} corrections${p.dueOn ? ` by ${dayText(p.dueOn)}` : ''}.`,
    paragraphs: [
      `The minutes of ${dayText(p.heldOn)} ask the facility to put ${p.count} things right; they are on the dossier page.${p.dueOn ? ` Last day: ${dayText(p.dueOn)}.` : ''}`,
      'These are corrections at the site and use no round of supplementing. The time for the result counts from your report.',
    ],
    next: [
      'Read each item on the dossier page and confirm the minutes.',
      'When done, send your report with photos or papers there.',
    ],
  }),
})
