import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** The words around a control. `optional` and `note` are shown when given ('không bắt buộc', 'lấy từ định danh điện tử'). */
export type FieldText = {
  label: ReactNode
  hint?: ReactNode | undefined
  error?: string | undefined
  optional?: string | undefined
  note?: ReactNode | undefined
}

type Words = Pick<FieldText, 'hint' | 'error' | 'note'>

/** Ids of the hint, error and note of a control, for `aria-describedby`. */
export function describedBy(id: string, { hint, error, note }: Words): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, note && `${id}-note`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** What every control needs to be read out with its hint, error and note. */
export function controlAria(id: string, words: Words) {
  return {
    id,
    'aria-describedby': describedBy(id, words),
    'aria-invalid': words.error ? (true as const) : undefined,
  }
}

export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null
  return (
    <div id={`${id}-hint`} className="mt-0.5 max-w-read text-sm text-soft">
      {hint}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="mt-1 flex max-w-read gap-2 font-semibold text-danger">
      <Icon name="alert" className="mt-1 size-5" />
      <span>{error}</span>
    </p>
  )
}

export function FieldNote({ id, note }: { id: string; note?: ReactNode }) {
  if (!note) return null
  return (
    <p id={`${id}-note`} className="mt-1.5 text-sm text-soft">
      {note}
    </p>
  )
}

/** Marks the whole question, not only the control, so that the eye finds the mistake. */
export function fieldEdge(error: string | undefined): string {
  return classNames(error ? 'border-l-4 border-danger pl-4' : undefined)
}

type FieldProps = FieldText & { id: string; children: ReactNode }

/** One question: label, hint, then the error, then the control (`children`), then where its value came from. */
export function Field({ id, label, hint, error, optional, note, children }: FieldProps) {
  return (
    <div className={fieldEdge(error)}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-soft"> ({optional})</span>}
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <div className="mt-1.5">{children}</div>
      <FieldNote id={id} note={note} />
    </div>
  )
}
