import { codeOf, type Locale, type StatusParams, youOf } from './message'
import { dayText, momentText } from './wording'

/** A fact of the dossier; `pending` is said while it is not settled and the dossier is open. */
type Row = { label: string; value: string; pending?: string }

/** What stands around the words of every letter. */
type Frame = {
  greeting: (params: StatusParams) => string
  nextTitle: string
  statusTitle: string
  status: (params: StatusParams) => Row[]
  link: string
  signature: (params: StatusParams) => string
  automatic: string
  preferences: string
  unsubscribe: string
  demoTag: string
  demoLine: string
}

export const FRAMES: Record<Locale, Frame> = {
  vi: {
    greeting: (p) => `Kính gửi ${youOf(p)} ${p.addresseeName},`,
    nextTitle: 'Việc cần làm tiếp theo',
    statusTitle: 'Tình trạng hồ sơ',
    status: (p) => [
      { label: p.dossierCode ? 'Mã hồ sơ' : 'Mã nộp hồ sơ', value: codeOf(p) },
      { label: 'Thủ tục', value: p.procedureVi },
      { label: 'Cơ quan giải quyết', value: p.agencyVi },
      { label: 'Người tiếp nhận', value: p.receivedBy, pending: 'Chưa tiếp nhận' },
      { label: 'Người thụ lý', value: p.handledBy, pending: 'Chưa phân công' },
      { label: 'Thời điểm nộp', value: momentText(p.submittedAt, 'vi') },
      {
        label: 'Thời điểm tiếp nhận',
        value: momentText(p.receivedAt, 'vi'),
        pending: 'Chưa tiếp nhận',
      },
      {
        label: 'Thời điểm bắt đầu xử lý',
        value: momentText(p.handledAt, 'vi'),
        pending: 'Chưa phân công',
      },
      {
        label: 'Hạn trả lời về tiếp nhận',
        value: momentText(p.acceptanceDueAt, 'vi'),
        pending: 'Tính từ khi nộp phí',
      },
      {
        label: 'Hạn thẩm định',
        value: dayText(p.appraisalDueAt),
        pending: 'Tính từ khi tiếp nhận',
      },
      {
        label: 'Ngày hẹn trả kết quả',
        value: dayText(p.issueDueAt),
        pending: 'Tính từ ngày có biên bản thẩm định',
      },
      { label: 'Thời điểm kết thúc giải quyết', value: momentText(p.endedAt, 'vi') },
      { label: 'Liên hệ', value: contact(p) },
    ],
    link: 'Xem hồ sơ tại',
    signature: (p) => p.agencyVi,
    automatic: 'Thư được gửi tự động, xin không trả lời thư này.',
    preferences: 'Chọn loại thư muốn nhận tại',
    unsubscribe: 'Ngừng nhận loại thư này',
    demoTag: '[Bản trình diễn]',
    demoLine: 'Bản trình diễn: thư này không có giá trị pháp lý.',
  },
  en: {
    greeting: (p) => `Dear ${p.addresseeName},`,
    nextTitle: 'What to do next',
    statusTitle: 'Status of the dossier',
    status: (p) => [
      { label: p.dossierCode ? 'Dossier code' : 'Submission reference', value: codeOf(p) },
      { label: 'Procedure', value: p.procedureEn },
      { label: 'Agency', value: p.agencyEn },
      { label: 'Received by', value: p.receivedBy, pending: 'Not yet accepted' },
      { label: 'Handled by', value: p.handledBy, pending: 'Not yet assigned' },
      { label: 'Submitted', value: momentText(p.submittedAt, 'en') },
      { label: 'Accepted', value: momentText(p.receivedAt, 'en'), pending: 'Not yet accepted' },
      { label: 'Taken up', value: momentText(p.handledAt, 'en'), pending: 'Not yet assigned' },
      {
        label: 'Answer about acceptance by',
        value: momentText(p.acceptanceDueAt, 'en'),
        pending: 'Counts from payment',
      },
      {
        label: 'Appraisal by',
        value: dayText(p.appraisalDueAt),
        pending: 'Counts from acceptance',
      },
      {
        label: 'Result by',
        value: dayText(p.issueDueAt),
        pending: 'Counts from the inspection minutes',
      },
      { label: 'Closed', value: momentText(p.endedAt, 'en') },
      { label: 'Contact', value: contact(p) },
    ],
    link: 'See the dossier at',
    signature: (p) => p.agencyEn,
    automatic: 'This message was sent automatically; please do not reply to it.',
    preferences: 'Choose which letters you receive at',
    unsubscribe: 'Stop letters of this kind',
    demoTag: '[Demonstration]',
    demoLine: 'Demonstration: this message has no legal effect.',
  },
}

function contact({ agencyPhone, agencyEmail }: StatusParams): string {
  return [agencyPhone, agencyEmail].filter(Boolean).join(', ')
}

/** The facts that can be told: what is not settled is said to be so, unless the dossier is closed. */
export function statusRows(params: StatusParams, locale: Locale): [string, string][] {
  return FRAMES[locale].status(params).flatMap(({ label, value, pending = '' }) => {
    const told = value || (params.endedAt ? '' : pending)
    return told ? [[label, told]] : []
  })
}
