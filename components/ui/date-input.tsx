import type { ComponentProps } from 'react'
import { controlAria, Field, type FieldText } from './field'

type Props = FieldText & Omit<ComponentProps<'input'>, 'className' | 'type'> & { id: string }

/** A plain day. It sends 'YYYY-MM-DD' with or without JavaScript; `min` and `max` are days too. */
export function DateInput({ label, hint, error, optional, note, ...input }: Props) {
  return (
    <Field {...{ id: input.id, label, hint, error, optional, note }}>
      <input
        {...input}
        {...controlAria(input.id, { hint, error, note })}
        type="date"
        className="control max-w-56"
      />
    </Field>
  )
}
