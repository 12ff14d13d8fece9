import type { SectionAsk, SectionState } from '@/components/form/section-state'
import {
  countTyped,
  type Entry,
  groupEntries,
  type Typed,
  withoutRow,
} from '@/components/form/typed'
import { splitPath } from '@/lib/procedures/answer-path'
import type { AnswerIssue } from '@/lib/procedures/answers'

type Rows = Pick<SectionState, 'open' | 'blank'>

/** The entries to keep: all of them, less the row whose removal was asked for. */
export function entriesToSave(entries: readonly Entry[], ask: SectionAsk): Entry[] {
  return ask.kind === 'remove' ? withoutRow(entries, ask.path) : [...entries]
}

/**
 * Which rows stand open on the page that comes back. Reading leaves blank rows out, so the rows
 * behind them have moved up in `typed`.
 */
export function rowsAfter(
  ask: SectionAsk,
  sent: { entries: readonly Entry[]; open: readonly string[] },
  typed: Typed,
): Rows {
  const moved = (path: string) => movedUp(path, groupEntries(entriesToSave(sent.entries, ask)))
  const leaves = ask.kind === 'remove' || ask.kind === 'close'
  const stillOpen = sent.open.filter((row) => !leaves || row !== ask.path)
  const others = (table: string) => stillOpen.filter((row) => !row.startsWith(`${table}[`))
  if (ask.kind === 'open') {
    const table = ask.path.replace(/\[\d+\]$/, '')
    return { open: [...others(table).map(moved), moved(ask.path)], blank: [] }
  }
  if (ask.kind !== 'add') return { open: stillOpen.map(moved), blank: [] }
  const list = moved(ask.path)
  const added = `${list}[${countTyped(typed, list)}]`
  const within = /^(.*\])\./.exec(list)?.[1]
  const open = within ? [...stillOpen.map(moved), within] : [...others(list).map(moved), added]
  return { open: [...new Set(open)], blank: [list] }
}

/** The first row with a problem of each table stands open, so that links lead to a box. */
export function rowsWithProblems(problems: readonly AnswerIssue[]): string[] {
  const first = new Map<string, string>()
  for (const { path } of problems) {
    const [table, row] = splitPath(path)
    if (typeof row === 'number' && !first.has(String(table))) {
      first.set(String(table), `${table}[${row}]`)
    }
  }
  return [...first.values()]
}

function movedUp(path: string, typed: Typed): string {
  const [table, row, ...rest] = splitPath(path)
  if (typeof row !== 'number') return path
  const tail = rest.map((part) => `.${part}`).join('')
  const filled = Array.from({ length: row }, (_, i) => i).filter((i) => isFilled(typed, table, i))
  return `${table}[${filled.length}]${tail}`
}

function isFilled(typed: Typed, table: string | number | undefined, row: number): boolean {
  const start = `${table}[${row}].`
  return Object.entries(typed).some(
    ([name, texts]) => name.startsWith(start) && texts.some((text) => text.trim() !== ''),
  )
}
