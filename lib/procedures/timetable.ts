import type { ScheduleLine } from '@/lib/procedures/answers'

/** One stretch of a week in minutes after Monday 00:00; the end is not part of it. */
export type Stretch = { from: number; to: number }

const DAYS: readonly string[] = ['t2', 't3', 't4', 't5', 't6', 't7', 'cn']
const DAY_MINUTES = 24 * 60

/** The stretches of a timetable in order, merged where they touch; lines without times are left out. */
export function stretchesOf(lines: readonly ScheduleLine[]): Stretch[] {
  const merged: Stretch[] = []
  for (const next of lines.flatMap(stretchesOfLine).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to)
    else merged.push({ ...next })
  }
  return merged
}

/** Index of the first line that meets an earlier one, or null. */
export function firstOverlap(lines: readonly ScheduleLine[]): number | null {
  const index = lines.findIndex((line, i) => meet(lines.slice(0, i), [line]))
  return index === -1 ? null : index
}

/** Whether two timetables have a minute in common. */
export function meet(one: readonly ScheduleLine[], other: readonly ScheduleLine[]): boolean {
  const others = other.flatMap(stretchesOfLine)
  return one
    .flatMap(stretchesOfLine)
    .some((a) => others.some((b) => a.from < b.to && b.from < a.to))
}

/** Whether every minute of `inner` lies within `outer`. */
export function lieWithin(inner: readonly ScheduleLine[], outer: readonly ScheduleLine[]): boolean {
  const around = stretchesOf(outer)
  return inner
    .flatMap(stretchesOfLine)
    .every((a) => around.some((b) => b.from <= a.from && a.to <= b.to))
}

/** Hours in a week, counted once where lines meet. */
export function weeklyHours(lines: readonly ScheduleLine[]): number {
  return stretchesOf(lines).reduce((sum, { from, to }) => sum + to - from, 0) / 60
}

function stretchesOfLine({ days, from, to }: ScheduleLine): Stretch[] {
  if (from === '' || to === '' || from >= to) return []
  return days
    .map((day) => DAYS.indexOf(day))
    .filter((day) => day >= 0)
    .map((day) => ({
      from: day * DAY_MINUTES + minutes(from),
      to: day * DAY_MINUTES + minutes(to),
    }))
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
