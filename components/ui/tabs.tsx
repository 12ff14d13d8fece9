import Link from 'next/link'

export type Tab = { href: string; text: string; count?: number | undefined; current: boolean }

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1 px-1 pt-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center gap-1.5 border-b-4 border-transparent px-3 whitespace-nowrap no-underline hover:border-line aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {tab.text}
              {tab.count !== undefined && <span className="tabular-nums">({tab.count})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
