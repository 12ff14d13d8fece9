import type { ComponentProps } from 'react'
import { controlAria, Field, type FieldText } from './field'

export type SelectOption = { value: string; label: string }

type Props = FieldText &
  Omit<ComponentProps<'select'>, 'className' | 'children'> & {
    id: string
    options: readonly SelectOption[]
    /** The first, empty choice, such as 'Chọn tỉnh, thành phố'. */
    emptyLabel?: string | undefined
  }

export function Select(props: Props) {
  const { label, hint, error, optional, note, options, emptyLabel, ...select } = props
  return (
    <Field {...{ id: select.id, label, hint, error, optional, note }}>
      <select
        {...select}
        {...controlAria(select.id, { hint, error, note })}
        className="control max-w-form"
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
