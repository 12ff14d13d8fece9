'use client'

import { createContext, type SyntheticEvent, useContext } from 'react'
import {
  type ChangeHandler,
  type Control,
  get,
  type UseFormReturn,
  useFieldArray,
} from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { afterPress } from '@/components/form/after-press'
import { controlId, dotPath, pathsAbove } from '@/components/form/paths'
import type { RawRecord } from '@/components/form/raw-values'
import type { SectionPayload, UnitOption } from '@/components/form/section-payload'
import type { Typed } from '@/components/form/typed'
import type { FieldText } from '@/components/ui/field'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Origin } from '@/lib/procedures/known-values'
import type { Column, Field, Section } from '@/lib/procedures/shape/field'
import { isRequired } from '@/lib/procedures/visible'

/** What every control of a section needs to know of its form. */
export type FormTools = {
  payload: SectionPayload
  section: Section
  rules: FormRules
  form: UseFormReturn<RawRecord>
  /** What the boxes held when the page was made. */
  typed: Typed
  /** The answers that conditions look at, as they stand in the boxes now. */
  known: Answers
  visible: ReadonlySet<string>
  /** Rows that stand open when the page is made. */
  open: readonly string[]
  communes: Communes
  /** Says that something changed which no input event tells of. */
  touch: () => void
  /** Each table tells how to open one of its rows. */
  rowOpeners: Map<string, (row: number) => void>
}

export type Communes = {
  of: (province: string) => UnitOption[] | undefined
  load: (province: string) => void
  failed: boolean
}

export const FormToolsContext = createContext<FormTools | null>(null)

export function useFormTools(): FormTools {
  const tools = useContext(FormToolsContext)
  if (!tools) throw new Error('this control stands outside of a section form')
  return tools
}

/** The attributes of one box: its id, its name for the server, and how the form listens to it. */
export function useBox(path: string) {
  const { form } = useFormTools()
  const name = dotPath(path)
  const { ref, onChange, onBlur } = form.register(name)
  // The server reads brackets where react-hook-form reads dots, so it is told its own name.
  const heardAs = (listen: ChangeHandler) => (event: SyntheticEvent<Box>) => {
    const { type, value } = event.currentTarget
    const heard = { type: event.type, target: { name, type, value } }
    if (event.type === 'blur') return afterPress(() => void listen(heard))
    forgetAbove(form, path)
    void listen(heard)
  }
  return {
    id: controlId(path),
    name: path,
    ref,
    onChange: heardAs(onChange),
    onBlur: heardAs(onBlur),
  }
}
type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The rows of a table or the lines of a timetable, as react-hook-form counts them. */
export function useRowList(path: string) {
  const { control } = useFormTools().form
  // Which values are lists is known to the definition, not to the type of the form.
  const lists = control as unknown as Control<Record<string, RawRecord[]>>
  return useFieldArray({ control: lists, name: dotPath(path) })
}

/** A problem of the whole group ends when one of its boxes changes; the next check says what is left. */
export function forgetAbove(form: FormTools['form'], path: string): void {
  for (const above of pathsAbove(path)) {
    for (const name of [dotPath(above), `${dotPath(above)}.root`]) {
      if (messageOf(get(form.formState.errors, name))) form.clearErrors(name)
    }
  }
}

/** The message that stands before a box, or before a group of boxes. */
export function useProblem(path: string): string | undefined {
  const { errors } = useFormTools().form.formState
  const found: unknown = get(errors, dotPath(path))
  const root: unknown = get(errors, `${dotPath(path)}.root`)
  return messageOf(found) ?? messageOf(root)
}

/** The words around a question of the definition. */
export function useQuestion(field: Field | Column, path: string): Words {
  const { known, payload, rules } = useFormTools()
  const t = useTranslations('form')
  const { locale } = payload
  const source = payload.origins[path]
  // Labels of the decree may say it themselves: "Số chứng chỉ (nếu có)".
  const saysSo = /\((nếu|if) /i.test(field.label[locale])
  const isOptional = !saysSo && !isRequired(field, known, rules.facts)
  return {
    label: field.label[locale],
    hint: [field.help?.[locale], payload.often?.[path]].filter(Boolean).join(' ') || undefined,
    error: useProblem(path),
    optional: isOptional ? t('optional') : undefined,
    note: source && originWords(t, source),
  }
}
export type Words = Pick<FieldText, 'hint' | 'error' | 'optional' | 'note'> & { label: string }

/** Where a first value came from, so that nobody wonders who wrote it. */
function originWords(t: ReturnType<typeof useTranslations<'form'>>, origin: Origin): string {
  if (origin.kind === 'dossier') return t('prefill.dossier', { reference: origin.reference })
  if (origin.kind === 'licence') return t('prefill.licence', { number: origin.number })
  return t(`prefill.${origin.kind}`)
}

function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined
  return typeof error.message === 'string' ? error.message : undefined
}
