import type { ControlSlipData } from './control-slip-data'
import { renderDeskSlip } from './desk-slip'
import type { PreparedDocument } from './prepared-document'
import { longMoment, shortMoment } from './vietnamese-dates'
import { type Block, say, strong, type Wording } from './wording'

const RESULTS = { early: 'Trước hạn', 'on-time': 'Đúng hạn', overdue: 'Quá hạn' } as const

const COLUMNS = [
  { head: 'TT', share: 9, align: 'centre' },
  { head: 'Tên cơ quan, đơn vị, người giao và người nhận', share: 52 },
  { head: 'Thời gian giao, nhận', share: 24, align: 'centre' },
  { head: 'Nội dung giao, nhận', share: 36 },
  { head: 'Kết quả giải quyết', share: 20, align: 'centre' },
  { head: 'Ghi chú', share: 24 },
] as const

function party({ unit, person }: ControlSlipData['handOvers'][number]['from']): string {
  return person ? `${unit} (${person})` : unit
}

function rows({ handOvers }: ControlSlipData): string[][] {
  return handOvers.map(({ from, to, at, what, result, note }, index) => [
    String(index + 1),
    `1. Giao: ${party(from)}\n2. Nhận: ${party(to)}`,
    shortMoment(new Date(at)),
    what,
    result ? RESULTS[result] : '',
    note,
  ])
}

function timesLine({ dossier, dueAt }: ControlSlipData): Wording {
  const received = longMoment(new Date(dossier.receivedAt))
  const due = dueAt ? longMoment(new Date(dueAt)) : 'chưa có, vì hồ sơ chưa được tiếp nhận'
  return say`Thời gian nhận hồ sơ: ${received}. Thời gian hẹn trả kết quả: ${strong(due)}.`
}

function agenciesLine({ solvingAgency, coordinatingAgencies }: ControlSlipData): Wording {
  const others = coordinatingAgencies.length > 0 ? coordinatingAgencies.join('; ') : 'không có'
  return say`Cơ quan giải quyết: ${strong(solvingAgency)}. Cơ quan phối hợp: ${others}.`
}

function closingLine({ result, issuedAt }: ControlSlipData): Wording {
  const at = longMoment(new Date(issuedAt))
  const standing = result ? RESULTS[result].toLowerCase() : 'đang giải quyết'
  return say`Kết quả chung: ${strong(standing)}. Phiếu được lập từ nhật ký giải quyết hồ sơ, tính đến ${at}.`
}

function slipBlocks(data: ControlSlipData): Block[] {
  const { register } = data
  return [
    { line: say`Kèm theo hồ sơ của: ${strong(data.owner)}.` },
    { line: say`Nội dung yêu cầu giải quyết: ${strong(data.dossier.procedure)}.` },
    { line: timesLine(data) },
    { line: agenciesLine(data) },
    { line: [`Sổ theo dõi hồ sơ, Quyển số: ${register.book}. Số thứ tự: ${register.number}.`] },
    { columns: COLUMNS, rows: rows(data) },
    { line: closingLine(data) },
  ]
}

/**
 * Renders the control slip, one row for each hand-over of the record (form 06 of Circular
 * 03/2025/TT-VPCP), with the empty signature field `desk-signature`. Throws on a character that the
 * print fonts lack; `controlSlipDataSchema` refuses it as a value.
 */
export async function renderControlSlip(data: ControlSlipData): Promise<PreparedDocument> {
  return renderDeskSlip(data, {
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    blocks: slipBlocks(data),
    capacity: 'NGƯỜI LẬP PHIẾU',
    // Printed from the record whenever it is asked for; nobody signs a print.
    signing: '(Lập từ hệ thống)',
    notes: [
      `Hướng dẫn: ${data.contact.officer}, điện thoại ${data.contact.phone}.`,
      'Mẫu số 06, Thông tư 03/2025/TT-VPCP. Phiếu này lập từ bản ghi quá trình giải quyết, ai cũng kiểm tra được.',
    ],
  })
}
