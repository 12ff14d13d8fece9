import { z } from 'zod'
import { codeOf, message } from './message'

/** What the agency found when it looked again at what was put right. */
export const recheckRecorded = message({
  params: { met: z.enum(['yes', 'no']) },
  vi: (p) => ({
    subject: `Kết quả kiểm tra lại của hồ sơ ${codeOf(p)}`,
    inbox: `Kiểm tra lại: ${p.met === 'yes' ? 'đã khắc phục đạt yêu cầu' : 'chưa đạt yêu cầu'}, hồ sơ ${codeOf(p)}.`,
    sms: `Hồ sơ ${codeOf(p)}: kiểm tra lại ${p.met === 'yes' ? 'đạt yêu cầu' : 'chưa đạt yêu cầu'}.`,
    paragraphs: [
      p.met === 'yes'
        ? 'Các nội dung khắc phục đã đạt yêu cầu. Hồ sơ được trình giải quyết tiếp.'
        : 'Các nội dung khắc phục chưa đạt yêu cầu. Nhận xét của cơ quan có trên trang hồ sơ.',
    ],
    next: [
      p.met === 'yes'
        ? 'Bạn không phải làm gì thêm.'
        : 'Xem nhận xét; cơ quan sẽ yêu cầu khắc phục tiếp hoặc trả lời kết quả.',
    ],
  }),
  en: (p) => ({
    subject: `Outcome of the re-check, dossier ${codeOf(p)}`,
    inbox: `Re-check: ${p.met === 'yes' ? 'corrections accepted' : 'not yet met'}, dossier ${codeOf(p)}.`,
    sms: `Dossier ${codeOf(p)}: re-check ${p.met === 'yes' ? 'passed' : 'not yet met'}.`,
    paragraphs: [
      p.met === 'yes'
        ? 'What was put right meets the requirements. Your dossier goes on.'
        : 'What was put right does not meet the requirements yet. The remarks are on the dossier page.',
    ],
    next: [
      p.met === 'yes'
        ? 'There is nothing more for you to do.'
        : 'Read the remarks; the agency demands further corrections or answers.',
    ],
  }),
})
