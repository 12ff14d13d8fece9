import type { ComponentProps } from 'react'
import { Choice } from './choice'
import { describedBy, FieldError, type FieldText, fieldEdge } from './field'

type Props = Pick<FieldText, 'label' | 'hint' | 'error'> &
  Omit<ComponentProps<'input'>, 'className' | 'type'> & { id: string }

/** A single statement to confirm; unticked it sends nothing, as any tick box does. */
export function Checkbox({ error, ...choice }: Props) {
  return (
    <div className={fieldEdge(error)}>
      <FieldError id={choice.id} error={error} />
      <Choice
        {...choice}
        type="checkbox"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(choice.id, { error })}
      />
    </div>
  )
}
