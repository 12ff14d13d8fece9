import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const day = z.iso.date()
const session = z.tuple([time, time]).refine(([open, close]) => open < close)

/** Sessions in order without overlap; the days that differ from Monday–Friday, by year. */
export const workingCalendarSchema = z.strictObject({
  key: z.string().min(1),
  hours: z
    .array(session)
    .min(1)
    .refine((sessions) =>
      sessions.every(([open], i) => i === 0 || open >= (sessions[i - 1]?.[1] ?? '')),
    ),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({
      /** Weekdays off, and working Saturdays or Sundays in exchange. */
      off: z.array(day),
      makeup: z.array(day),
      legal: z.string().min(1),
      confidence: z.string().min(1),
    }),
  ),
})
