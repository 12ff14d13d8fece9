import { z } from 'zod'
import { codeOf, message } from './message'
import { momentText } from './wording'

const DUTIES = [
  'new-dossier',
  'acceptance-late',
  'extend-first',
  'extend-last',
  'extend-today',
  'overdue',
  'correction-late',
  'step-late',
  'close-proposed',
  'opinion-late',
  'pass-on',
  'papers-late',
] as const
type Duty = (typeof DUTIES)[number]

/** What happened, and what the officer should do about it. */
const VI: Record<Duty, [what: string, next: string]> = {
  'new-dossier': ['vừa được nộp', 'Trả lời tiếp nhận trong 8 giờ làm việc.'],
  'acceptance-late': [
    'đã quá hạn trả lời tiếp nhận',
    'Trả lời ngay. Việc chậm đã được ghi vào hồ sơ.',
  ],
  'extend-first': [
    'còn 3 ngày làm việc là đến hạn',
    'Nếu không kịp, đề nghị gia hạn từ hôm nay; chỉ được gia hạn một lần.',
  ],
  'extend-last': [
    'còn 2 ngày làm việc là đến hạn',
    'Nếu không kịp, trình lãnh đạo ký văn bản xin lỗi và gia hạn ngay.',
  ],
  'extend-today': [
    'sắp hết hạn: hôm nay là ngày cuối được gia hạn',
    'Trả kết quả hoặc ký văn bản xin lỗi trong hôm nay. Từ ngày mai không gia hạn được nữa.',
  ],
  overdue: [
    'đã quá hạn mà chưa được gia hạn',
    'Tiếp tục giải quyết. Lời xin lỗi đã được gửi, việc quá hạn đã được ghi vào hồ sơ.',
  ],
  'correction-late': ['đã quá hạn sửa kết quả sai', 'Sửa và phát hành lại kết quả ngay.'],
  'step-late': ['đã quá thời gian của bước hiện tại', 'Xem bước đang vướng ở đâu và gỡ.'],
  'close-proposed': [
    'đã hết thời gian bổ sung mà người nộp chưa bổ sung',
    'Xem lại và xác nhận đóng hồ sơ.',
  ],
  'opinion-late': [
    'có đơn vị được lấy ý kiến mà quá hạn chưa trả lời',
    'Đôn đốc đơn vị đó. Quá hạn không trả lời không được coi là đồng ý.',
  ],
  'pass-on': [
    'vừa được nộp tại đơn vị của bạn và thuộc thẩm quyền của cơ quan khác',
    'Chuyển dữ liệu ngay đến cơ quan có thẩm quyền; hồ sơ giấy chuyển trong 1 ngày làm việc.',
  ],
  'papers-late': [
    'có hồ sơ giấy chuyển quá hạn, nơi nhận chưa xác nhận',
    'Chuyển hồ sơ giấy ngay. Việc chậm đã được ghi vào hồ sơ.',
  ],
}
const EN: Record<Duty, [what: string, next: string]> = {
  'new-dossier': ['has just been filed', 'Answer within 8 working hours.'],
  'acceptance-late': ['waits too long for an answer', 'Answer now. The delay is on record.'],
  'extend-first': [
    'is due in 3 working days',
    'If that cannot be kept, ask for the extension now; there is only one.',
  ],
  'extend-last': [
    'is due in 2 working days',
    'If that cannot be kept, have the apology signed now.',
  ],
  'extend-today': [
    'is nearly due: today is the last day for an extension',
    'Give the result, or have the apology signed today.',
  ],
  overdue: [
    'is overdue without an extension',
    'Go on with the work. The apology is sent and the delay is on record.',
  ],
  'correction-late': ['has a wrong result that is overdue', 'Correct and issue it now.'],
  'step-late': ['has spent the time of its present step', 'See where it is stuck.'],
  'close-proposed': [
    'was not completed by the applicant in time',
    'Check it, and confirm that it is closed.',
  ],
  'opinion-late': [
    'waits for an opinion that is overdue',
    'Press the unit for it. Silence is not consent.',
  ],
  'pass-on': [
    'was filed at your counter and belongs to another agency',
    'Pass the data on at once; papers follow within 1 working day.',
  ],
  'papers-late': [
    'has papers that did not reach the deciding agency in time',
    'Send the papers now. The delay is on record.',
  ],
}

/** What the deadline watch tells officers: nobody is late in silence. */
export const officerDuty = message({
  params: { duty: z.enum(DUTIES), about: z.iso.datetime() },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} ${VI[p.duty][0]}`,
    inbox: `Hồ sơ ${codeOf(p)} ${VI[p.duty][0]}. ${VI[p.duty][1]}`,
    sms: `Hồ sơ ${codeOf(p)} ${VI[p.duty][0]}.`,
    paragraphs: [
      `Hồ sơ “${p.procedureVi}” mã ${codeOf(p)} ${VI[p.duty][0]} (mốc: ${momentText(p.about, 'vi')}).`,
    ],
    next: [VI[p.duty][1]],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} ${EN[p.duty][0]}`,
    inbox: `Dossier ${codeOf(p)} ${EN[p.duty][0]}. ${EN[p.duty][1]}`,
    sms: `Dossier ${codeOf(p)} ${EN[p.duty][0]}.`,
    paragraphs: [
      `The dossier “${p.procedureEn}”, code ${codeOf(p)}, ${EN[p.duty][0]} (date: ${momentText(p.about, 'en')}).`,
    ],
    next: [EN[p.duty][1]],
  }),
})
