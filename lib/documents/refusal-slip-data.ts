import { z } from 'zod'
import { printText } from './print-text'
import { addresseeSchema, deskSignerSchema, slipFrame } from './slip-parts'

const fee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** At intake: a refund is opened of itself. */
  z.object({
    kind: z.literal('refund-requested'),
    /** '4.300.000 đồng' */
    amount: printText,
    /** Code of the refund request. */
    reference: printText,
  }),
  /** After appraisal: what the law of the sector says of the fee. */
  z.object({
    kind: z.literal('by-sector-law'),
    amount: printText,
    refunded: z.boolean(),
    clause: printText,
  }),
])

/** All that the refusal slip prints (form 03 of Circular 03/2025/TT-VPCP). */
export const refusalSlipDataSchema = z.object({
  ...slipFrame,
  /** Refused at intake, or the negative result of the appraisal inside the limit (Decree 118/2025, Art. 19.3). */
  stage: z.enum(['intake', 'result']),
  issuedAt: z.iso.datetime(),
  addressee: addresseeSchema,
  /** Clauses that the refusal rests on, in order. */
  legalGrounds: z.array(printText).min(1),
  /** Why, '\n' starts a new line. */
  reason: printText,
  fee,
  /** Who decides on a complaint: 'Giám đốc Sở Y tế Hà Nội'. */
  complaintTo: printText,
  signer: deskSignerSchema,
})

export type RefusalSlipData = z.infer<typeof refusalSlipDataSchema>
