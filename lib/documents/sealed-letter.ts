import {
  type DossierDocumentData,
  type DossierDocumentForm,
  renderDossierDocument,
} from './dossier-document'
import type { Flow } from './layout/flow'
import { addSignatureField } from './layout/form-fields'
import { setHeading } from './layout/heading'
import { mm } from './layout/page-geometry'
import { placeRecipients, recipientsHeight } from './layout/recipients'
import { placeSignatureBlock, signatureBlockHeight } from './layout/signature-block'
import { letterField } from './letter-fields'
import type { PreparedDocument } from './prepared-document'
import type { Density } from './slip-drawing'

/** Body 13 to 14 points (Decree 30/2020, Annex I). */
const DENSITIES: readonly [Density, ...Density[]] = [
  { size: 14, tableSize: 12, leading: 1.3, after: 6 },
  { size: 13, tableSize: 12, leading: 1.2, after: 6 },
  { size: 13, tableSize: 12, leading: 1.15, after: 6 },
]
const INDENT = mm(12.7)
const SIGNATURE_GAP = 10

type LetterData = DossierDocumentData & {
  signature: { capacityLines: string[]; signerName: string }
  recipients: string[]
  preparedAt: string
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

/**
 * Draws a letter that a leader signs (`leader-signature`) and the records clerk then numbers, dates and
 * seals (`agency-seal`): the same fields as the licence has, filled by `licenceFills`. Throws on a
 * character that the print fonts lack; the schemas of the letters refuse it as a value.
 */
export function renderSealedLetter(
  data: LetterData,
  form: DossierDocumentForm,
): Promise<PreparedDocument> {
  const { signature, recipients } = data
  const block = Math.max(signatureBlockHeight(signature), recipientsHeight(recipients))
  return renderDossierDocument(data, form, {
    densities: DENSITIES,
    indent: INDENT,
    setHeading: (flow) => setLetterHeading(flow, data),
    setSignatures: (flow) => setSignatures(flow, data),
    signaturesHeight: SIGNATURE_GAP + 12 + block,
    preparedAt: data.preparedAt,
  })
}
