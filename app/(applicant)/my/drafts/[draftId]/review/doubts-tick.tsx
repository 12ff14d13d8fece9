'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'

/** The points worth a second look that the page shows: how many, and what a tick under them stands for. */
export type ShownDoubts = { count: number; mark: string }

type Props = {
  doubts: ShownDoubts
  /** The mark that was sent with the last try; empty without a tick. */
  insists: string
  /** Whether that try was refused because they were not read. */
  unread: boolean
  label: string
}

/** One tick for the points above. It decides nothing: it tells the officer that they were read. */
export function DoubtsTick({ doubts, insists, unread, label }: Props) {
  const t = useTranslations('draft')
  const why = insists === '' ? t('review.insistsFirst') : t('review.insistsAgain')
  return (
    <div className="mb-6 max-w-read">
      <Checkbox
        key={doubts.mark}
        id="insists"
        name="insists"
        value={doubts.mark}
        label={label}
        hint={t('review.insistsHint')}
        defaultChecked={insists === doubts.mark}
        {...(unread && { error: why })}
      />
    </div>
  )
}
