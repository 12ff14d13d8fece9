import { dayOf } from '@/lib/deadlines/day'
import type { ExtensionLetterData } from './extension-letter-data'
import type { PreparedDocument } from './prepared-document'
import { renderSealedLetter } from './sealed-letter'
import { codeLabel } from './slip-drawing'
import { longDate, longMoment } from './vietnamese-dates'
import { addresseeBlocks, type Block, say, strong, unbroken, youOf } from './wording'

function letterBlocks(data: ExtensionLetterData): Block[] {
  const { agencyName, dossier, contact } = data
  const you = youOf(data.addressee)
  const received = longDate(dayOf(new Date(dossier.receivedAt)))
  const code = `${codeLabel(dossier).toLowerCase()} ${dossier.code}`
  return [
    ...addresseeBlocks(data.addressee),
    {
      line: say`${received.replace('ngày', 'Ngày')}, ${agencyName} tiếp nhận hồ sơ của ${you} đề nghị giải quyết thủ tục ${strong(dossier.procedure)}, ${code}.`,
    },
    {
      line: say`Thời gian hẹn trả kết quả giải quyết hồ sơ: ${strong(longMoment(new Date(data.originalDueAt)))}.`,
    },
    {
      line: say`Tuy nhiên, ${agencyName} chưa thể trả kết quả đúng thời gian đã hẹn. Lý do: ${data.reason}`,
    },
    {
      line: say`${agencyName} chân thành xin lỗi ${you} về sự chậm trễ này và đề nghị gia hạn thời gian giải quyết. Thời gian trả kết quả mới: ${strong(longMoment(new Date(data.newDueAt)))}.`,
    },
    {
      line: say`Đây là lần gia hạn ${strong('thứ nhất và duy nhất')} đối với hồ sơ này (khoản 6 Điều 19 Nghị định số 118/2025/NĐ-CP). ${you} không phải nộp thêm giấy tờ hay chi phí nào vì việc gia hạn.`,
    },
    {
      line: say`Mọi thắc mắc, ${you} vui lòng liên hệ ${strong(contact.officer)}, số điện thoại ${strong(unbroken(contact.phone))}, hoặc xem tại ${contact.website}.`,
    },
    { line: [`Rất mong ${you} thông cảm./.`] },
  ]
}

/**
 * Renders the letter of apology and extension (form 04 of Circular 03/2025/TT-VPCP; Decree 118/2025,
 * Art. 19.6), its number and date still empty, for `leader-signature` and then `agency-seal`. Throws on
 * a character that the print fonts lack; `extensionLetterDataSchema` refuses it as a value.
 */
export async function renderExtensionLetter(data: ExtensionLetterData): Promise<PreparedDocument> {
  return renderSealedLetter(data, {
    title: 'Văn bản xin lỗi và đề nghị gia hạn\nthời gian giải quyết',
    blocks: letterBlocks(data),
    notes: [
      'Mẫu số 04, Thông tư 03/2025/TT-VPCP. Văn bản này có hai chữ ký số: của người có thẩm quyền và của cơ quan.',
    ],
  })
}
