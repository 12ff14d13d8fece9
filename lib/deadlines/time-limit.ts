import { z } from 'zod'

/** Civil Code 2015 Art. 144–148 and the usage of procedure records. */
export const timeUnitSchema = z.enum(['working-hour', 'working-day', 'calendar-day', 'month'])
export type TimeUnit = z.infer<typeof timeUnitSchema>

/** One leg of a limit. Halves of a working day exist in live law (Resolution 66.16/2026/NQ-CP). */
export const timeLimitSchema = z
  .strictObject({ value: z.number().positive().max(1000), unit: timeUnitSchema })
  .refine((limit) => fitsUnit(limit.value, limit.unit), { path: ['value'], message: 'fraction' })
export type TimeLimit = z.infer<typeof timeLimitSchema>

function fitsUnit(value: number, unit: TimeUnit): boolean {
  const halves = unit === 'working-day' || unit === 'working-hour'
  return Number.isInteger(halves ? value * 2 : value)
}
