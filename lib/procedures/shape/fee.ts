import { z } from 'zod'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import {
  confidenceSchema,
  daySchema,
  keySchema,
  localTextSchema,
} from '@/lib/procedures/shape/text'
import { LICENCE_EVENTS } from '@/lib/workflow/flows/licence-events'

const dates = { validFrom: daySchema, validTo: daySchema.nullable() }

export const feeSchema = z.strictObject({
  key: keySchema,
  name: localTextSchema,
  /** Whole đồng. */
  amount: z.int().min(0),
  unit: z.enum(['per-dossier', 'per-product']),
  legal: z.string().min(1),
  appliesWhen: conditionSchema.optional(),
  /** Due in mid-process, when the solving agency asks for it; without it, when `payAt` of the rules says. */
  payAt: z.literal('process').optional(),
  ...dates,
  confidence: confidenceSchema,
  note: z.string().optional(),
})
export type Fee = z.infer<typeof feeSchema>

/** A temporary cut. `rate` is the share of the base still paid; null is a cut not yet confirmed. */
export const reductionSchema = z.strictObject({
  legal: z.string().min(1),
  rate: z.number().min(0).max(1).nullable(),
  fees: z.array(keySchema).min(1),
  ...dates,
  confidence: confidenceSchema,
  note: z.string().optional(),
})
export type Reduction = z.infer<typeof reductionSchema>

export const exemptionSchema = z.strictObject({
  key: keySchema,
  name: localTextSchema,
  when: conditionSchema,
  basis: keySchema,
})

/**
 * What becomes of a paid fee when its owner stops the dossier (Decree 118/2025 Art. 21 leaves it to sector
 * law): kept once one of these events has happened, else owed back, each by its clause.
 */
const onStopSchema = z.strictObject({
  keptAfter: z.array(z.enum(LICENCE_EVENTS)).min(1),
  keptBy: keySchema,
  refundedBy: keySchema,
})

/** Everything about money: what is paid, what is cut for a time, who pays nothing. */
export const feeRulesSchema = z.strictObject({
  /** When the money is due; before acceptance, the clock waits for it. */
  payAt: z.enum(['submission', 'acceptance', 'result', 'never']),
  fees: z.array(feeSchema),
  reductions: z.array(reductionSchema),
  exemptions: z.array(exemptionSchema),
  /** Without it a fee of a stopped dossier is owed back. */
  onStop: onStopSchema.optional(),
})
export type FeeRules = z.infer<typeof feeRulesSchema>
