import type { ComponentProps, ReactNode } from 'react'
import { controlAria, Field, type FieldText } from './field'

type Props = FieldText &
  Omit<ComponentProps<'input'>, 'className'> & {
    id: string
    /** A unit after the box, such as 'm²' or 'đ'. */
    suffix?: ReactNode
    /** Widest number of characters expected: the box then says how much to write. */
    length?: 'short' | 'medium' | 'full'
  }

const lengths = { short: 'max-w-40', medium: 'max-w-80', full: 'max-w-form' } as const

export function TextInput({
  label,
  hint,
  error,
  optional,
  note,
  suffix,
  length = 'full',
  ...input
}: Props) {
  return (
    <Field {...{ id: input.id, label, hint, error, optional, note }}>
      <div className={`flex items-center gap-2 ${lengths[length]}`}>
        <input
          type="text"
          {...input}
          {...controlAria(input.id, { hint, error, note })}
          className="control"
        />
        {suffix && <span className="text-soft">{suffix}</span>}
      </div>
    </Field>
  )
}
