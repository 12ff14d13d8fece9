import type { ReactNode } from 'react'
import { buttonLook } from './button-look'
import { controlAria, FieldError, FieldHint } from './field'
import { Icon } from './icon'

type Props = {
  id: string
  /** Where the question goes, as a plain GET. */
  action: string
  name: string
  label: string
  labelHidden?: boolean
  hint?: ReactNode | undefined
  error?: string | undefined
  button: string
  defaultValue?: string | undefined
  /** More to ask together with the words, and what goes along unseen. */
  children?: ReactNode
}

/** One box and one button, of the same height, side by side where there is room. */
export function SearchBox(props: Props) {
  const {
    id,
    action,
    name,
    label,
    labelHidden = false,
    hint,
    error,
    button,
    defaultValue,
    children,
  } = props
  return (
    <form action={action} method="get" className="max-w-form">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'font-semibold'}>
        {label}
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <div className="mt-2 flex gap-2 max-sm:flex-col sm:gap-0">
        <input
          {...controlAria(id, { hint, error })}
          type="search"
          name={name}
          defaultValue={defaultValue}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          className="control min-h-13 border-2 border-ink focus:z-1 sm:rounded-r-none sm:border-r-0"
        />
        <button type="submit" className={buttonLook({}, 'min-h-13 shrink-0 sm:rounded-l-none')}>
          <Icon name="search" />
          {button}
        </button>
      </div>
      {children}
    </form>
  )
}
