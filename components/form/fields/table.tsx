'use client'

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ClosedRow } from '@/components/form/fields/closed-row'
import { OpenRow } from '@/components/form/fields/open-row'
import { useFormTools, useQuestion, useRowList } from '@/components/form/form-tools'
import { issueText } from '@/components/form/issue-text'
import { controlId, dotPath } from '@/components/form/paths'
import type { RawRecord } from '@/components/form/raw-values'
import { blankRow, readRow } from '@/components/form/rows'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { isEmptyInput } from '@/lib/procedures/read/reading'
import type { FieldOf } from '@/lib/procedures/shape/field'

type Table = FieldOf<'table'>
export type Step = (work: () => void) => (event: MouseEvent) => void

/**
 * Rows as cards: one is open for writing, the others are said in a line and carried along unseen.
 * Every button is a submit button that works by a round trip when there is no script.
 */
export function TableField({ field }: { field: Table }) {
  const words = useQuestion(field, field.key)
  const t = useTranslations('form')
  const { payload } = useFormTools()
  const table = useRows(field)
  const rowLabel = field.rowLabel[payload.locale]
  return (
    <Fieldset {...words} id={controlId(field.key)}>
      {table.rows.length === 0 && <p className="text-soft">{t('table.empty')}</p>}
      <ol className="max-w-form space-y-3">
        {table.rows.map((row, index) => {
          const props = {
            field,
            index,
            label: t('table.row', { row: rowLabel, number: String(index + 1) }),
          }
          return (
            <li key={row.id}>
              {index === table.open ? (
                <OpenRow {...props} onClose={table.close} onRemove={table.remove(index)} />
              ) : (
                <ClosedRow {...props} onOpen={table.show(index)} onRemove={table.remove(index)} />
              )}
            </li>
          )
        })}
      </ol>
      <Removed table={table} rowLabel={rowLabel} />
      {table.rows.length < field.maxRows ? (
        <Button
          id={controlId(field.key)}
          type="submit"
          name="_add"
          value={field.key}
          variant="secondary"
          className="mt-3"
          onClick={table.add}
        >
          {t('table.add', { row: rowLabel })}
        </Button>
      ) : (
        <p className="mt-3 text-soft">{t('table.full', { max: String(field.maxRows) })}</p>
      )}
    </Fieldset>
  )
}

type Rows = ReturnType<typeof useRows>

/** Says what was deleted and gives it back on request. */
function Removed({ table, rowLabel }: { table: Rows; rowLabel: string }) {
  const t = useTranslations('form')
  const { removed } = table
  return (
    <div role="status" className="mt-3 empty:mt-0">
      {removed && (
        <p className="flex flex-wrap items-center gap-x-3 text-soft">
          {t('table.removed', { row: rowLabel, number: String(removed.index + 1) })}
          <Button type="button" variant="text" size="slim" onClick={table.undo}>
            {t('table.undo')}
          </Button>
        </p>
      )}
    </div>
  )
}

type Removed = { index: number; row: RawRecord }

function useRows(field: Table) {
  const { form, open: openAtFirst, rules, known, touch, rowOpeners } = useFormTools()
  const name = dotPath(field.key)
  const { fields: rows, append, remove, insert } = useRowList(field.key)
  const [open, setOpen] = useState(() => rowNamed(openAtFirst, field.key))
  const [removed, setRemoved] = useState<Removed | null>(null)
  const t = useTranslations('form')
  const focusOn = useFocus()
  useEffect(() => {
    rowOpeners.set(field.key, setOpen)
    return () => void rowOpeners.delete(field.key)
  }, [rowOpeners, field.key])
  const rawAt = (index: number) => form.getValues(`${name}.${index}`) as RawRecord
  const step: Step = (work) => (event) => {
    event.preventDefault()
    work()
    touch()
  }
  const show = (index: number) =>
    step(() => {
      setOpen(index)
      focusOn(controlId(`${field.key}[${index}]`))
    })
  const close = step(() => {
    if (isEmptyInput(rawAt(open))) {
      remove(open)
      setOpen(-1)
      return
    }
    const { issues } = readRow(field, rawAt(open), { rules, known })
    for (const { path, code, params } of issues) {
      const here = path.replace(/\[0\]/, `[${open}]`)
      form.setError(dotPath(here), { type: code, message: issueText(t, { code, params }) })
    }
    const first = issues[0]?.path.replace(/\[0\]/, `[${open}]`)
    if (first === undefined) setOpen(-1)
    focusOn(controlId(first ?? `${field.key}[${open}]`))
  })
  const add = step(() => {
    const blank = rows.findIndex((_row, index) => isEmptyInput(rawAt(index)))
    if (blank < 0) append(blankRow(field), { shouldFocus: false })
    const added = blank < 0 ? rows.length : blank
    setOpen(added)
    focusOn(controlId(`${field.key}[${added}]`))
  })
  const removeAt = (index: number) =>
    step(() => {
      setRemoved({ index, row: structuredClone(rawAt(index)) })
      remove(index)
      setOpen(open === index ? -1 : open - (index < open ? 1 : 0))
    })
  const undo = step(() => {
    if (!removed) return
    insert(removed.index, removed.row, { shouldFocus: false })
    setRemoved(null)
    if (open >= removed.index) setOpen(open + 1)
  })
  return { rows, open, removed, show, close, add, remove: removeAt, undo }
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
  return path ? Number(/\[(\d+)\]$/.exec(path)?.[1] ?? -1) : -1
}
