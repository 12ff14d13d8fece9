'use client'

import { type ComponentProps, useState } from 'react'
import { formatLongDate } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { controlAria, Field, type FieldText } from './field'

type Props = FieldText &
  Omit<ComponentProps<'input'>, 'className' | 'type' | 'defaultValue'> & {
    id: string
    defaultValue?: string | undefined
    locale?: Locale | undefined
  }

/**
 * A plain day, sent as 'YYYY-MM-DD' with or without JavaScript; `min` and `max` are days too. The
 * browser's box writes day and month in the order of the browser's language, so the day is read
 * back in words beside it.
 */
export function DateInput(props: Props) {
  const { label, hint, error, optional, note, locale = 'vi', onChange, ...input } = props
  const [day, setDay] = useState(input.defaultValue ?? '')
  return (
    <Field {...{ id: input.id, label, hint, error, optional, note }}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="w-full max-w-48">
          <input
            {...input}
            {...controlAria(input.id, { hint, error, note })}
            type="date"
            className="control"
            onChange={(event) => {
              setDay(event.currentTarget.value)
              return onChange?.(event)
            }}
          />
        </div>
        <output htmlFor={input.id} className="text-soft">
          {/^[12]\d{3}-\d{2}-\d{2}$/.test(day) ? formatLongDate(day, locale) : ''}
        </output>
      </div>
    </Field>
  )
}
