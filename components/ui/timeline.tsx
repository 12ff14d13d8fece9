import type { ReactNode } from 'react'

export type TimelineState = 'done' | 'now' | 'next'

export type TimelineItem = {
  id: string
  title: ReactNode
  state: TimelineState
  /** When and by whom, already put into words. */
  meta?: ReactNode | undefined
  children?: ReactNode | undefined
}

const dots = {
  done: 'border-ok bg-ok',
  now: 'border-primary bg-primary',
  next: 'border-soft bg-paper',
} as const satisfies Record<TimelineState, string>

type Props = {
  items: readonly TimelineItem[]
  /** Words for the states, read out before each title: 'Đã xong', 'Đang làm', 'Tiếp theo'. */
  stateLabels?: Record<TimelineState, string> | undefined
}

/** What happened and what comes, in order. */
export function Timeline({ items, stateLabels }: Props) {
  return (
    <ol>
      {items.map((item) => (
        <li
          key={item.id}
          aria-current={item.state === 'now' ? 'step' : undefined}
          className="relative ml-2 border-l-3 border-line pb-6 pl-6 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden="true"
            className={`absolute top-1.5 -left-2.25 size-3.75 rounded-full border-3 outline-3 outline-paper ${dots[item.state]}`}
          />
          {stateLabels && <span className="sr-only">{stateLabels[item.state]}: </span>}
          <span className="block leading-snug font-semibold">{item.title}</span>
          {item.meta && <span className="block text-sm text-soft">{item.meta}</span>}
          {item.children && <div className="mt-1 text-sm">{item.children}</div>}
        </li>
      ))}
    </ol>
  )
}
