'use client'

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type FormTools, useFormTools, useRowList } from '@/components/form/form-tools'
import { issueText } from '@/components/form/issue-text'
import { controlId, dotPath } from '@/components/form/paths'
import { boxOf } from '@/components/form/places'
import type { RawRecord } from '@/components/form/raw-values'
import { blankRow, readRow } from '@/components/form/rows'
import { isEmptyInput } from '@/lib/procedures/read/reading'
import type { FieldOf } from '@/lib/procedures/shape/field'

type Table = FieldOf<'table'>
/** A row that was deleted a moment ago, to be given back on request. */
type Removed = { index: number; row: RawRecord }

const NONE = -1

/** The rows of a table, which of them is open, and what the buttons do when there is a script. */
export function useRows(field: Table) {
  const tools = useFormTools()
  const { fields: rows, append, remove, insert } = useRowList(field.key)
  const [open, setOpen] = useOpenRow(field.key)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const findProblem = useRowCheck(field)
  const focusOn = useFocus()
  const rawAt = (index: number) => rawRowAt(tools, field.key, index)
  const goTo = (index: number) => {
    setOpen(index)
    focusOn(controlId(`${field.key}[${index}]`))
  }
  const close = () => {
    const problem = findProblem(open, rawAt(open))
    if (problem) return focusOn(problem)
    focusOn(controlId(`${field.key}[${open}]`))
    if (isEmptyInput(rawAt(open))) remove(open)
    setOpen(NONE)
  }
  const add = () => {
    const blank = rows.findIndex((_row, index) => isEmptyInput(rawAt(index)))
    if (blank === NONE) append(blankRow(field), { shouldFocus: false })
    goTo(blank === NONE ? rows.length : blank)
  }
  const take = (index: number) => {
    setRemoved({ index, row: structuredClone(rawAt(index)) })
    remove(index)
    setOpen(open === index ? NONE : open - (index < open ? 1 : 0))
    focusOn(`${controlId(field.key)}-removed`)
  }
  const undo = () => {
    if (!removed) return
    insert(removed.index, removed.row, { shouldFocus: false })
    setRemoved(null)
    goTo(removed.index)
  }
  const pressed = pressing(tools)
  return {
    rows,
    open,
    removed,
    show: (index: number) => pressed(() => goTo(index)),
    remove: (index: number) => pressed(() => take(index)),
    close: pressed(close),
    add: pressed(add),
    undo: pressed(undo),
  }
}

/** What a button does with a script; without one the same buttons send the form. */
function pressing({ touch }: FormTools) {
  return (work: () => void) => (event: MouseEvent) => {
    event.preventDefault()
    work()
    touch()
  }
}

function rawRowAt({ form }: FormTools, table: string, index: number): RawRecord {
  // The rows of a table are records, as the definition made them.
  return (form.getValues(`${dotPath(table)}.${index}`) ?? {}) as RawRecord
}

/** Tells what is wrong in a row before its boxes, and names the first of them. */
function useRowCheck(field: Table) {
  const { form, rules, known, section } = useFormTools()
  const t = useTranslations('form')
  return (index: number, raw: RawRecord): string | undefined => {
    const { issues } = readRow(field, raw, { rules, known })
    const here = issues.map((issue) => ({
      ...issue,
      path: issue.path.replace('[0]', `[${index}]`),
    }))
    for (const issue of here) {
      const error = { type: issue.code, message: issueText(t, section, issue) }
      form.setError(dotPath(issue.path), error)
    }
    return here[0] && boxOf(section, here[0].path)
  }
}

/** The open row; the list of problems may open another one. */
function useOpenRow(table: string) {
  const { open: openAtFirst, rowOpeners } = useFormTools()
  const [open, setOpen] = useState(() => rowNamed(openAtFirst, table))
  useEffect(() => {
    rowOpeners.set(table, setOpen)
    return () => void rowOpeners.delete(table)
  }, [rowOpeners, table])
  return [open, setOpen] as const
}

/** Moves the focus once the page shows what it should go to. */
function useFocus(): (id: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  return (id) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => document.getElementById(id)?.focus(), 30)
  }
}

function rowNamed(open: readonly string[], table: string): number {
  const path = open.find((row) => row.startsWith(`${table}[`))
  return path ? Number(/\[(\d+)\]$/.exec(path)?.[1] ?? NONE) : NONE
}
