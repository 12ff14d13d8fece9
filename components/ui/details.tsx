import type { ReactNode } from 'react'
import { Icon } from './icon'

type Props = { summary: ReactNode; open?: boolean; children: ReactNode }

/** More for those who ask for it; opens without JavaScript. */
export function Details({ summary, open = false, children }: Props) {
  return (
    <details open={open} className="group border-t border-line last:border-b">
      <summary className="flex min-h-12 items-center gap-3 py-3 font-semibold text-primary hover:text-primary-deep">
        <Icon
          name="arrow"
          className="size-5 rotate-90 transition-transform group-open:-rotate-90 print:hidden"
        />
        {summary}
      </summary>
      <div className="pb-5">{children}</div>
    </details>
  )
}
