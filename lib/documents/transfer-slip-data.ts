import { z } from 'zod'
import { printText } from './print-text'
import { deskSignerSchema, slipFrame } from './slip-parts'

/** All that the transfer slip prints (Phiếu chuyển xử lý; Decree 118/2025, Art. 20). */
export const transferSlipDataSchema = z.object({
  ...slipFrame,
  owner: printText,
  /** The agency that the dossier goes to. */
  toAgency: printText,
  reason: printText,
  /** The due date stays where it is; null before acceptance. */
  dueAt: z.iso.datetime().nullable(),
  /** When data of a dossier filed elsewhere reach the agency that decides; its limits count from here. */
  countedFrom: z.iso.datetime().optional(),
  /** Task and limit of each agency; the first one leads. */
  tasks: z.array(z.object({ agency: printText, task: printText, limit: printText })).min(1),
  papers: z.array(z.object({ name: printText, form: z.enum(['electronic', 'paper']) })),
  issuedAt: z.iso.datetime(),
  signer: deskSignerSchema,
})

export type TransferSlipData = z.infer<typeof transferSlipDataSchema>
