import { z } from 'zod'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** Civil Code 2015 Art. 144–148 and the usage of procedure records. */
export const timeUnitSchema = z.enum([
  'working-hour',
  'working-day',
  'calendar-day',
  'month',
  'same-day',
])
export type TimeUnit = z.infer<typeof timeUnitSchema>

const LONGEST = 1000

/** One leg of a limit. Halves of a working day exist in live law (Resolution 66.16/2026/NQ-CP). */
export const timeLimitSchema = z
  .strictObject({ value: z.number().positive().max(LONGEST), unit: timeUnitSchema })
  .refine((limit) => fitsUnit(limit.value, limit.unit), { path: ['value'], message: 'fraction' })
export type TimeLimit = z.infer<typeof timeLimitSchema>

export type TimeLimitRefusal = {
  code:
    | 'invalid-limit'
    | 'unknown-unit'
    | 'value-not-positive'
    | 'value-too-large'
    | 'fraction-not-allowed'
}

/**
 * One leg of a limit as it came in. Halves are allowed for working hours and days only; the value
 * of `same-day` is 1 and may be left out.
 */
export function readTimeLimit(raw: unknown): Result<TimeLimit, TimeLimitRefusal> {
  const written = z.object({ value: z.number().optional(), unit: z.string() }).safeParse(raw)
  if (!written.success) return refuse({ code: 'invalid-limit' })
  const unit = timeUnitSchema.safeParse(written.data.unit)
  if (!unit.success) return refuse({ code: 'unknown-unit' })
  const value = written.data.value ?? (unit.data === 'same-day' ? 1 : undefined)
  if (value === undefined) return refuse({ code: 'invalid-limit' })
  if (value <= 0) return refuse({ code: 'value-not-positive' })
  if (value > LONGEST) return refuse({ code: 'value-too-large' })
  if (!fitsUnit(value, unit.data)) {
    return refuse({ code: Number.isInteger(value) ? 'value-too-large' : 'fraction-not-allowed' })
  }
  return accept({ value, unit: unit.data })
}

function fitsUnit(value: number, unit: TimeUnit): boolean {
  if (unit === 'same-day') return value === 1
  const halves = unit === 'working-day' || unit === 'working-hour'
  return Number.isInteger(halves ? value * 2 : value)
}
