import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'input'>, 'className'> & {
  id: string
  label: ReactNode
  hint?: ReactNode | undefined
}

/** One radio button or tick box with its words: the whole line is the target. */
export function Choice({ label, hint, ...input }: Props) {
  const hintId = hint ? `${input.id}-hint` : undefined
  const describedBy = [input['aria-describedby'], hintId].filter(Boolean).join(' ')
  return (
    <div className="flex min-h-11 items-start gap-3 py-2">
      <input {...input} className="tick" aria-describedby={describedBy || undefined} />
      <div>
        <label htmlFor={input.id} className="block max-w-read">
          {label}
        </label>
        {hint && (
          <div id={hintId} className="max-w-read text-sm text-soft">
            {hint}
          </div>
        )}
      </div>
    </div>
  )
}
