import { z } from 'zod'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import {
  confidenceSchema,
  daySchema,
  keySchema,
  localTextSchema,
} from '@/lib/procedures/shape/text'

const dates = { validFrom: daySchema, validTo: daySchema.nullable() }

export const feeSchema = z.strictObject({
  key: keySchema,
  name: localTextSchema,
  /** Whole đồng. */
  amount: z.int().min(0),
  unit: z.enum(['per-dossier', 'per-product']),
  legal: z.string().min(1),
  appliesWhen: conditionSchema.optional(),
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

/** Everything about money: what is paid, what is cut for a time, who pays nothing. */
export const feeRulesSchema = z.strictObject({
  /** When the money is due; before acceptance, the clock waits for it. */
  payAt: z.enum(['submission', 'acceptance', 'result', 'never']),
  fees: z.array(feeSchema),
  reductions: z.array(reductionSchema),
  exemptions: z.array(exemptionSchema),
})
export type FeeRules = z.infer<typeof feeRulesSchema>
