import { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { setHeading } from './layout/heading'
import { mm } from './layout/page-geometry'
import { placeRecipients, recipientsHeight } from './layout/recipients'
import { placeSignatureBlock, signatureBlockHeight } from './layout/signature-block'
import { footReserve } from './layout/verification-foot'
import { letterField } from './letter-fields'
import type { PreparedDocument } from './prepared-document'
import {
  closeDocument,
  type Density,
  setBlocks,
  setFoot,
  setOnFewestPages,
  setTitle,
} from './slip-drawing'
import type { SlipDossier } from './slip-parts'
import type { Block } from './wording'

/** Body 13 to 14 points (Decree 30/2020, Annex I). */
const DENSITIES: readonly [Density, ...Density[]] = [
  { size: 14, tableSize: 12, leading: 1.3, after: 6 },
  { size: 13, tableSize: 12, leading: 1.2, after: 6 },
  { size: 13, tableSize: 12, leading: 1.15, after: 6 },
]
const INDENT = mm(12.7)
const SIGNATURE_GAP = 10

type LetterData = {
  heading: { parentAgency: string; agency: string; place: string }
  agencyName: string
  dossier: SlipDossier
  trackUrl: string
  signature: { capacityLines: string[]; signerName: string }
  recipients: string[]
  preparedAt: string
  demo: boolean
}

/** What makes one letter differ from the next. */
export type LetterForm = {
  /** '\n' parts its lines. */
  title: string
  /** From 'Kính gửi' to the last line above the signatures, which is never a table. */
  blocks: readonly Block[]
  notes: readonly string[]
}

function setLetterHeading(flow: Flow, { heading }: LetterData): void {
  const { parentAgency, agency, place } = heading
  setHeading(flow, {
    parentAgency,
    agency,
    reference: { pieces: ['Số: ', letterField('document-number')], face: 'regular', size: 13 },
    placeAndDate: {
      pieces: [
        `${place}, ngày `,
        letterField('issue-day'),
        ' tháng ',
        letterField('issue-month'),
        ' năm ',
        letterField('issue-year'),
      ],
      face: 'italic',
      size: 13,
    },
  })
}

function setSignatures(flow: Flow, { signature, recipients, agencyName }: LetterData): void {
  flow.top += SIGNATURE_GAP
  placeRecipients(flow, recipients)
  const { places } = placeSignatureBlock(flow, signature)
  addSignatureField(flow, {
    name: 'leader-signature',
    description: `Chữ ký số của ${signature.signerName}`,
    box: places.signature,
  })
  addSignatureField(flow, {
    name: 'agency-seal',
    description: `Chữ ký số của cơ quan ${agencyName}`,
    box: places.seal,
  })
}

async function setToSignatures(data: LetterData, form: LetterForm, density: Density) {
  const flow = await Flow.open()
  setLetterHeading(flow, data)
  setTitle(flow, form.title)
  const { signature, recipients } = data
  const block = Math.max(signatureBlockHeight(signature), recipientsHeight(recipients))
  const reserve = SIGNATURE_GAP + 12 + block + footReserve(flow.bottom)
  setBlocks(flow, form.blocks, { ...density, indent: INDENT, reserve })
  setSignatures(flow, data)
  return flow
}

/**
 * Draws a letter that a leader signs (`leader-signature`) and the records clerk then numbers, dates and
 * seals (`agency-seal`): the same fields as the licence has, filled by `licenceFills`. Throws on a
 * character that the print fonts lack; the schemas of the letters refuse it as a value.
 */
export async function renderSealedLetter(
  data: LetterData,
  form: LetterForm,
): Promise<PreparedDocument> {
  const flow = await setOnFewestPages((density) => setToSignatures(data, form, density), DENSITIES)
  setFoot(flow, { ...data, notes: form.notes })
  const title = `${form.title} (${data.dossier.code})`
  const { agencyName, dossier, preparedAt } = data
  return closeDocument(
    flow,
    { title, subject: dossier.procedure, agencyName, at: preparedAt },
    data,
  )
}
