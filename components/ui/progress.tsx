type Props = {
  id: string
  label: string
  /** 0 to 100. */
  percent: number
  /** Says it in words where a bare number is not enough. */
  text?: string | undefined
}

/** A bar with its number; the browser's own element, since widths in style attributes are forbidden. */
export function Progress({ id, label, percent, text }: Props) {
  const shown = Math.max(0, Math.min(100, Math.round(percent)))
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="cursor-auto font-semibold">
          {label}
        </label>
        <span className="text-soft tabular-nums">{text ?? `${shown}\u00a0%`}</span>
      </div>
      <progress
        id={id}
        max={100}
        value={shown}
        className="mt-1.5 block h-2.5 w-full appearance-none overflow-hidden rounded-full bg-hairline [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-primary"
      >
        {shown} %
      </progress>
    </div>
  )
}
