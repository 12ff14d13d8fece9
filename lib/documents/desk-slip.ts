import { dayOf } from '@/lib/deadlines/day'
import {
  type DossierDocumentData,
  type DossierDocumentForm,
  renderDossierDocument,
} from './dossier-document'
import type { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { setHeading } from './layout/heading'
import {
  placeSignatureBlock,
  type SignatureBlock,
  signatureBlockHeight,
} from './layout/signature-block'
import type { PreparedDocument } from './prepared-document'
import { codeLabel, type Density } from './slip-drawing'
import { longDate } from './vietnamese-dates'

/** A form may be set smaller than a document; smaller still where that saves a page. */
const DENSITIES: readonly [Density, ...Density[]] = [
  { size: 13, tableSize: 11.5, leading: 1.25, after: 4 },
  { size: 12, tableSize: 11, leading: 1.2, after: 3 },
  { size: 11.5, tableSize: 10.5, leading: 1.15, after: 2.5 },
]
const SIGNATURE_GAP = 6
const SIGNING_ROOM_MM = 23

type DeskSlipData = DossierDocumentData & { issuedAt: string; signer: { name: string } }

/** What makes one slip differ from the next. */
export type DeskSlipForm = DossierDocumentForm & {
  /** 'NGƯỜI HƯỚNG DẪN' */
  capacity: string
  /** How it is signed: '(Ký số)' unless the slip says otherwise. */
  signing?: string
}

function setSlipHeading(flow: Flow, { heading, dossier, issuedAt }: DeskSlipData): void {
  const date = `${heading.place}, ${longDate(dayOf(new Date(issuedAt)))}`
  setHeading(flow, {
    parentAgency: heading.parentAgency,
    agency: heading.agency,
    reference: {
      pieces: [`${codeLabel(dossier)}: ${dossier.code}`],
      face: 'regular',
      size: 13,
    },
    placeAndDate: { pieces: [date], face: 'italic', size: 13 },
  })
}

function setSignature(flow: Flow, block: SignatureBlock): void {
  flow.top += SIGNATURE_GAP
  const { places } = placeSignatureBlock(flow, block)
  addSignatureField(flow, {
    name: 'desk-signature',
    description: `Chữ ký số của ${block.signerName}`,
    box: places.signature,
  })
}

/**
 * Draws a slip of the one-door desk with the one empty signature field `desk-signature`. Throws on a
 * character that the print fonts lack; the schemas of the slips refuse it as a value.
 */
export function renderDeskSlip(data: DeskSlipData, form: DeskSlipForm): Promise<PreparedDocument> {
  const block = {
    capacityLines: [form.capacity],
    note: form.signing ?? '(Ký số)',
    signerName: data.signer.name,
    size: 12,
    signingRoom: SIGNING_ROOM_MM,
  }
  return renderDossierDocument(data, form, {
    densities: DENSITIES,
    indent: 0,
    setHeading: (flow) => setSlipHeading(flow, data),
    setSignatures: (flow) => setSignature(flow, block),
    signaturesHeight: SIGNATURE_GAP + 10 + signatureBlockHeight(block),
    preparedAt: data.issuedAt,
  })
}
