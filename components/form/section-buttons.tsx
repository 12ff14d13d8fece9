'use client'

import { useTranslations } from 'use-intl'
import type { SaveStatus } from '@/components/form/autosave'
import { SaveStatusLine } from '@/components/form/save-status-line'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'

type Props = { busy: boolean; status: SaveStatus; onRetry: () => void }

/** On to the next section, or back to the list; and whether everything is saved. */
export function SectionButtons({ busy, status, onRetry }: Props) {
  const t = useTranslations('form')
  return (
    <>
      <div className="mt-10 space-y-4 border-t border-line pt-6">
        <noscript>
          <p className="text-soft">{t('section.withoutScript')}</p>
        </noscript>
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button name="_do" value="continue" aria-disabled={busy || undefined}>
            <span aria-live="polite">{busy ? t('section.saving') : t('section.continue')}</span>
          </Button>
          <Button name="_do" value="later" variant="secondary" aria-disabled={busy || undefined}>
            {t('section.later')}
          </Button>
        </div>
      </div>
      <div
        className={classNames(
          '-mx-1 mt-4 bg-paper px-1 py-2',
          status.kind !== 'idle' && 'sticky bottom-0 border-t border-hairline',
        )}
      >
        <SaveStatusLine status={status} onRetry={onRetry} />
      </div>
    </>
  )
}
