import type { Flow } from './flow'
import type { Run } from './lines'
import { type Paragraph, paragraphHeight, placeParagraph } from './paragraph'
import { RECIPIENT_COLUMN } from './signature-block'

/** '- Cơ sở nêu trên;' … '- Lưu: VT, NVY.': semicolons between, a full stop at the end. */
function recipientLines(recipients: readonly string[]): string {
  return recipients
    .map((recipient, index) => {
      const name = recipient.replace(/[;.]$/, '')
      return `- ${name}${index === recipients.length - 1 ? '.' : ';'}`
    })
    .join('\n')
}

function paragraphsOf(recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return []
  const label: Run = { text: 'Nơi nhận:', face: 'boldItalic', size: 12 }
  const list: Run = { text: recipientLines(recipients), face: 'regular', size: 11 }
  return [
    { runs: [label], align: 'left', leading: 1.3 },
    { runs: [list], align: 'left', leading: 1.25 },
  ]
}

/** Height in points of the recipients block. */
export function recipientsHeight(recipients: readonly string[]): number {
  return paragraphsOf(recipients)
    .map((paragraph) => paragraphHeight(paragraph, RECIPIENT_COLUMN.width))
    .reduce((sum, height) => sum + height, 0)
}

/** 'Nơi nhận' at the left of the signature (Decree 30/2020, Annex I: label 12 bold italic, list 11). */
export function placeRecipients(flow: Flow, recipients: readonly string[]): number {
  let { top } = flow
  for (const paragraph of paragraphsOf(recipients)) {
    top = placeParagraph(flow, paragraph, { column: RECIPIENT_COLUMN, top })
  }
  return top
}
