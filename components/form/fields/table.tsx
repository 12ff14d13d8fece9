'use client'

import { useTranslations } from 'use-intl'
import { ClosedRow } from '@/components/form/fields/closed-row'
import { OpenRow } from '@/components/form/fields/open-row'
import { useFormTools, useQuestion } from '@/components/form/form-tools'
import { controlId } from '@/components/form/paths'
import { useRows } from '@/components/form/use-rows'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import type { FieldOf } from '@/lib/procedures/shape/field'

/**
 * Rows as cards: one is open for writing, the others are said in a line and carried along unseen.
 * Every button is a submit button that works by a round trip when there is no script.
 */
export function TableField({ field }: { field: FieldOf<'table'> }) {
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
      <Removed id={`${controlId(field.key)}-removed`} table={table} rowLabel={rowLabel} />
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
          {t('table.add', { row: lowerFirst(rowLabel) })}
        </Button>
      ) : (
        <p className="mt-3 text-soft">{t('table.full', { max: String(field.maxRows) })}</p>
      )}
    </Fieldset>
  )
}

type Rows = ReturnType<typeof useRows>

/** Says what was deleted and gives it back on request. */
function Removed({ id, table, rowLabel }: { id: string; table: Rows; rowLabel: string }) {
  const t = useTranslations('form')
  const { removed } = table
  return (
    <div id={id} role="status" tabIndex={-1} className="mt-3 empty:mt-0">
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

/** "Người hành nghề" within a sentence. */
function lowerFirst(label: string): string {
  return label.charAt(0).toLocaleLowerCase('vi') + label.slice(1)
}
