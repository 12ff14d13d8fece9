'use client'

import { type ComponentProps, useState } from 'react'
import { formatMoney } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { controlAria, Field, type FieldText } from './field'

type Props = FieldText &
  Omit<ComponentProps<'input'>, 'className' | 'type'> & { id: string; locale: Locale }

function readAmount(text: string): number | undefined {
  const digits = text.replace(/[.,\s]/g, '')
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined
}

/** Whole đồng. The box keeps what was typed; the line below reads it back with its thousands apart. */
export function MoneyInput(props: Props) {
  const { label, hint, error, optional, note, locale, onChange, ...input } = props
  const [amount, setAmount] = useState(readAmount(String(input.defaultValue ?? '')))
  return (
    <Field {...{ id: input.id, label, hint, error, optional, note }}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="w-full max-w-56">
          <input
            {...input}
            {...controlAria(input.id, { hint, error, note })}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            className="control tabular-nums"
            onChange={(event) => {
              setAmount(readAmount(event.currentTarget.value))
              return onChange?.(event)
            }}
          />
        </div>
        <output htmlFor={input.id} className="text-soft tabular-nums">
          {amount === undefined ? '' : formatMoney(amount, locale)}
        </output>
      </div>
    </Field>
  )
}
