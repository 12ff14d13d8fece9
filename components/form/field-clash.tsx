'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { ClashChoice, ShownClash } from '@/components/form/clash'
import type { useAutosave } from '@/components/form/use-autosave'
import { formatTime } from '@/components/format'
import { Button } from '@/components/ui/button'

type Props = {
  clash: ShownClash
  saving: ReturnType<typeof useAutosave>
  here: string
}

/**
 * At the question itself: what others wrote there, who and when. Where both wrote, the writer chooses; the
 * buttons send the form when there is no script.
 */
export function FieldClash({ clash, saving, here }: Props) {
  const t = useTranslations('form')
  const id = useId()
  const { part, kind, theirs } = clash
  const choose = (choice: ClashChoice) => async (event: React.MouseEvent) => {
    event.preventDefault()
    const answer = await saving.decide(part, choice)
    // The boxes of this page still hold the text that was given up.
    if (choice === 'theirs' && answer.kind === 'saved') location.assign(here)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset here would nest within that of the question
    <div
      role="group"
      aria-labelledby={id}
      className="mb-3 max-w-form border-l-6 border-gold bg-warn-wash p-4"
    >
      <p id={id} className="font-semibold">
        {whoWrote(clash, t)}
      </p>
      <p className="mt-1 break-words whitespace-pre-wrap">{theirs || t('clash.nothing')}</p>
      {kind === 'conflict' && (
        <>
          <p className="mt-2 text-sm">{t('clash.yours')}</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <Button name="_mine" value={part} variant="secondary" onClick={choose('mine')}>
              {t('clash.mine')}
            </Button>
            <Button name="_theirs" value={part} variant="secondary" onClick={choose('theirs')}>
              {t('clash.theirs')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function whoWrote({ by, at }: ShownClash, t: ReturnType<typeof useTranslations<'form'>>): string {
  if (at === null) return t('clash.somewhere')
  const time = formatTime(new Date(at))
  return by === null ? t('clash.otherTab', { time }) : t('clash.colleague', { name: by, time })
}
