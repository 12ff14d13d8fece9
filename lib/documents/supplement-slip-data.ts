import { z } from 'zod'
import { printText } from './print-text'
import { addresseeSchema, deskSignerSchema, slipFrame } from './slip-parts'

const itemSchema = z.object({
  kind: z.enum(['field', 'paper']),
  /** Label of the field or name of the paper. */
  name: printText,
  wrong: printText,
  /** What a good one looks like. */
  wanted: printText,
  /** 'Điểm a khoản 1 Điều 60 Nghị định số 96/2023/NĐ-CP' */
  clause: printText,
})

/** All that the supplement slip prints (form 02 of Circular 03/2025/TT-VPCP). */
export const supplementSlipDataSchema = z.object({
  ...slipFrame,
  /** At intake before acceptance, or asked by the solving unit and released by the desk. */
  stage: z.enum(['intake', 'processing']),
  round: z.number().int().positive(),
  /** Sector clause that allows a request after the first one, or later than the decree's days. */
  sectorClause: printText.nullable(),
  issuedAt: z.iso.datetime(),
  addressee: addresseeSchema,
  items: z.array(itemSchema).min(1),
  /** Why it is asked, '\n' starts a new line. */
  reason: printText,
  /** Last day to answer, and the days that the law gives. */
  replyBy: z.iso.date(),
  replyDays: z.number().int().positive(),
  /** What the request does to the time limit: nothing runs yet, counted anew, stands still, runs on. */
  clockEffect: z.enum(['not-started', 'restart', 'pause', 'none']),
  signer: deskSignerSchema,
})

export type SupplementSlipData = z.infer<typeof supplementSlipDataSchema>
