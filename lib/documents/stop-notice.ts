import { dayOf } from '@/lib/deadlines/day'
import type { PreparedDocument } from './prepared-document'
import { renderSealedLetter } from './sealed-letter'
import { codeLabel } from './slip-drawing'
import type { StopNoticeData } from './stop-notice-data'
import { longDate, longMoment, shortDate } from './vietnamese-dates'
import { addresseeBlocks, type Block, say, strong, unbroken, type Wording, youOf } from './wording'

const CHANNELS = {
  online: 'trực tuyến trên cổng dịch vụ công',
  counter: 'trực tiếp tại bộ phận một cửa',
  post: 'qua dịch vụ bưu chính',
} as const satisfies Record<StopNoticeData['request']['channel'], string>

function requestLine({ request }: StopNoticeData): Wording {
  const at = longMoment(new Date(request.at))
  const reason = request.reason ? ` Lý do nêu trong đề nghị: ${request.reason}` : ''
  return say`Đề nghị dừng: ${strong(request.by)}, gửi ${CHANNELS[request.channel]} lúc ${at}.${reason}`
}

function timesLine({ dossier, dueAt }: StopNoticeData): Wording {
  const received = longDate(dayOf(new Date(dossier.receivedAt)))
  const due = dueAt ? `; hẹn trả kết quả: ${longDate(dayOf(new Date(dueAt)))}` : ''
  return [`Thời gian nhận hồ sơ: ${received}${due}.`]
}

function papersLine({ papersReturned }: StopNoticeData): Wording {
  if (papersReturned.length === 0) {
    return ['Giấy tờ trả lại: không có, vì không có bản giấy đã nộp.']
  }
  return [`Giấy tờ trả lại: ${papersReturned.join('; ')}.`]
}

function feeLine({ fee }: StopNoticeData): Wording {
  if (fee.kind === 'none') return ['Phí, lệ phí: không có khoản đã nộp.']
  const outcome =
    fee.kind === 'kept' ? 'không hoàn trả' : 'được hoàn trả, yêu cầu hoàn trả đã được lập'
  return say`Phí, lệ phí đã nộp: ${strong(fee.amount)}, ${outcome} (căn cứ: ${fee.clause}).`
}

function noticeLines(data: StopNoticeData): Wording[] {
  const { dossier } = data
  return [
    say`${codeLabel(dossier)}: ${strong(dossier.code)}. Thủ tục: ${dossier.procedure}.`,
    say`Chủ hồ sơ: ${strong(data.owner)}.`,
    timesLine(data),
    requestLine(data),
    say`Bước giải quyết khi nhận đề nghị: ${data.stageReached}. Đến thời điểm này ${strong('chưa có quyết định hoặc thông báo kết quả')} giải quyết hồ sơ.`,
    papersLine(data),
    feeLine(data),
  ]
}

function letterBlocks(data: StopNoticeData): Block[] {
  const { agencyName, addressee, contact, request } = data
  const you = youOf(addressee)
  const asked = shortDate(dayOf(new Date(request.at)))
  return [
    ...addresseeBlocks(addressee),
    {
      line: say`Căn cứ Điều 21 Nghị định số 118/2025/NĐ-CP và đề nghị ngày ${asked} của ${you}, ${agencyName} thông báo ${strong('dừng giải quyết hồ sơ')} sau đây:`,
    },
    ...noticeLines(data).map((line, index) => ({ line: [`${index + 1}. `, ...line] })),
    {
      line: say`Nếu cần hướng dẫn, ${you} liên hệ ${strong(contact.officer)}, số điện thoại ${strong(unbroken(contact.phone))}, hoặc xem tại ${contact.website}. Khi có nhu cầu, ${you} có thể nộp hồ sơ mới và dùng lại các thông tin, giấy tờ đã nộp./.`,
    },
  ]
}

/**
 * Renders the notice that a dossier is stopped at the applicant's request (form 05 of Circular
 * 03/2025/TT-VPCP; Decree 118/2025, Art. 21), its number and date still empty, for `leader-signature`
 * and then `agency-seal`. Throws on a character that the print fonts lack; `stopNoticeDataSchema`
 * refuses it as a value.
 */
export async function renderStopNotice(data: StopNoticeData): Promise<PreparedDocument> {
  return renderSealedLetter(data, {
    title: 'Thông báo\ndừng giải quyết hồ sơ',
    blocks: letterBlocks(data),
    notes: [
      'Mẫu số 05, Thông tư 03/2025/TT-VPCP. Thông báo này có hai chữ ký số: của người có thẩm quyền và của cơ quan.',
    ],
  })
}
