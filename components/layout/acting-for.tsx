import type { Translator } from '@/components/messages/translator'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { Viewer } from './viewer'

type Props = { t: Translator<'layout'>; viewer: Viewer }

/** On every page of a signed-in person: who you are, and for whom you act. Never folded away. */
export function ActingFor({ t, viewer }: Props) {
  return (
    <div className="border-t border-line bg-ground">
      <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-0.5 py-2 text-sm">
        <span className="flex items-center gap-2">
          <Icon name="person" className="size-4.5 text-soft" />
          <b className="font-semibold">{viewer.fullName}</b>
        </span>
        <span>
          {t('actingFor')}: <b className="font-semibold">{capacityName(t, viewer)}</b>
        </span>
        {viewer.changeCapacityHref && (
          <Link href={viewer.changeCapacityHref} className="py-1 print:hidden">
            {t('changeCapacity')}
          </Link>
        )}
      </div>
    </div>
  )
}

function capacityName(t: Translator<'layout'>, { capacity }: Viewer): string {
  if (capacity.kind === 'self') return t('actingForSelf')
  if (capacity.kind === 'organisation') return capacity.name
  const post = [capacity.agencyName, capacity.position].filter(Boolean).join(' · ')
  if (!capacity.delegatedFrom) return post
  return `${post} (${t('delegatedFrom', { name: capacity.delegatedFrom })})`
}
