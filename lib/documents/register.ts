import { dayOf } from '@/lib/deadlines/day'
import { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { setHeading } from './layout/heading'
import { LANDSCAPE } from './layout/page-geometry'
import { setParagraph } from './layout/paragraph'
import { placeSignatureBlock, signatureBlockHeight } from './layout/signature-block'
import { setTable } from './layout/table'
import type { PreparedDocument } from './prepared-document'
import type { RegisterData, RegisterRow } from './register-data'
import { periodLine, STANDING_WORDS } from './register-lines'
import { registerTotals, totalsSentence } from './register-totals'
import { closeDocument, setTitle } from './slip-drawing'
import { longDate, shortMoment } from './vietnamese-dates'

const TABLE_SIZE = 9
const SIGNATURE_GAP = 8
const SIGNING_ROOM_MM = 24

const COLUMNS = [
  { head: 'TT', share: 12, align: 'centre' },
  { head: 'Mã hồ sơ', share: 35 },
  { head: 'Tên thủ tục hành chính', share: 31 },
  { head: 'Số bộ', share: 9, align: 'centre' },
  { head: 'Tên cá nhân, tổ chức', share: 28 },
  { head: 'Địa chỉ, số điện thoại', share: 30 },
  { head: 'Cơ quan chủ trì', share: 19 },
  { head: 'Nhận hồ sơ', share: 19, align: 'centre' },
  { head: 'Hẹn trả kết quả', share: 19, align: 'centre' },
  { head: 'Trả kết quả', share: 19, align: 'centre' },
  { head: 'Phương thức nhận', share: 16 },
  { head: 'Ký nhận', share: 16 },
  { head: 'Ghi chú', share: 21 },
] as const

function moment(at: string | null): string {
  return at ? shortMoment(new Date(at)) : ''
}

function cells(row: RegisterRow, index: number): string[] {
  return [
    String(index + 1),
    row.code,
    row.procedure,
    String(row.sets),
    row.owner,
    [row.address, row.phone].filter((part) => part).join('\n'),
    row.leadAgency,
    moment(row.receivedAt),
    moment(row.dueAt),
    moment(row.returnedAt),
    row.channel,
    row.receivedBy,
    [STANDING_WORDS[row.standing], row.note].filter((part) => part).join('\n'),
  ]
}

function setRegisterHeading(flow: Flow, data: RegisterData): void {
  const { heading, printedAt } = data
  setHeading(flow, {
    parentAgency: heading.parentAgency,
    agency: heading.agency,
    reference: { pieces: [data.scope || 'Lĩnh vực: tất cả'], face: 'italic', size: 12 },
    placeAndDate: {
      pieces: [`${heading.place}, ${longDate(dayOf(new Date(printedAt)))}`],
      face: 'italic',
      size: 13,
    },
  })
  setTitle(flow, 'Sổ theo dõi hồ sơ', periodLine(data))
}

function setTotals(flow: Flow, data: RegisterData, reserve: number): void {
  const text = totalsSentence(registerTotals(data.rows))
  const runs = [{ text, face: 'bold', size: 12 } as const]
  setParagraph(flow, { runs, align: 'left', leading: 1.25 }, reserve)
}

/**
 * Renders the dossier register of a period, A4 on its side (form 07 of Circular 03/2025/TT-VPCP), with
 * the empty signature field `desk-signature` of whoever closes the book. Throws on a character that
 * the print fonts lack; `registerDataSchema` refuses it as a value.
 */
export async function renderRegister(data: RegisterData): Promise<PreparedDocument> {
  const flow = await Flow.open(LANDSCAPE)
  setRegisterHeading(flow, data)
  setTable(flow, { columns: COLUMNS, rows: data.rows.map(cells), size: TABLE_SIZE }, 8)
  const block = {
    ...data.signature,
    note: '(Ký, ghi rõ họ tên)',
    size: 13,
    signingRoom: SIGNING_ROOM_MM,
  }
  setTotals(flow, data, SIGNATURE_GAP + signatureBlockHeight(block, flow.sheet))
  flow.top += SIGNATURE_GAP
  const { places } = placeSignatureBlock(flow, block)
  addSignatureField(flow, {
    name: 'desk-signature',
    description: `Chữ ký số của ${block.signerName}`,
    box: places.signature,
  })
  const title = `Sổ theo dõi hồ sơ ${periodLine(data)}`
  const { agencyName, scope, printedAt } = data
  return closeDocument(flow, { title, subject: scope, agencyName, at: printedAt }, data)
}
