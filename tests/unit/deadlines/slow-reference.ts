import raw from '@/lib/deadlines/calendars/default.json' with { type: 'json' }

/** Minutes since 1970 in Viet Nam; the reference knows no other unit and shares no code with the house. */
export type Minute = number
type Stretch = { from: Minute; to: Minute }

const DAY = 24 * 60
const years = Object.values(raw.years)
const off = new Set(years.flatMap((year) => year.off.map(numberOf)))
const makeup = new Set(years.flatMap((year) => year.makeup.map(numberOf)))

function numberOf(day: string): number {
  return Date.parse(day) / 86_400_000
}

function works(minute: Minute): boolean {
  const day = Math.floor(minute / DAY)
  // The first of January 1970 was a Thursday.
  const weekday = (day + 4) % 7
  const open = makeup.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day))
  const hour = (minute % DAY) / 60
  return open && ((hour >= 8 && hour < 12) || (hour >= 13 && hour < 17))
}

function closeOfDayAt(end: Minute): Minute {
  let day = Math.floor((end - 1) / DAY)
  while (!works(day * DAY + 8 * 60)) day += 1
  return day * DAY + 17 * 60
}

function within(pauses: readonly Stretch[], minute: Minute): boolean {
  return pauses.some(({ from, to }) => from <= minute && minute < to)
}

function begin(received: Minute): Minute {
  let at = received
  while (!works(at)) at += 1
  return at
}

/** Lets the minutes of a limit pass one by one, but for those in which it stands still. */
function run(at: Minute, minutes: number, counts: (minute: Minute) => boolean): Minute {
  let left = minutes
  let now = at
  while (left > 0) {
    if (counts(now)) left -= 1
    now += 1
  }
  return now
}

/** The end of so many hours of office time. */
export function afterHours(received: Minute, hours: number, pauses: readonly Stretch[]): Minute {
  const counts = (minute: Minute) => works(minute) && !within(pauses, minute)
  return run(begin(received), hours * 60, counts)
}

/** The end of so many working days: the rest of the day of receipt passes too, then whole days. */
export function afterDays(received: Minute, days: number, pauses: readonly Stretch[]): Minute {
  const at = begin(received)
  const nextMidnight = (Math.floor(at / DAY) + 1) * DAY
  let restOfDay = 0
  for (let minute = at; minute < nextMidnight; minute += 1) if (works(minute)) restOfDay += 1
  const counts = (minute: Minute) => works(minute) && !within(pauses, minute)
  return run(at, restOfDay + days * 480, counts)
}

/**
 * The end of so many calendar days: every minute counts, then the office closes once more. What is
 * waited after that close, though before midnight, comes too late.
 */
export function afterCalendarDays(
  received: Minute,
  days: number,
  pauses: readonly Stretch[],
): Minute {
  let now = begin(received)
  let left = (Math.floor(now / DAY) + 1 + days) * DAY - now
  let still = false
  while (left > 0) {
    still = within(pauses, now) && (still || closeOfDayAt(now + left) > now)
    if (!still) left -= 1
    now += 1
  }
  for (;;) {
    const due = closeOfDayAt(now)
    const late = pauses.find(({ from, to }) => from < due && to > now)
    if (!late) return due
    now = late.to
  }
}
