import { z } from 'zod'
import { findCalendarFaults } from '@/lib/deadlines/calendar-faults'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const day = z.iso.date()
const sessions = z.array(z.tuple([time, time]))
const year = z.string().regex(/^\d{4}$/)
const weekdays = z.record(z.string().regex(/^[0-6]$/), sessions).optional()

/**
 * A calendar as an agency publishes it: sessions, weekdays with sessions of their own, and the days
 * that differ from the ordinary week, by year. One fault refuses the whole.
 */
export const workingCalendarSchema = z
  .strictObject({
    key: z.string().min(1),
    hours: sessions.min(1),
    weekdays,
    years: z.record(
      year,
      z.strictObject({
        /** Weekdays off, and working Saturdays or Sundays in exchange. */
        off: z.array(day),
        makeup: z.array(day),
        /** What some of these days are called. */
        names: z.record(day, z.string().max(100)).optional(),
        legal: z.string().min(1),
        confidence: z.string().min(1),
      }),
    ),
  })
  .superRefine((calendar, context) => {
    for (const { path, code } of findCalendarFaults(calendar)) {
      context.addIssue({ code: 'custom', path, message: code })
    }
  })

export type PublishedCalendar = z.infer<typeof workingCalendarSchema>

/**
 * A calendar file of the command line: no key, no legal basis, and a list of holidays may name the
 * weekend among them. Every other fault refuses the whole.
 */
export const plainCalendarSchema = z
  .object({
    hours: sessions.min(1),
    weekdays,
    years: z.record(
      year,
      z.object({ off: z.array(day).default([]), makeup: z.array(day).default([]) }),
    ),
  })
  .superRefine((calendar, context) => {
    for (const { path, code } of findCalendarFaults(calendar)) {
      if (code !== 'off-on-closed-day') context.addIssue({ code: 'custom', path, message: code })
    }
  })
  .transform((calendar) => ({ key: 'file', ...calendar }))
