'use client'

import { useTranslations } from 'use-intl'
import type { ShownClash } from '@/components/form/clash'
import type { Submitting } from '@/components/form/use-submit'
import { buttonLook } from '@/components/ui/button-look'
import { Notice } from '@/components/ui/notice'

type Props = { clashes: readonly ShownClash[]; submit: Submitting; here: string }

/** Says above the form that others write in this draft, and where. */
export function ClashNews({ clashes, submit, here }: Props) {
  const t = useTranslations('form')
  const conflicts = clashes.filter(({ kind }) => kind === 'conflict')
  const hasConflicts = conflicts.length > 0
  if (clashes.length === 0) return null
  return (
    <div id="clashes" tabIndex={-1}>
      <Notice
        tone={hasConflicts ? 'warn' : 'info'}
        role={hasConflicts ? 'alert' : 'status'}
        title={t('save.changedTitle')}
      >
        <p>{t(hasConflicts ? 'clash.conflictBody' : 'clash.newsBody')}</p>
        <ul className="list-disc pl-6">
          {(hasConflicts ? conflicts : clashes).map(({ part }) => {
            const { fieldId, text } = submit.placeOf(part)
            return (
              <li key={part}>
                <a href={`#${fieldId}`}>{text}</a>
              </li>
            )
          })}
        </ul>
        {!hasConflicts && (
          <a href={here} className={buttonLook({ variant: 'secondary' })}>
            {t('clash.show')}
          </a>
        )}
      </Notice>
    </div>
  )
}
