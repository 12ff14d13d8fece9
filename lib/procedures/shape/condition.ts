import { z } from 'zod'
import { daySchema } from '@/lib/procedures/shape/text'

/**
 * Facts that the form does not ask for: who files, what the registers already know,
 * what the agency did. The caller of the engine supplies those that hold.
 */
export const factNameSchema = z.enum([
  'capacity.self',
  'capacity.organisation',
  'capacity.proxy',
  'registry.business',
  'registry.responsible-person',
  'registry.department-heads',
  'authority.erred',
])
export type FactName = z.infer<typeof factNameSchema>

const operandSchema = z.union([z.string(), z.number(), z.boolean()])
export type Operand = z.infer<typeof operandSchema>

const comparisonSchema = z.union([
  z.strictObject({
    field: z.string().min(1),
    op: z.enum(['eq', 'ne', 'contains']),
    value: operandSchema,
  }),
  z.strictObject({
    field: z.string().min(1),
    op: z.enum(['in', 'not_in', 'contains_any', 'any_ne']),
    value: z.array(operandSchema).min(1),
  }),
  z.strictObject({
    field: z.string().min(1),
    op: z.enum(['at_least', 'at_most']),
    value: z.number(),
  }),
  z.strictObject({ field: z.string().min(1), op: z.literal('filled') }),
])
export type Comparison = z.infer<typeof comparisonSchema>

/** When something applies: a comparison with an answer, a fact, a date reached, or a mix. */
export type Condition =
  | Comparison
  | { fact: FactName }
  | { from: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparisonSchema,
    z.strictObject({ fact: factNameSchema }),
    z.strictObject({ from: daySchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
)
