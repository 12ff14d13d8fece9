import { renderDeskSlip } from './desk-slip'
import type { PreparedDocument } from './prepared-document'
import { codeLabel } from './slip-drawing'
import type { TransferSlipData } from './transfer-slip-data'
import { longMoment } from './vietnamese-dates'
import { type Block, say, strong, unbroken, type Wording } from './wording'

const TASK_COLUMNS = [
  { head: 'TT', share: 10, align: 'centre' },
  { head: 'Cơ quan', share: 50 },
  { head: 'Nhiệm vụ', share: 65 },
  { head: 'Thời hạn', share: 38 },
] as const

const PAPER_COLUMNS = [
  { head: 'TT', share: 10, align: 'centre' },
  { head: 'Hồ sơ, giấy tờ kèm theo', share: 113 },
  { head: 'Hình thức', share: 40, align: 'centre' },
] as const

const FORMS = { electronic: 'bản điện tử', paper: 'bản giấy' } as const

function dossierLine({ dossier, owner }: TransferSlipData): Wording {
  const at = longMoment(new Date(dossier.receivedAt))
  return say`${codeLabel(dossier)}: ${strong(dossier.code)}. Chủ hồ sơ: ${strong(owner)}. Thời gian nhận: ${at}. Nội dung yêu cầu giải quyết: ${dossier.procedure}.`
}

/**
 * The sender answers until the dossier is taken, and nobody moves its date; what was filed elsewhere has
 * no date yet, and counts from its arrival (Decree 118/2025, Art. 17.3 and 20).
 */
function dueLine({ dueAt, agencyName, countedFrom }: TransferSlipData): Wording {
  if (countedFrom) {
    const from = strong(longMoment(new Date(countedFrom)))
    return say`Thời hạn giải quyết tính từ khi dữ liệu hồ sơ đến quý cơ quan: ${from}.`
  }
  const promise = dueAt
    ? say`Thời gian hẹn trả kết quả ${strong(longMoment(new Date(dueAt)))} không thay đổi vì việc chuyển hồ sơ. `
    : []
  return [
    ...promise,
    `${agencyName} chịu trách nhiệm về hồ sơ cho đến khi quý cơ quan xác nhận tiếp nhận.`,
  ]
}

function paperBlocks({ papers }: TransferSlipData): Block[] {
  if (papers.length === 0) return []
  const rows = papers.map(({ name, form }, index) => [String(index + 1), name, FORMS[form]])
  return [{ columns: PAPER_COLUMNS, rows }]
}

function slipBlocks(data: TransferSlipData): Block[] {
  const { contact } = data
  const tasks = data.tasks.map(({ agency, task, limit }, index) => [
    String(index + 1),
    index === 0 ? `${agency} (chủ trì)` : agency,
    task,
    limit,
  ])
  return [
    { line: say`Kính gửi: ${strong(data.toAgency)}` },
    {
      line: say`${data.agencyName} chuyển đến quý cơ quan hồ sơ sau đây để giải quyết theo thẩm quyền:`,
    },
    { line: dossierLine(data) },
    { line: say`Lý do chuyển: ${data.reason}` },
    { columns: TASK_COLUMNS, rows: tasks },
    ...paperBlocks(data),
    { line: dueLine(data) },
    {
      line: say`Đề nghị quý cơ quan ${data.countedFrom ? 'xác nhận khi nhận được hồ sơ giấy' : 'xác nhận tiếp nhận'} trên hệ thống. Đầu mối liên hệ: ${strong(contact.officer)}, số điện thoại ${strong(unbroken(contact.phone))}.`,
    },
  ]
}

/**
 * Renders the transfer slip (Phiếu chuyển xử lý; Decree 118/2025, Art. 20) with the empty signature
 * field `desk-signature`. Throws on a character that the print fonts lack; `transferSlipDataSchema`
 * refuses it as a value.
 */
export async function renderTransferSlip(data: TransferSlipData): Promise<PreparedDocument> {
  return renderDeskSlip(data, {
    title: 'Phiếu chuyển xử lý',
    blocks: slipBlocks(data),
    capacity: 'NGƯỜI CHUYỂN HỒ SƠ',
    notes: ['Điều 20 Nghị định số 118/2025/NĐ-CP. Phiếu này được ký số bởi người chuyển hồ sơ.'],
  })
}
