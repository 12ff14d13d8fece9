import type { ShownClash } from '@/components/form/clash'
import type { Typed } from '@/components/form/typed'
import type { AnswerIssue } from '@/lib/procedures/answers'

/** What came back from a sent section, with everything that was typed. */
export type SectionState = {
  /** Undefined until something was sent: then the boxes show the saved answers. */
  typed?: Typed
  version: number
  problems: AnswerIssue[]
  /** Rows that stand open for writing, and lists with an empty row at their end. */
  open: string[]
  blank: string[]
  /** Where others wrote something else into the draft. */
  clashes?: ShownClash[]
  outcome: 'untouched' | 'saved' | 'problems' | 'more-questions' | 'changed-elsewhere' | 'submitted'
  /** Where the dossier is when the draft was sent meanwhile. */
  dossierId?: string
}

export type SendSection = (before: SectionState, form: FormData) => Promise<SectionState>

/** What the pressed button asks for, beside saving. */
export type SectionAsk =
  | { kind: 'continue' | 'later' | 'refresh' }
  | { kind: 'add' | 'open' | 'close' | 'remove'; path: string }
  | { kind: 'mine' | 'theirs'; path: string }

const KINDS = { _add: 'add', _open: 'open', _close: 'close', _remove: 'remove' } as const
/** Whose text stands where two wrote differently: of a field, or of one part of it. */
const CHOICES = { _mine: 'mine', _theirs: 'theirs' } as const
const PART = /^[a-z][\w-]*(\.[a-z][\w-]*)?$/
const PATH = /^[a-z][\w-]*(\[\d{1,4}\](\.[a-z][\w-]*)?)*$/

/** Reads the button by its name; the one that Enter presses continues. */
export function readAsk(form: FormData): SectionAsk {
  for (const [name, kind] of Object.entries(KINDS)) {
    const path = form.get(name)
    if (typeof path === 'string' && PATH.test(path)) return { kind, path }
  }
  for (const [name, kind] of Object.entries(CHOICES)) {
    const path = form.get(name)
    if (typeof path === 'string' && PART.test(path)) return { kind, path }
  }
  const asked = form.get('_do')
  return { kind: asked === 'later' || asked === 'refresh' ? asked : 'continue' }
}
