import type { ComponentProps } from 'react'
import { controlAria, Field, type FieldText } from './field'

type Props = FieldText & Omit<ComponentProps<'textarea'>, 'className'> & { id: string }

export function Textarea({ label, hint, error, optional, note, ...textarea }: Props) {
  return (
    <Field {...{ id: textarea.id, label, hint, error, optional, note }}>
      <textarea
        rows={5}
        {...textarea}
        {...controlAria(textarea.id, { hint, error, note })}
        className="control max-w-form"
      />
    </Field>
  )
}
