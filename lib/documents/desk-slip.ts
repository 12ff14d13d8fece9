import { dayOf } from '@/lib/deadlines/day'
import { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { setHeading } from './layout/heading'
import {
  placeSignatureBlock,
  type SignatureBlock,
  signatureBlockHeight,
} from './layout/signature-block'
import { footReserve } from './layout/verification-foot'
import type { PreparedDocument } from './prepared-document'
import {
  closeDocument,
  codeLabel,
  type Density,
  setBlocks,
  setFoot,
  setOnFewestPages,
  setTitle,
} from './slip-drawing'
import type { SlipDossier } from './slip-parts'
import { longDate } from './vietnamese-dates'
import type { Block } from './wording'

/** A form may be set smaller than a document; smaller still where that saves a page. */
const DENSITIES: readonly [Density, ...Density[]] = [
  { size: 13, tableSize: 11.5, leading: 1.25, after: 4 },
  { size: 12, tableSize: 11, leading: 1.2, after: 3 },
  { size: 11.5, tableSize: 10.5, leading: 1.15, after: 2.5 },
]
const SIGNATURE_GAP = 6
const SIGNING_ROOM_MM = 23

type DeskSlipData = {
  heading: { parentAgency: string; agency: string; place: string }
  agencyName: string
  dossier: SlipDossier
  trackUrl: string
  issuedAt: string
  signer: { name: string }
  demo: boolean
}

/** What makes one slip differ from the next. */
export type DeskSlipForm = {
  title: string
  subtitle?: string
  /** From 'Kính gửi' to the last line above the signature, which is never a table. */
  blocks: readonly Block[]
  /** 'NGƯỜI HƯỚNG DẪN' */
  capacity: string
  /** How it is signed: '(Ký số)' unless the slip says otherwise. */
  signing?: string
  /** 'Mẫu số 02, Thông tư 03/2025/TT-VPCP. …' */
  notes: readonly string[]
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

async function setToSignature(data: DeskSlipData, form: DeskSlipForm, density: Density) {
  const flow = await Flow.open()
  setSlipHeading(flow, data)
  setTitle(flow, form.title, form.subtitle)
  const block = {
    capacityLines: [form.capacity],
    note: form.signing ?? '(Ký số)',
    signerName: data.signer.name,
    size: 12,
    signingRoom: SIGNING_ROOM_MM,
  }
  const reserve = SIGNATURE_GAP + 10 + signatureBlockHeight(block) + footReserve(flow.bottom)
  setBlocks(flow, form.blocks, { ...density, indent: 0, reserve })
  setSignature(flow, block)
  return flow
}

/**
 * Draws a slip of the one-door desk with the one empty signature field `desk-signature`. Throws on a
 * character that the print fonts lack; the schemas of the slips refuse it as a value.
 */
export async function renderDeskSlip(
  data: DeskSlipData,
  form: DeskSlipForm,
): Promise<PreparedDocument> {
  const flow = await setOnFewestPages((density) => setToSignature(data, form, density), DENSITIES)
  setFoot(flow, { ...data, notes: form.notes })
  const title = `${form.title} (${data.dossier.code})`
  const { agencyName, dossier, issuedAt } = data
  return closeDocument(flow, { title, subject: dossier.procedure, agencyName, at: issuedAt }, data)
}
