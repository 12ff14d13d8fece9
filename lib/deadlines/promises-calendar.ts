import { addDays, type Day } from '@/lib/deadlines/day'

const LINE_OCTETS = 75

export type CalendarPromise = {
  /** Stable within the dossier: the key of the clock, e.g. `appraisal`. */
  key: string
  due: Day
  summary: string
  description: string
  /** How many days before it the calendar reminds; one unless told. */
  reminderDays?: number
}
export type PromisesCalendar = {
  /** What tells dossiers apart: the submission reference. */
  reference: string
  /** Grows when a date moves, so that calendars replace what they have (RFC 5545 §3.8.7.4). */
  sequence: number
  stampedAt: Date
  url: string
  promises: readonly CalendarPromise[]
}

/**
 * An iCalendar file (RFC 5545) with one all-day entry for each promise of the law and a reminder
 * before it; lines end with CRLF and fold at 75 octets, the UID of a promise never changes.
 */
export function promisesCalendar(calendar: PromisesCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua Y Te//Promises//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...calendar.promises.flatMap((promise) => eventLines(calendar, promise)),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function eventLines(calendar: PromisesCalendar, promise: CalendarPromise): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${promise.key}.${calendar.reference}@mot-cua-y-te`,
    `SEQUENCE:${calendar.sequence}`,
    `DTSTAMP:${compact(calendar.stampedAt.toISOString()).slice(0, 15)}Z`,
    `DTSTART;VALUE=DATE:${compact(promise.due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(promise.due, 1))}`,
    `SUMMARY:${escapeText(promise.summary)}`,
    `DESCRIPTION:${escapeText(promise.description)}`,
    `URL:${calendar.url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(promise.summary)}`,
    `TRIGGER:-P${promise.reminderDays ?? 1}D`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

function compact(written: string): string {
  return written.replace(/[-:]/g, '')
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

/** Folds between characters, never inside one, so that Vietnamese letters stay whole. */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > LINE_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
