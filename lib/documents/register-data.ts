import { z } from 'zod'
import { headingSchema, printText } from './print-text'

/**
 * Where a dossier stands. Finished: early, on time, overdue. Open: within its limit or past it.
 * Ended without a result (withdrawn, stopped, refused at intake): stopped.
 */
export const REGISTER_STANDINGS = [
  'early',
  'on-time',
  'overdue',
  'open',
  'open-overdue',
  'stopped',
] as const

const rowSchema = z.object({
  code: printText,
  procedure: printText,
  sets: z.number().int().positive(),
  owner: printText,
  address: printText,
  phone: printText,
  leadAgency: printText,
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  returnedAt: z.iso.datetime().nullable(),
  /** How the result is handed over: 'Trực tuyến'. */
  channel: printText,
  /** Who acknowledged receipt, and how: 'Xác nhận điện tử'; '' before. */
  receivedBy: printText,
  note: printText,
  standing: z.enum(REGISTER_STANDINGS),
})
export type RegisterRow = z.infer<typeof rowSchema>

/** All that the dossier register prints (form 07 of Circular 03/2025/TT-VPCP), as PDF and as a workbook. */
export const registerDataSchema = z.object({
  heading: headingSchema,
  agencyName: printText,
  /** Days of receipt, both included. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** 'Lĩnh vực: Khám bệnh, chữa bệnh', or '' for all. */
  scope: printText,
  rows: z.array(rowSchema),
  /** The state of the record that the register shows. */
  printedAt: z.iso.datetime(),
  signature: z.object({ capacityLines: z.array(printText).min(1), signerName: printText }),
  demo: z.boolean(),
})
export type RegisterData = z.infer<typeof registerDataSchema>
