'use client'

import type { MouseEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { CellControl } from '@/components/form/cell-control'
import type { RowProps } from '@/components/form/fields/closed-row'
import { useFormTools } from '@/components/form/form-tools'
import { controlId, dotPath } from '@/components/form/paths'
import type { RawRecord } from '@/components/form/raw-values'
import { columnsOf } from '@/components/form/rows'
import { Button } from '@/components/ui/button'

/** The row that is being written: every column that it asks for. */
export function OpenRow(props: RowProps & { onClose: (event: MouseEvent) => void }) {
  const { field, index, label, onClose, onRemove } = props
  const { form, rules, known } = useFormTools()
  const t = useTranslations('form')
  const path = `${field.key}[${index}]`
  // The whole table is watched: a change within a row is told under the name of its box.
  useWatch({ control: form.control, name: dotPath(field.key) })
  const raw = form.getValues(dotPath(path)) as RawRecord
  const shown = new Set(columnsOf(field, raw, { rules, known }).map(({ key }) => key))
  return (
    <fieldset className="rounded-sm border-2 border-primary p-4 sm:p-5">
      <legend className="float-left mb-4 w-full font-semibold">
        <span id={controlId(path)} tabIndex={-1}>
          {label}
        </span>
      </legend>
      <input type="hidden" name="_opened" value={path} />
      <div className="clear-both space-y-6">
        {field.columns.map((column) => (
          <div key={column.key} hidden={!shown.has(column.key)}>
            <CellControl field={column} path={`${path}.${column.key}`} />
          </div>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" name="_close" value={path} variant="secondary" onClick={onClose}>
            {t('table.close')}
          </Button>
          <Button type="submit" name="_remove" value={path} variant="text" onClick={onRemove}>
            {t('table.remove')}
            <span className="sr-only"> {label}</span>
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
