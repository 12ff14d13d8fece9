import { type CalendarFault, findCalendarFaults } from '@/lib/deadlines/calendar-faults'
import type { PublishedCalendar } from '@/lib/deadlines/calendar-file'
import { addDays, type Day } from '@/lib/deadlines/day'

/** A fault of the form: the field, and in a list the number and the text of the line. */
export type FormFault = {
  field: string
  code: CalendarFault['code'] | 'not-a-date' | 'legal-missing' | 'day-missing'
  line?: number
  text?: string
}
export type Typed = Readonly<Record<string, string>>
type Written = { day: Day; name: string; line: number; text: string }

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/
const VIETNAMESE = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/
const LISTS = ['off', 'makeup'] as const

/** The years a form asks about: those of the calendar in force and one more. */
export function yearsOfForm(inForce: PublishedCalendar): string[] {
  const years = Object.keys(inForce.years).toSorted()
  return [...years, String(Number(years.at(-1)) + 1)]
}

/** What the form shows first: the calendar in force, one day a line with its name. */
export function typedFrom(inForce: PublishedCalendar, nameOf: (day: Day) => string): Typed {
  const { hours, weekdays } = inForce
  const saturday = weekdays?.['6'] ?? []
  const entries = Object.entries(inForce.years).flatMap(([year, { legal, names, ...lists }]) => [
    [`legal-${year}`, legal],
    ...LISTS.map((list) => {
      const label = (day: Day) => names?.[day] ?? (list === 'off' ? nameOf(day) : '')
      const lines = lists[list].map((day) => `${vietnamese(day)} ${label(day)}`.trim())
      return [`${list}-${year}`, lines.join('\n')]
    }),
  ])
  return {
    morningFrom: hours[0]?.[0] ?? '',
    morningTo: hours[0]?.[1] ?? '',
    afternoonFrom: hours[1]?.[0] ?? '',
    afternoonTo: hours[1]?.[1] ?? '',
    saturdayFrom: saturday[0]?.[0] ?? '',
    saturdayTo: saturday[0]?.[1] ?? '',
    ...Object.fromEntries(entries),
  }
}

/**
 * The calendar that a form describes, with what it does not ask about as it is in force; or every fault,
 * each with its field and line.
 */
export function readCalendarForm(
  typed: Typed,
  inForce: PublishedCalendar,
): { calendar: PublishedCalendar } | { faults: FormFault[] } {
  const lines = new Map<string, Written[]>()
  const faults: FormFault[] = []
  for (const field of yearsOfForm(inForce).flatMap((year) => LISTS.map((l) => `${l}-${year}`))) {
    const { days, wrong } = readLines(typed[field] ?? '', field)
    lines.set(field, days)
    faults.push(...wrong)
  }
  const calendar = { ...inForce, ...hoursOf(typed, inForce), years: yearsOf(typed, inForce, lines) }
  const legal = Object.entries(calendar.years).filter(([, year]) => year.legal === '')
  for (const [year] of legal) faults.push({ field: `legal-${year}`, code: 'legal-missing' })
  faults.push(...findCalendarFaults(calendar).map((fault) => place(fault, lines)))
  return faults.length > 0 ? { faults } : { calendar }
}

function hoursOf(typed: Typed, inForce: PublishedCalendar) {
  const pair = (from: string, to: string): [string, string][] => {
    const [open, close] = [typed[from] ?? '', typed[to] ?? '']
    return open === '' && close === '' ? [] : [[open, close]]
  }
  const saturday = pair('saturdayFrom', 'saturdayTo')
  const { '6': _, ...others } = inForce.weekdays ?? {}
  const weekdays = { ...others, ...(saturday.length > 0 && { '6': saturday }) }
  const hours = [...pair('morningFrom', 'morningTo'), ...pair('afternoonFrom', 'afternoonTo')]
  return { hours, weekdays }
}

function yearsOf(typed: Typed, inForce: PublishedCalendar, lines: Map<string, Written[]>) {
  const years: PublishedCalendar['years'] = {}
  for (const year of yearsOfForm(inForce)) {
    const [off, makeup] = LISTS.map((list) => lines.get(`${list}-${year}`) ?? [])
    const legal = (typed[`legal-${year}`] ?? '').normalize('NFC').trim()
    const known = inForce.years[year]
    // The year after the last one is asked about, and may stay empty.
    if (!known && !off?.length && !makeup?.length && legal === '') continue
    const named = [...(off ?? []), ...(makeup ?? [])].filter(({ name }) => name !== '')
    years[year] = {
      off: (off ?? []).map(({ day }) => day),
      makeup: (makeup ?? []).map(({ day }) => day),
      names: Object.fromEntries(named.map(({ day, name }) => [day, name])),
      legal,
      confidence: 'published',
    }
  }
  return years
}

/** Where in the form a fault of the calendar stands. */
function place(
  { path, code, day }: ReturnType<typeof findCalendarFaults>[number],
  lines: Map<string, Written[]>,
): FormFault {
  const [part = '', year = '', list = ''] = path
  if (part === 'hours') return { field: 'morningFrom', code }
  if (part === 'weekdays') return { field: 'saturdayFrom', code }
  const field = list ? `${list}-${year}` : `off-${year}`
  const at = lines.get(field)?.findLast((one) => one.day === day)
  return { field, code, ...(at && { line: at.line, text: at.text }) }
}

function readLines(text: string, field: string): { days: Written[]; wrong: FormFault[] } {
  const days: Written[] = []
  const wrong: FormFault[] = []
  for (const [index, raw] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const written = raw.trim()
    const line = index + 1
    if (written === '') continue
    const day = dayIn(written)
    const name = written
      .replace(ISO, '')
      .replace(VIETNAMESE, '')
      .replace(/^[\s:,;–-]+/, '')
    if (day) days.push({ day, name: name.slice(0, 100), line, text: written })
    else wrong.push({ field, code: 'not-a-date', line, text: written })
  }
  return { days, wrong }
}

function dayIn(text: string): Day | undefined {
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? []
  const [, day = isoDay, month = isoMonth, year = isoYear] = VIETNAMESE.exec(text) ?? []
  if (!year || !month || !day) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return exists(written) ? written : undefined
}

function exists(day: Day): boolean {
  return !Number.isNaN(new Date(`${day}T00:00:00Z`).getTime()) && addDays(day, 0) === day
}

function vietnamese(day: Day): string {
  return day.split('-').toReversed().join('/')
}
