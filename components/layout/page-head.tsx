import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs'

type Props = {
  crumbs: readonly Crumb[]
  crumbsLabel: string
  title: ReactNode
  /** A tag, a code: what stands small above the title. */
  above?: ReactNode | undefined
  /** One sentence under the title. */
  lead?: ReactNode | undefined
}

/** The top of a page: the way here, then its one h1. */
export function PageHead({ crumbs, crumbsLabel, title, above, lead }: Props) {
  return (
    <>
      <Breadcrumbs label={crumbsLabel} crumbs={crumbs} />
      <div className="pt-4 pb-6">
        {above && <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">{above}</div>}
        <h1>{title}</h1>
        {lead && <p className="mt-3 max-w-read text-lg text-soft">{lead}</p>}
      </div>
    </>
  )
}
