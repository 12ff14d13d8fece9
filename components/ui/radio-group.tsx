import type { ComponentProps, ReactNode } from 'react'
import { Choice } from './choice'
import type { FieldText } from './field'
import { Fieldset } from './fieldset'

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode | undefined }

type Props = FieldText &
  Omit<ComponentProps<'input'>, 'className' | 'defaultValue' | 'type' | 'id'> & {
    id: string
    name: string
    options: readonly ChoiceOption[]
    defaultValue?: string | undefined
  }

/** The first radio carries `id`, so that an error summary can lead to it. */
export function RadioGroup(props: Props) {
  const { id, label, hint, error, optional, note, options, defaultValue, ...input } = props
  return (
    <Fieldset {...{ id, label, hint, error, optional, note }}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          {...input}
          type="radio"
          id={index === 0 ? id : `${id}-${option.value}`}
          value={option.value}
          defaultChecked={defaultValue === undefined ? undefined : option.value === defaultValue}
          label={option.label}
          hint={option.hint}
        />
      ))}
    </Fieldset>
  )
}
