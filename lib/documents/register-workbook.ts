import type { RegisterData, RegisterRow } from './register-data'
import { periodLine, STANDING_WORDS } from './register-lines'
import { registerTotals, totalsSentence } from './register-totals'
import type { Cell, SheetRow } from './workbook/sheet'
import { workbookOf } from './workbook/workbook'

const COLUMNS = [
  { head: 'TT', width: 7 },
  { head: 'Mã hồ sơ', width: 24 },
  { head: 'Tên thủ tục hành chính', width: 42 },
  { head: 'Số bộ', width: 8 },
  { head: 'Tên cá nhân, tổ chức', width: 32 },
  { head: 'Địa chỉ', width: 38 },
  { head: 'Số điện thoại', width: 15 },
  { head: 'Cơ quan chủ trì', width: 24 },
  { head: 'Nhận hồ sơ', width: 18 },
  { head: 'Hẹn trả kết quả', width: 18 },
  { head: 'Trả kết quả', width: 18 },
  { head: 'Phương thức nhận', width: 20 },
  { head: 'Ký nhận', width: 20 },
  { head: 'Kết quả', width: 24 },
  { head: 'Ghi chú', width: 30 },
] as const

function instant(at: string | null): Date | null {
  return at === null ? null : new Date(at)
}

function cells(row: RegisterRow, index: number): Cell[] {
  return [
    index + 1,
    row.code,
    row.procedure,
    row.sets,
    row.owner,
    row.address,
    row.phone,
    row.leadAgency,
    instant(row.receivedAt),
    instant(row.dueAt),
    instant(row.returnedAt),
    row.channel,
    row.receivedBy,
    STANDING_WORDS[row.standing],
    row.note,
  ]
}

function titleRows(data: RegisterData): SheetRow[] {
  const lines = [
    data.agencyName,
    'SỔ THEO DÕI HỒ SƠ',
    [periodLine(data), data.scope].filter((part) => part).join(' '),
    totalsSentence(registerTotals(data.rows)),
  ]
  return lines.map((text) => ({ look: 'title', cells: [text] }))
}

/**
 * The dossier register of a period as a workbook (XLSX): real dates, a filter over the heads, and no
 * text that a spreadsheet could take for a formula.
 */
export function registerWorkbook(data: RegisterData): Uint8Array {
  const titles = titleRows(data)
  const head: SheetRow = { look: 'head', cells: COLUMNS.map((column) => column.head) }
  const rows = data.rows.map(
    (row, index): SheetRow => ({ look: 'plain', cells: cells(row, index) }),
  )
  return workbookOf({
    name: 'Sổ theo dõi hồ sơ',
    rows: [...titles, head, ...rows],
    widths: COLUMNS.map((column) => column.width),
    headRow: titles.length + 1,
  })
}
