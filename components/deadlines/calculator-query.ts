import { type DueDateQuestion, isKnownTime } from '@/lib/deadlines/due-date-question'
import { readLocalMoment } from '@/lib/deadlines/local-moment'
import { readTimeLimit, type TimeLimit, type TimeLimitRefusal } from '@/lib/deadlines/time-limit'

export type ProblemCode =
  | TimeLimitRefusal['code']
  | 'received-wrong'
  | 'cutoff-wrong'
  | 'wait-incomplete'
  | 'wait-wrong'
  | 'wait-reversed'
  | 'wait-before-receipt'
/** `field` is the name of the parameter, which is also the id of its box. */
export type QueryProblem = { field: string; code: ProblemCode }
export type CalculatorQuery = {
  /** False on the first visit, when nothing was asked yet. */
  asked: boolean
  /** What stood in the boxes, to stand there again. */
  values: Readonly<Record<string, string>>
  problems: QueryProblem[]
  /** Null as long as there is a problem or nothing asked. */
  question: DueDateQuestion | null
}

export const WAIT_ROWS = [1, 2, 3] as const
const LONGEST_VALUE = 40
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Reads the address of a calculation; whatever stands there, the answer is boxes and problems. */
export function readCalculatorQuery(query: URLSearchParams): CalculatorQuery {
  const values = Object.fromEntries(
    [...query].map(([name, value]) => [name, value.trim().slice(0, LONGEST_VALUE)]),
  )
  if (!query.has('received')) return { asked: false, values, problems: [], question: null }
  const problems: QueryProblem[] = []
  const report = (field: string, code: ProblemCode) => void problems.push({ field, code })
  const from = readMoment(box(values, 'received'))
  if (!from) report('received', 'received-wrong')
  const limit = readLegs(values, report)
  const cutoff = box(values, 'cutoff')
  if (cutoff !== '' && !TIME.test(cutoff)) report('cutoff', 'cutoff-wrong')
  const pauses = readWaits(values, { from, report })
  if (!from || problems.length > 0) return { asked: true, values, problems, question: null }
  const question: DueDateQuestion = {
    from,
    limit,
    pauses,
    ...(values['offHours'] === 'as-is' && { offHours: 'as-is' }),
    ...(cutoff !== '' && { cutoff }),
  }
  return { asked: true, values, problems, question }
}

type Values = CalculatorQuery['values']
function box(values: Values, name: string): string {
  return values[name] ?? ''
}

type Report = (field: string, code: ProblemCode) => void

/** The first leg must be there; the second counts when it has a value. */
function readLegs(values: Values, report: Report): TimeLimit[] {
  return [1, 2].flatMap((index) => {
    const [unit, written] = [box(values, `unit${index}`), box(values, `value${index}`)]
    if (index > 1 && written === '') return []
    const value = unit === 'same-day' ? 1 : Number(written.replace(',', '.') || Number.NaN)
    const leg = readTimeLimit({ value, unit })
    if (leg.ok) return [leg.value]
    report(leg.refusal.code === 'unknown-unit' ? `unit${index}` : `value${index}`, leg.refusal.code)
    return []
  })
}

function readWaits(
  values: Values,
  { from, report }: { from: Date | null; report: Report },
): NonNullable<DueDateQuestion['pauses']> {
  return WAIT_ROWS.flatMap((row) => {
    const [begin, end] = [box(values, `from${row}`), box(values, `to${row}`)]
    if (begin === '' && end === '') return []
    const wait = readWait({ begin, end, received: from })
    if ('code' in wait) {
      report(`from${row}`, wait.code)
      return []
    }
    const effect = values[`effect${row}`] === 'restart' ? ('restart' as const) : ('pause' as const)
    return [{ ...wait, effect }]
  })
}

function readWait(written: {
  begin: string
  end: string
  received: Date | null
}): { from: Date; to: Date } | { code: ProblemCode } {
  if (written.begin === '' || written.end === '') return { code: 'wait-incomplete' }
  const [from, to] = [readMoment(written.begin), readMoment(written.end)]
  if (!from || !to) return { code: 'wait-wrong' }
  if (to < from) return { code: 'wait-reversed' }
  if (written.received && from < written.received) return { code: 'wait-before-receipt' }
  return { from, to }
}

/** A moment of the years that can be counted; a slip like 0026 is told at the box. */
function readMoment(written: string): Date | null {
  const at = readLocalMoment(written)
  return at && isKnownTime(at) ? at : null
}
