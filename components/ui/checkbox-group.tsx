import type { ComponentProps } from 'react'
import { Choice } from './choice'
import type { FieldText } from './field'
import { Fieldset } from './fieldset'
import type { ChoiceOption } from './radio-group'

type Props = FieldText &
  Omit<ComponentProps<'input'>, 'className' | 'defaultValue' | 'type' | 'id'> & {
    id: string
    name: string
    options: readonly ChoiceOption[]
    defaultValues?: readonly string[] | undefined
  }

/** Several may be chosen; each is sent under the same name. The first box carries `id`. */
export function CheckboxGroup(props: Props) {
  const { id, label, hint, error, optional, note, options, defaultValues, ...input } = props
  return (
    <Fieldset {...{ id, label, hint, error, optional, note }}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          {...input}
          type="checkbox"
          id={index === 0 ? id : `${id}-${option.value}`}
          value={option.value}
          defaultChecked={defaultValues?.includes(option.value)}
          label={option.label}
          hint={option.hint}
        />
      ))}
    </Fieldset>
  )
}
