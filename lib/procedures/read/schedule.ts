import type { AnswerIssue, ScheduleLine } from '@/lib/procedures/answers'
import { parseTime } from '@/lib/procedures/read/date'
import {
  isEmptyInput,
  isRecord,
  type Place,
  type Reading,
  within,
  wrong,
} from '@/lib/procedures/read/reading'
import type { FieldOf } from '@/lib/procedures/shape/field'
import { firstOverlap } from '@/lib/procedures/timetable'

/** Lines of a weekly timetable; an empty line is left out, two lines of one day may not meet. */
export function readSchedule(
  field: FieldOf<'schedule'>,
  raw: unknown,
  place: Place,
): Reading<ScheduleLine[]> {
  if (!Array.isArray(raw)) return wrong(place.path, 'type')
  const read: ScheduleLine[] = []
  const issues: AnswerIssue[] = []
  for (const item of raw.filter((line) => !isEmptyInput(line))) {
    const { line, issues: found } = readLine(item, within(place, read.length))
    read.push(line)
    issues.push(...found)
  }
  issues.push(...lengthIssues(field, read.length, place))
  const lines = read.filter((line) => !isEmptyInput(line))
  if (issues.length > 0) return { value: lines, issues }
  const overlap = firstOverlap(lines)
  if (overlap === null) return { value: lines, issues }
  return { value: lines, ...wrong(`${place.path}[${overlap}].from`, 'time-overlap') }
}

function readLine(raw: unknown, place: Place): { line: ScheduleLine; issues: AnswerIssue[] } {
  const record = isRecord(raw) ? raw : {}
  const days = daysOf(record['days'], place)
  const from = timeOf(record['from'])
  const to = timeOf(record['to'])
  const issues = [
    ...(days.length === 0 ? wrong(`${place.path}.days`, 'required').issues : []),
    ...(from === '' ? wrong(`${place.path}.from`, 'not-a-time').issues : []),
    ...(to === '' ? wrong(`${place.path}.to`, 'not-a-time').issues : []),
    ...(from !== '' && to !== '' && from >= to
      ? wrong(`${place.path}.to`, 'time-order').issues
      : []),
  ]
  return { line: { days, from, to }, issues }
}

function daysOf(raw: unknown, place: Place): string[] {
  const chosen: unknown[] = Array.isArray(raw) ? raw : [raw]
  const week = place.codes.lists['weekdays']?.items ?? []
  return week.map((day) => day.value).filter((day) => chosen.includes(day))
}

function timeOf(raw: unknown): string {
  return (typeof raw === 'string' && parseTime(raw)) || ''
}

function lengthIssues(field: FieldOf<'schedule'>, count: number, place: Place): AnswerIssue[] {
  const { minItems = 0, maxItems = 50 } = field
  if (place.complete && count < minItems) {
    return wrong(place.path, 'too-few-items', { min: minItems }).issues
  }
  return count > maxItems ? wrong(place.path, 'too-many-items', { max: maxItems }).issues : []
}
