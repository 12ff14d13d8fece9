import { z } from 'zod'
import { headingSchema, printText } from './print-text'

const day = z.iso.date()

/** One limit from receipt to result. */
const oneClock = z.object({
  kind: z.literal('one-clock'),
  /** '15 ngày làm việc' */
  limit: printText,
  /** Instant of the appointment. */
  dueAt: z.iso.datetime(),
})

/** Appraisal within one limit, issue within another that starts at the minutes (Law 15/2023, Art. 52.4). */
const twoClocks = z.object({
  kind: z.literal('two-clocks'),
  /** '60 ngày' */
  appraisalLimit: printText,
  /** Last day of the appraisal. */
  appraisalDueDay: day,
  /** The day off from which that last day was moved, when it was. */
  appraisalMovedFrom: day.nullable(),
  /** '10 ngày làm việc' */
  issueLimit: printText,
})

/** All that the receipt slip prints (form 01 of Circular 03/2025/TT-VPCP). Personal data come already masked. */
export const receiptSlipDataSchema = z.object({
  heading: headingSchema,
  dossierCode: printText,
  /** 'Giao người nộp hồ sơ' */
  copyFor: printText,
  /** Owner of the dossier. */
  owner: printText,
  submitter: printText,
  /** Masked number of the submitter's identity paper. */
  identityNumber: printText,
  address: printText,
  phone: printText,
  email: printText,
  /** Name of the procedure, its national code in brackets. */
  request: printText,
  papers: z.array(
    z.object({
      name: printText,
      /** What was handed over of each kind, as printed: '', '1', '1 tệp', 'tạo trên hệ thống'. */
      original: printText,
      copy: printText,
      electronic: printText,
    }),
  ),
  dossierSets: z.number().int().positive(),
  /** '4.300.000 đồng', or null when nothing was paid. */
  feePaid: printText.nullable(),
  receivedAt: z.iso.datetime(),
  promise: z.discriminatedUnion('kind', [oneClock, twoClocks]),
  /** How the result will be handed over. */
  resultChannel: printText,
  register: z.object({ book: printText, number: printText }),
  receiver: z.object({ name: printText, phone: printText }),
  /** The submitter signs too, at the counter only. */
  submitterSigns: z.boolean(),
  /** Whole address where the dossier can be followed. */
  trackUrl: z.url(),
  demo: z.boolean(),
})

export type ReceiptSlipData = z.infer<typeof receiptSlipDataSchema>
