import type { ReactNode } from 'react'
import { Link } from './link'

export type SummaryRow = {
  /** Stable key of the row, also usable as an anchor. */
  id: string
  label: ReactNode
  value: ReactNode
  /** A mistake or a contradiction to name beside the value. */
  problem?: string | undefined
  /** Where to change it; `label` is 'Sửa', `subject` tells screen readers what. */
  action?: { href: string; label: string; subject: string } | undefined
}

/** Questions and answers, as the printed form reads. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="border-b border-line">
      {rows.map((row) => (
        <div
          key={row.id}
          id={row.id}
          className="grid gap-x-6 gap-y-1 border-t border-line py-3 sm:grid-cols-[minmax(10rem,1fr)_2fr_auto]"
        >
          <dt className="text-sm text-soft sm:text-base">{row.label}</dt>
          <dd className="min-w-0 whitespace-pre-line">
            {row.value}
            {row.problem && <p className="mt-1 font-semibold text-danger">{row.problem}</p>}
          </dd>
          {row.action && (
            <dd className="print:hidden sm:text-right">
              <Link href={row.action.href} className="inline-block py-1">
                {row.action.label}
                <span className="sr-only"> {row.action.subject}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
