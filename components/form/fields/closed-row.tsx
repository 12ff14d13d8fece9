'use client'

import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import { useFormTools } from '@/components/form/form-tools'
import { controlId, dotPath } from '@/components/form/paths'
import { type RawRecord, rawEntries } from '@/components/form/raw-values'
import { readRow, rowWords } from '@/components/form/rows'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import type { FieldOf } from '@/lib/procedures/shape/field'

export type RowProps = {
  field: FieldOf<'table'>
  index: number
  /** "Người hành nghề 2". */
  label: string
  onRemove: (event: MouseEvent) => void
}

/** A row said in a few words; what it holds goes with the form in unseen boxes. */
export function ClosedRow(props: RowProps & { onOpen: (event: MouseEvent) => void }) {
  const { field, index, label, onOpen, onRemove } = props
  const { form, rules, known, payload } = useFormTools()
  const t = useTranslations('form')
  const path = `${field.key}[${index}]`
  const raw = form.getValues(dotPath(path)) as RawRecord
  const { name, more } = rowWords(field, raw, { rules, locale: payload.locale })
  const gaps = readRow(field, raw, { rules, known }).issues.length
  const what = <span className="sr-only"> {[label, name].join(' ')}</span>
  return (
    <div className="rounded-sm border border-line px-4 py-3">
      <p className="text-sm text-soft">{label}</p>
      <p id={controlId(path)} tabIndex={-1} className="font-semibold">
        {name || '…'}
      </p>
      {more.length > 0 && <p className="text-sm text-soft">{more.join(' · ')}</p>}
      {gaps > 0 && (
        <p className="mt-1">
          <Tag tone="warn">{t('table.gaps', { count: gaps })}</Tag>
        </p>
      )}
      <div className="-ml-4 flex flex-wrap">
        <Button type="submit" name="_open" value={path} variant="text" size="slim" onClick={onOpen}>
          {t('table.edit')}
          {what}
        </Button>
        <Button
          type="submit"
          name="_remove"
          value={path}
          variant="text"
          size="slim"
          onClick={onRemove}
        >
          {t('table.remove')}
          {what}
        </Button>
      </div>
      {rawEntries(raw, path).map(([entry, text], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand several times
        <input key={`${entry}:${at}`} type="hidden" name={entry} value={text} />
      ))}
    </div>
  )
}
