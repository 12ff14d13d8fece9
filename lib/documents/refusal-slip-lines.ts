import type { RefusalSlipData } from './refusal-slip-data'
import { longMoment } from './vietnamese-dates'
import { addresseeBlocks, type Block, say, strong, unbroken, type Wording, youOf } from './wording'

function opening({ stage, agencyName, dossier, addressee }: RefusalSlipData): Wording {
  const you = youOf(addressee)
  const at = longMoment(new Date(dossier.receivedAt))
  if (stage === 'intake') {
    return say`Sau khi kiểm tra hồ sơ của ${you} nộp lúc ${at}, ${agencyName} thông báo ${strong('không tiếp nhận giải quyết')} hồ sơ này.`
  }
  return say`Sau khi thẩm định hồ sơ của ${you} tiếp nhận lúc ${at}, ${agencyName} thông báo hồ sơ ${strong('không đủ điều kiện giải quyết')} theo quy định.`
}

function groundBlocks({ legalGrounds }: RefusalSlipData): Block[] {
  const last = legalGrounds.length - 1
  return [
    { line: ['Căn cứ pháp lý:'] },
    ...legalGrounds.map((ground, index) => ({
      line: [`- ${ground}${index === last ? '.' : ';'}`],
    })),
  ]
}

function feeBlocks({ fee, addressee }: RefusalSlipData): Block[] {
  const you = youOf(addressee)
  if (fee.kind === 'none') return []
  if (fee.kind === 'refund-requested') {
    return [
      {
        line: say`Phí đã nộp: ${strong(fee.amount)}. Yêu cầu hoàn trả số tiền này đã được lập, mã số ${strong(fee.reference)}; ${you} không phải làm thêm thủ tục nào.`,
      },
    ]
  }
  const outcome = fee.refunded ? 'được hoàn trả' : 'không được hoàn trả'
  return [{ line: say`Phí đã nộp: ${strong(fee.amount)}, ${outcome} theo ${fee.clause}.` }]
}

/** Law on Complaints 2011, Art. 7 and 9: first to the one who decided, within 90 days, or to court. */
function complaintLine({ addressee, complaintTo }: RefusalSlipData): Wording {
  return say`Nếu không đồng ý, ${youOf(addressee)} có quyền khiếu nại đến ${strong(complaintTo)} trong thời hạn 90 ngày kể từ ngày nhận được phiếu này theo Luật Khiếu nại, hoặc khởi kiện tại Tòa án theo Luật Tố tụng hành chính.`
}

function againLine({ addressee }: RefusalSlipData): Wording {
  return [
    `${youOf(addressee)} có thể nộp lại hồ sơ bất cứ lúc nào sau khi khắc phục lý do nêu trên, và dùng lại `,
    'các thông tin, giấy tờ đã nộp còn giá trị.',
  ]
}

function contactLine({ contact, addressee }: RefusalSlipData): Wording {
  return say`Nếu cần hướng dẫn thêm, ${youOf(addressee)} liên hệ ${strong(contact.officer)}, số điện thoại ${strong(unbroken(contact.phone))}, hoặc xem tại ${contact.website}.`
}

/** Form 03 from 'Kính gửi' to the line above the signature. */
export function refusalBlocks(data: RefusalSlipData): Block[] {
  return [
    ...addresseeBlocks(data.addressee),
    { line: say`Nội dung yêu cầu giải quyết: ${strong(data.dossier.procedure)}.` },
    { line: opening(data) },
    ...groundBlocks(data),
    { line: say`Lý do: ${data.reason}` },
    ...feeBlocks(data),
    { line: againLine(data) },
    { line: complaintLine(data) },
    { line: contactLine(data) },
  ]
}
