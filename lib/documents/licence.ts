import { finishDocument } from './layout/finish'
import { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { type FieldPiece, setHeading } from './layout/heading'
import { mm } from './layout/page-geometry'
import { type Paragraph, setParagraph } from './layout/paragraph'
import { placeRecipients, recipientsHeight } from './layout/recipients'
import { placeSignatureBlock, signatureBlockHeight } from './layout/signature-block'
import { setTable } from './layout/table'
import { footReserve, placeVerificationFoot } from './layout/verification-foot'
import type { LicenceData } from './licence-data'
import { LICENCE_TEXT_FIELDS, type LicenceTextField } from './licence-fields'
import type { PreparedDocument } from './prepared-document'

/** Body 13 to 14 points (Decree 30/2020, Annex I): the smaller only where it saves a page. */
type Density = { size: number; leading: number; after: number }
const ROOMY: Density = { size: 14, leading: 1.3, after: 6 }
const DENSE: Density = { size: 13, leading: 1.2, after: 6 }
const INDENT = mm(12.7)
const SIGNATURE_GAP = 12

function field(name: LicenceTextField): FieldPiece {
  return { field: name, spec: LICENCE_TEXT_FIELDS[name] }
}

function setLicenceHeading(flow: Flow, { heading }: LicenceData): void {
  setHeading(flow, {
    parentAgency: heading.parentAgency,
    agency: heading.agency,
    reference: { pieces: ['Số: ', field('document-number')], face: 'regular', size: 13 },
    placeAndDate: {
      pieces: [
        `${heading.place}, ngày `,
        field('issue-day'),
        ' tháng ',
        field('issue-month'),
        ' năm ',
        field('issue-year'),
      ],
      face: 'italic',
      size: 13,
    },
  })
}

function setTitle(flow: Flow, text: string, role: 'H1' | 'H2'): void {
  const size = role === 'H1' ? 15 : 14
  const runs = [{ text, face: 'bold', size } as const]
  setParagraph(flow, { runs, align: 'centre', leading: 1.3, role })
}

function baseParagraph(text: string, { size, ...density }: Density): Paragraph {
  const runs = [{ text, face: 'italic', size } as const]
  return { runs, align: 'justify', indent: INDENT, ...density }
}

/** 'Điều 1. Phê duyệt …' */
function articleParagraph(label: string, value: string, { size, ...density }: Density): Paragraph {
  const runs = [
    { text: `${label}. `, face: 'bold', size } as const,
    { text: value, face: 'regular', size } as const,
  ]
  return { runs, align: 'justify', indent: INDENT, ...density }
}

/** A value of several lines starts under its label. */
function fieldParagraph(label: string, value: string, { size, ...density }: Density): Paragraph {
  const runs = [
    { text: `${label}:${value.includes('\n') ? '\n' : ' '}`, face: 'bold', size } as const,
    { text: value, face: 'regular', size } as const,
  ]
  return { runs, align: 'justify', ...density }
}

/** Signature and recipients side by side, with the two places to sign. */
function setSignatures(flow: Flow, data: LicenceData): void {
  flow.top += SIGNATURE_GAP
  placeRecipients(flow, data.recipients)
  const { places } = placeSignatureBlock(flow, data.signature)
  addSignatureField(flow, {
    name: 'leader-signature',
    description: `Chữ ký số của ${data.signature.signerName}`,
    box: places.signature,
  })
  addSignatureField(flow, {
    name: 'agency-seal',
    description: `Chữ ký số của cơ quan ${data.heading.agency.replaceAll('\n', ' ')}`,
    box: places.seal,
  })
}

/** The address to type: the part of the verification address in front of the code. */
function typedAddress({ verifyUrl, verifyCode }: LicenceData): string {
  const [start = verifyUrl] = verifyUrl.split(verifyCode)
  return start.replace(/^https?:\/\//, '').replace(/[/?=&#]+(code=?)?$/, '')
}

function setFoot(flow: Flow, data: LicenceData): void {
  placeVerificationFoot(flow, {
    url: data.verifyUrl,
    paragraphs: [
      [
        { text: `Kiểm tra bản gốc điện tử: quét mã, hoặc vào ${typedAddress(data)} và nhập mã ` },
        { text: data.verifyCode, strong: true },
        { text: '.' },
      ],
      [
        {
          text:
            'Văn bản này có hai chữ ký số: của người có thẩm quyền và của cơ quan, kèm dấu thời ' +
            'gian. Bản in chỉ có giá trị tham khảo khi chưa đối chiếu với bản gốc điện tử.',
        },
      ],
    ],
  })
}

function setAnnex(flow: Flow, data: LicenceData): void {
  if (!data.annex) return
  flow.turnPage()
  setTitle(flow, `PHỤ LỤC\n${data.annex.title}`, 'H2')
  const note = `(Kèm theo văn bản của hồ sơ số ${data.dossierCode})`
  const runs = [{ text: note, face: 'italic', size: 13 } as const]
  setParagraph(flow, { runs, align: 'centre', leading: 1.3, after: 10 })
  setTable(flow, data.annex, 0)
}

/** Who decides, and on what: a decision names its author before the bases, and says so after them. */
function setGround(flow: Flow, data: LicenceData, density: Density): void {
  const isDecision = data.layout === 'decision'
  if (isDecision) setTitle(flow, data.authorityLine, 'H2')
  flow.top += isDecision ? 8 : 0
  for (const base of data.bases) setParagraph(flow, baseParagraph(base, density))
  flow.top += 4
  setTitle(flow, isDecision ? 'QUYẾT ĐỊNH:' : data.authorityLine, 'H2')
}

function setBody(flow: Flow, data: LicenceData, density: Density): void {
  flow.top += 14
  setTitle(flow, data.title, 'H1')
  flow.top += 12
  setGround(flow, data, density)
  flow.top += 8
  const block = Math.max(signatureBlockHeight(data.signature), recipientsHeight(data.recipients))
  const reserve = SIGNATURE_GAP + 6 + block + footReserve(flow.bottom)
  const last = data.fields.length - 1
  data.fields.forEach(({ label, value }, index) => {
    const paragraph =
      data.layout === 'decision'
        ? articleParagraph(label, value, density)
        : fieldParagraph(`${index + 1}. ${label}`, value, density)
    setParagraph(flow, paragraph, index === last ? reserve : 0)
  })
}

async function setToSignatures(data: LicenceData, density: Density): Promise<Flow> {
  const flow = await Flow.open()
  setLicenceHeading(flow, data)
  setBody(flow, data, density)
  setSignatures(flow, data)
  return flow
}

async function setOnFewestPages(data: LicenceData): Promise<Flow> {
  const roomy = await setToSignatures(data, ROOMY)
  if (roomy.pages.length === 1) return roomy
  const dense = await setToSignatures(data, DENSE)
  return dense.pages.length < roomy.pages.length ? dense : roomy
}

/**
 * Renders a result, or the document that comes with it, its number and date of issue still empty, ready for the leader's
 * certifying signature (`leader-signature`) and then the agency's (`agency-seal`).
 * Throws on a character that the print fonts lack; `licenceDataSchema` refuses it as a value.
 */
export async function renderLicence(data: LicenceData): Promise<PreparedDocument> {
  const flow = await setOnFewestPages(data)
  setFoot(flow, data)
  setAnnex(flow, data)
  const bytes = await finishDocument(flow, {
    title: `${data.title.replaceAll('\n', ' ')} (hồ sơ ${data.dossierCode})`,
    subject: data.fields[0]?.value.replaceAll('\n', ' ') ?? '',
    author: data.heading.agency.replaceAll('\n', ' '),
    createdAt: new Date(data.preparedAt),
    demo: data.demo,
    source: data,
  })
  return { bytes }
}
