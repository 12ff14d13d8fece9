import { finishDocument } from './layout/finish'
import { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { setHeading } from './layout/heading'
import { type Paragraph, setParagraph } from './layout/paragraph'
import {
  placeSignatureBlock,
  RECIPIENT_COLUMN,
  type SignatureBlock,
  signatureBlockHeight,
} from './layout/signature-block'
import { setTable } from './layout/table'
import { footReserve, placeVerificationFoot } from './layout/verification-foot'
import type { PreparedDocument } from './prepared-document'
import type { ReceiptSlipData } from './receipt-slip-data'
import { linesAfterPapers, linesBeforePapers } from './receipt-slip-lines'
import { longDate } from './vietnamese-dates'
import { type Wording, wordingRuns } from './wording'

const TITLE = 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'
/** A form may be set smaller than a document; smaller still where that keeps it on one page. */
type Density = { size: number; tableSize: number; leading: number; after: number }
const ROOMY: Density = { size: 12, tableSize: 11, leading: 1.22, after: 3.5 }
const DENSE: Density = { size: 11.5, tableSize: 10.5, leading: 1.15, after: 2.5 }

const SIGNATURE_GAP = 6
const SIGNING_ROOM_MM = 23

/** The plain day of an instant on the calendar of Viet Nam (UTC+7). */
function localDay(instant: string): string {
  return new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

function setSlipHeading(flow: Flow, data: ReceiptSlipData): void {
  const { heading, dossierCode, receivedAt } = data
  const date = `${heading.place}, ${longDate(localDay(receivedAt))}`
  setHeading(flow, {
    parentAgency: heading.parentAgency,
    agency: heading.agency,
    reference: { pieces: [`Mã hồ sơ: ${dossierCode}`], face: 'regular', size: 13 },
    placeAndDate: { pieces: [date], face: 'italic', size: 13 },
  })
}

function setTitle(flow: Flow, copyFor: string): void {
  flow.top += 12
  setParagraph(flow, {
    runs: [{ text: TITLE, face: 'bold', size: 14 }],
    align: 'centre',
    leading: 1.3,
    role: 'H1',
  })
  setParagraph(flow, {
    runs: [{ text: `(Liên: ${copyFor})`, face: 'italic', size: 13 }],
    align: 'centre',
    leading: 1.3,
    after: 8,
  })
}

function lineParagraph(line: Wording, { size, leading, after }: Density): Paragraph {
  return { runs: wordingRuns(line, size), align: 'justify', leading, after }
}

function setPapers(flow: Flow, data: ReceiptSlipData, size: number): void {
  const columns = [
    { head: 'TT', share: 10, align: 'centre' as const },
    { head: 'Tên giấy tờ', share: 82 },
    { head: 'Bản chính', share: 23, align: 'centre' as const },
    { head: 'Bản sao', share: 19, align: 'centre' as const },
    { head: 'Điện tử', share: 33, align: 'centre' as const },
  ]
  const rows = data.papers.map((paper, index) => [
    String(index + 1),
    paper.name,
    paper.original,
    paper.copy,
    paper.electronic,
  ])
  setTable(flow, { columns, rows, size }, 6)
}

function submitterBlock(data: ReceiptSlipData): SignatureBlock {
  return {
    capacityLines: ['NGƯỜI NỘP HỒ SƠ'],
    note: '(Ký, ghi rõ họ tên)',
    signerName: data.submitter,
    size: 12,
    signingRoom: SIGNING_ROOM_MM,
  }
}

function receiverBlock({ receiver }: ReceiptSlipData): SignatureBlock {
  return {
    capacityLines: ['NGƯỜI TIẾP NHẬN HỒ SƠ'],
    note: '(Ký số)',
    signerName: receiver.name,
    size: 12,
    signingRoom: SIGNING_ROOM_MM,
  }
}

function setSignatures(flow: Flow, data: ReceiptSlipData): void {
  flow.top += SIGNATURE_GAP
  if (data.submitterSigns) placeSignatureBlock(flow, submitterBlock(data), RECIPIENT_COLUMN)
  const { places } = placeSignatureBlock(flow, receiverBlock(data))
  addSignatureField(flow, {
    name: 'desk-signature',
    description: `Chữ ký số của người tiếp nhận hồ sơ ${data.receiver.name}`,
    box: places.signature,
  })
}

function setFoot(flow: Flow, data: ReceiptSlipData): void {
  const address = data.trackUrl.replace(/^https?:\/\//, '')
  placeVerificationFoot(flow, {
    url: data.trackUrl,
    paragraphs: [
      [
        { text: 'Theo dõi hồ sơ: quét mã, hoặc nhập mã hồ sơ ' },
        { text: data.dossierCode, strong: true },
        { text: ` trên cổng (${address}).` },
      ],
      [{ text: `Hướng dẫn: ${data.receiver.name}, điện thoại ${data.receiver.phone}.` }],
      [{ text: 'Mẫu số 01, Thông tư 03/2025/TT-VPCP. Giấy này được ký số bởi người tiếp nhận.' }],
    ],
  })
}

async function setToSignatures(data: ReceiptSlipData, density: Density): Promise<Flow> {
  const flow = await Flow.open()
  setSlipHeading(flow, data)
  setTitle(flow, data.copyFor)
  for (const line of linesBeforePapers(data)) setParagraph(flow, lineParagraph(line, density))
  setPapers(flow, data, density.tableSize)
  const signer = data.submitterSigns ? submitterBlock(data) : receiverBlock(data)
  const reserve = SIGNATURE_GAP + 4 + signatureBlockHeight(signer) + footReserve(flow.bottom)
  const lines = linesAfterPapers(data)
  lines.forEach((line, index) => {
    setParagraph(flow, lineParagraph(line, density), index === lines.length - 1 ? reserve : 0)
  })
  setSignatures(flow, data)
  return flow
}

async function setOnFewestPages(data: ReceiptSlipData): Promise<Flow> {
  const roomy = await setToSignatures(data, ROOMY)
  if (roomy.pages.length === 1) return roomy
  const dense = await setToSignatures(data, DENSE)
  return dense.pages.length < roomy.pages.length ? dense : roomy
}

/**
 * Renders the receipt and appointment slip (form 01 of Circular 03/2025/TT-VPCP) with the empty
 * signature field `desk-signature`. Throws on a character that the print fonts lack;
 * `receiptSlipDataSchema` refuses it as a value.
 */
export async function renderReceiptSlip(data: ReceiptSlipData): Promise<PreparedDocument> {
  const flow = await setOnFewestPages(data)
  setFoot(flow, data)
  const bytes = await finishDocument(flow, {
    title: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${data.dossierCode}`,
    subject: data.request,
    author: data.heading.agency.replaceAll('\n', ' '),
    createdAt: new Date(data.receivedAt),
    demo: data.demo,
    source: data,
  })
  return { bytes }
}
