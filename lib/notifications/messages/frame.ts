import { codeOf, type Locale, type StatusParams, youOf } from './message'
import { dayText, momentText } from './vietnamese-time'

type Row = [label: string, value: string]

/** What stands around the words of every letter. */
type Frame = {
  greeting: (params: StatusParams) => string
  nextTitle: string
  statusTitle: string
  status: (params: StatusParams) => Row[]
  link: string
  signature: (params: StatusParams) => string
  automatic: string
  demoTag: string
  demoLine: string
}

export const FRAMES: Record<Locale, Frame> = {
  vi: {
    greeting: (p) => `Kính gửi ${youOf(p)} ${p.addresseeName},`,
    nextTitle: 'Việc cần làm tiếp theo',
    statusTitle: 'Tình trạng hồ sơ',
    status: (p) => [
      [p.dossierCode ? 'Mã hồ sơ' : 'Mã nộp hồ sơ', codeOf(p)],
      ['Thủ tục', p.procedureVi],
      ['Cơ quan giải quyết', p.agencyVi],
      ['Người tiếp nhận', p.receivedBy || 'Chưa tiếp nhận'],
      ['Người thụ lý', p.handledBy || 'Chưa phân công'],
      ['Thời điểm nộp', momentText(p.submittedAt, 'vi')],
      ['Thời điểm tiếp nhận', momentText(p.receivedAt, 'vi') || 'Chưa tiếp nhận'],
      ['Thời điểm bắt đầu xử lý', momentText(p.handledAt, 'vi') || 'Chưa phân công'],
      ['Hạn trả lời về tiếp nhận', momentText(p.acceptanceDueAt, 'vi') || 'Tính từ khi nộp phí'],
      ['Hạn thẩm định', dayText(p.appraisalDueAt) || 'Tính từ khi tiếp nhận'],
      ['Ngày hẹn trả kết quả', dayText(p.issueDueAt) || 'Tính từ ngày có biên bản thẩm định'],
      ['Liên hệ', contact(p)],
    ],
    link: 'Xem hồ sơ tại',
    signature: (p) => p.agencyVi,
    automatic: 'Thư được gửi tự động, xin không trả lời thư này.',
    demoTag: '[Bản trình diễn]',
    demoLine: 'Bản trình diễn: thư này không có giá trị pháp lý.',
  },
  en: {
    greeting: (p) => `Dear ${p.addresseeName},`,
    nextTitle: 'What to do next',
    statusTitle: 'Status of the dossier',
    status: (p) => [
      [p.dossierCode ? 'Dossier code' : 'Submission reference', codeOf(p)],
      ['Procedure', p.procedureEn],
      ['Agency', p.agencyEn],
      ['Received by', p.receivedBy || 'Not yet accepted'],
      ['Handled by', p.handledBy || 'Not yet assigned'],
      ['Submitted', momentText(p.submittedAt, 'en')],
      ['Accepted', momentText(p.receivedAt, 'en') || 'Not yet accepted'],
      ['Taken up', momentText(p.handledAt, 'en') || 'Not yet assigned'],
      ['Answer about acceptance by', momentText(p.acceptanceDueAt, 'en') || 'Counts from payment'],
      ['Appraisal by', dayText(p.appraisalDueAt) || 'Counts from acceptance'],
      ['Result by', dayText(p.issueDueAt) || 'Counts from the inspection minutes'],
      ['Contact', contact(p)],
    ],
    link: 'See the dossier at',
    signature: (p) => p.agencyEn,
    automatic: 'This message was sent automatically; please do not reply to it.',
    demoTag: '[Demonstration]',
    demoLine: 'Demonstration: this message has no legal effect.',
  },
}

function contact({ agencyPhone, agencyEmail }: StatusParams): string {
  return [agencyPhone, agencyEmail].filter(Boolean).join(', ')
}
