import type { TableContent } from '@/lib/documents/layout/table'
import type { BlankSpace } from './blank-space'

/** A table that is too wide for the upright page stands in an annex behind the signature. */
export type Annex = {
  number: number
  title: string
  condition: string
  table: TableContent
  notes: readonly string[]
}

/** A line of an answer; a part of a person or an organisation says what it is. */
export type AnswerLine = { label: string; text: string }

/** One thing the form asks, as it stands on paper. */
export type FormItem =
  | {
      kind: 'answer'
      number: number
      label: string
      lines: readonly AnswerLine[]
      missing: boolean
    }
  | {
      kind: 'open'
      number: number
      label: string
      required: boolean
      condition: string
      space: BlankSpace
    }
  /** Something stated or taken note of by a tick. */
  | { kind: 'statement'; ticked: boolean; text: string; body: string; condition: string }
  | {
      kind: 'table'
      number: number
      label: string
      condition: string
      table: TableContent
      notes: readonly string[]
    }
  | { kind: 'papers'; table: TableContent }

export type FormSection = {
  title: string
  /** The printed form that the section stands for, where it is not that of the whole. */
  formRef: string
  condition: string
  items: readonly FormItem[]
}

export type FormParts = { sections: readonly FormSection[]; annexes: readonly Annex[] }
