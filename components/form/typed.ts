import type { Answers } from '@/lib/procedures/answers'
import { type Content, standingEntries, standingIn } from '@/lib/procedures/section-content'
import type { Section } from '@/lib/procedures/shape/field'

/** What stands in the boxes of a form, by path; a name may be sent several times. */
export type Typed = Readonly<Record<string, readonly string[]>>
export type Entry = readonly [string, string]

/** The entries of a form as they are looked up by the boxes; the form's own names begin with _ or $. */
export function groupEntries(entries: Iterable<Entry>): Typed {
  const grouped = new Map<string, string[]>()
  for (const [name, text] of entries) {
    if (!/^[_$]/.test(name)) grouped.set(name, [...(grouped.get(name) ?? []), text])
  }
  return Object.fromEntries(grouped)
}

/** The text entries of a sent form; files go another way. */
export function textEntries(form: FormData): Entry[] {
  return [...form].flatMap(([name, value]): Entry[] =>
    typeof value === 'string' && !/^[_$]/.test(name) ? [[name, value]] : [],
  )
}

/** What a section shows when it is opened: the answers saved so far, and the text with mistakes as it was typed. */
export function typedAnswers(
  section: Section,
  answers: Answers,
  unread: Content['unread'] = {},
): Typed {
  const content = { answers, unread }
  const entries = section.fields.flatMap((field) =>
    standingEntries(field, standingIn(content, field.key)),
  )
  return groupEntries(entries)
}

/** The boxes with other texts in some places; what stood below those places goes. */
export function withTyped(typed: Typed, places: readonly string[], texts: Typed): Typed {
  const covered = (path: string) =>
    places.some(
      (place) =>
        path === place || (/^[.[]/.test(path.slice(place.length)) && path.startsWith(place)),
    )
  const kept = Object.entries(typed).filter(([path]) => !covered(path))
  const laid = Object.entries(texts).filter(([path]) => covered(path))
  return Object.fromEntries([...kept, ...laid])
}

export function firstTyped(typed: Typed, path: string): string {
  return typed[path]?.[0] ?? ''
}

/** How many rows or lines the boxes hold under a path. */
export function countTyped(typed: Typed, path: string): number {
  const start = `${path}[`
  return Object.keys(typed).reduce((count, key) => {
    if (!key.startsWith(start)) return count
    return Math.max(count, Number.parseInt(key.slice(start.length), 10) + 1)
  }, 0)
}

/** The entries without those of one row; the rows behind it move up when the form is read. */
export function withoutRow(entries: readonly Entry[], row: string): Entry[] {
  return entries.filter(([name]) => name !== row && !name.startsWith(`${row}.`))
}
