/** The rows in which an officer lists what is to be supplied: `item.0.subject`, `item.0.explanation`, … */
const PARTS = ['subject', 'reasonKey', 'clauseKey', 'explanation', 'goodExample'] as const
type RowPart = (typeof PARTS)[number]
type Values = Record<string, string>

const MOST_ROWS = 30

/** How many rows a sent form had; a new one has one. */
function countRows(values: Values): number {
  const count = Number(values['rows'])
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_ROWS) : 1
}

/** The rows as items; the box "what" holds kind and key together: `paper:lease`. */
export function rowsOf(values: Values) {
  return Array.from({ length: countRows(values) }, (_, row) => {
    const part = (name: RowPart) => values[`item.${row}.${name}`] ?? ''
    const [kind, key = ''] = part('subject').split(':')
    return {
      kind: kind === 'paper' || kind === 'field' ? kind : '',
      key,
      reasonKey: part('reasonKey'),
      clauseKey: part('clauseKey') || null,
      explanation: part('explanation'),
      goodExample: part('goodExample'),
    }
  })
}

/** The values after a press on "add" or "remove"; undefined when the form was sent for good. */
export function turnOf(values: Values): Values | undefined {
  const rows = countRows(values)
  if ('_add' in values) return { ...values, rows: String(Math.min(rows + 1, MOST_ROWS)) }
  const gone = Number(values['_remove'] ?? Number.NaN)
  if (Number.isNaN(gone)) return undefined
  const kept = Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.startsWith('item.')),
  )
  const left = Array.from({ length: rows }, (_, row) => row).filter((row) => row !== gone)
  const moved = left.flatMap((from, to) =>
    PARTS.map((part) => [`item.${to}.${part}`, values[`item.${from}.${part}`] ?? ''] as const),
  )
  return { ...kept, ...Object.fromEntries(moved), rows: String(Math.max(1, left.length)) }
}
