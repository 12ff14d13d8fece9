import type { ReactNode } from 'react'
import { describedBy, FieldError, FieldHint, FieldNote, type FieldText, fieldEdge } from './field'

type Props = FieldText & { id: string; children: ReactNode }

/** One question with several controls; `id` is where an error summary leads to. */
export function Fieldset({ id, label, hint, error, optional, note, children }: Props) {
  return (
    // The edge is around it: a border of the fieldset itself would start halfway down its legend.
    <div className={fieldEdge(error)}>
      <fieldset aria-describedby={describedBy(id, { hint, error, note })}>
        <legend className="font-semibold">
          {label}
          {optional && <span className="font-normal text-soft"> ({optional})</span>}
        </legend>
        <FieldHint id={id} hint={hint} />
        <FieldError id={id} error={error} />
        <div className="mt-2">{children}</div>
        <FieldNote id={id} note={note} />
      </fieldset>
    </div>
  )
}
