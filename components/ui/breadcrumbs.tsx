import { Link } from './link'

export type Crumb = { href: string; text: string }

type Props = {
  /** 'Bạn đang ở đây'. */
  label: string
  /** The way from the home page down to, and without, this page. */
  crumbs: readonly Crumb[]
}

export function Breadcrumbs({ label, crumbs }: Props) {
  return (
    <nav aria-label={label} className="pt-3.5 text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center gap-x-2">
            {index > 0 && (
              <span aria-hidden="true" className="text-soft">
                ›
              </span>
            )}
            <Link href={crumb.href} className="inline-block py-1 text-soft">
              {crumb.text}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
