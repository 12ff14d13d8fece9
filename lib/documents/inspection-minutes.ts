import { dayOf } from '@/lib/deadlines/day'
import type { InspectionMinutesData } from './inspection-minutes-data'
import { minutesBlocks } from './inspection-minutes-lines'
import { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { setHeading } from './layout/heading'
import {
  placeSignatureBlock,
  RECIPIENT_COLUMN,
  type SignatureBlock,
  signatureBlockHeight,
} from './layout/signature-block'
import type { PreparedDocument } from './prepared-document'
import { closeDocument, type Density, setBlocks, setOnFewestPages, setTitle } from './slip-drawing'
import { longDate } from './vietnamese-dates'

const DENSITIES: readonly [Density, ...Density[]] = [
  { size: 13, tableSize: 11.5, leading: 1.25, after: 4 },
  { size: 13, tableSize: 11, leading: 1.15, after: 3 },
]
const SIGNATURE_GAP = 10
const SIGNING_ROOM_MM = 25

function setMinutesHeading(flow: Flow, data: InspectionMinutesData): void {
  const { heading, number, dossier, startedAt } = data
  const reference = number ? `Số: ${number}` : `Mã hồ sơ: ${dossier.code}`
  const date = `${heading.place}, ${longDate(dayOf(new Date(startedAt)))}`
  setHeading(flow, {
    parentAgency: heading.parentAgency,
    agency: heading.agency,
    reference: { pieces: [reference], face: 'regular', size: 13 },
    placeAndDate: { pieces: [date], face: 'italic', size: 13 },
  })
}

/** Both sides sign: the team by its lead, the facility by the first of its representatives. */
function signers({ team, facility }: InspectionMinutesData) {
  const block = (capacity: string, note: string, signerName: string): SignatureBlock => ({
    capacityLines: [capacity],
    note,
    signerName,
    size: 13,
    signingRoom: SIGNING_ROOM_MM,
  })
  const lead = team.find(({ part }) => part === 'lead')
  return {
    lead: block('TRƯỞNG ĐOÀN THẨM ĐỊNH', '(Ký số)', lead?.name ?? ''),
    facility: block(
      'ĐẠI DIỆN CƠ SỞ',
      '(Ký số, hoặc ký và ghi rõ họ tên)',
      facility.representatives[0]?.name ?? '',
    ),
  }
}

function setSignatures(flow: Flow, data: InspectionMinutesData): void {
  flow.top += SIGNATURE_GAP
  const { lead, facility } = signers(data)
  const left = placeSignatureBlock(flow, facility, RECIPIENT_COLUMN)
  addSignatureField(flow, {
    name: 'facility-signature',
    description: `Chữ ký số của đại diện cơ sở ${facility.signerName}`,
    box: left.places.signature,
  })
  const right = placeSignatureBlock(flow, lead)
  addSignatureField(flow, {
    name: 'team-lead-signature',
    description: `Chữ ký số của trưởng đoàn ${lead.signerName}`,
    box: right.places.signature,
  })
}

async function setToSignatures(data: InspectionMinutesData, density: Density): Promise<Flow> {
  const flow = await Flow.open()
  setMinutesHeading(flow, data)
  setTitle(flow, 'Biên bản thẩm định', `Về việc ${data.subject}`)
  const { lead, facility } = signers(data)
  const block = Math.max(signatureBlockHeight(lead), signatureBlockHeight(facility))
  setBlocks(flow, minutesBlocks(data), {
    ...density,
    indent: 0,
    reserve: SIGNATURE_GAP + 6 + block,
  })
  setSignatures(flow, data)
  return flow
}

/**
 * Renders the minutes of a site inspection with a signature field for each side: `team-lead-signature`
 * and `facility-signature`. Throws on a character that the print fonts lack;
 * `inspectionMinutesDataSchema` refuses it as a value.
 */
export async function renderInspectionMinutes(
  data: InspectionMinutesData,
): Promise<PreparedDocument> {
  const flow = await setOnFewestPages((density) => setToSignatures(data, density), DENSITIES)
  const { dossier, agencyName, preparedAt, facility } = data
  const title = `Biên bản thẩm định (${dossier.code})`
  return closeDocument(flow, { title, subject: facility.name, agencyName, at: preparedAt }, data)
}
