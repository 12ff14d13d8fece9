import { Icon } from './icon'
import { Link } from './link'

type Props = {
  /** Says what is paged: 'Các trang hồ sơ'. */
  label: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
}

/** Keyset paging: there is a page before and a page after, and no page numbers to go stale. */
export function Pagination({ label, previous, next }: Props) {
  if (!previous && !next) return null
  const look = 'inline-flex min-h-11 items-center gap-2 font-semibold'
  return (
    <nav aria-label={label} className="mt-6 flex justify-between gap-4 print:hidden">
      {previous ? (
        <Link href={previous.href} rel="prev" className={look}>
          <Icon name="arrow" className="size-5 rotate-180" />
          {previous.label}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link href={next.href} rel="next" className={look}>
          {next.label}
          <Icon name="arrow" />
        </Link>
      )}
    </nav>
  )
}
