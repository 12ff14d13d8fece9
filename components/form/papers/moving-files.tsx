'use client'

import { useTranslations } from 'use-intl'
import type { Slot } from '@/components/form/papers/slot'
import { uploadWords } from '@/components/form/papers/slot-files'
import type { Refusal, Sending } from '@/components/form/papers/use-uploads'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Icon } from '@/components/ui/icon'
import { Progress } from '@/components/ui/progress'

type SendingProps = {
  slotKey: string
  sending: Sending
  onCancel: () => void
  onRetry: () => void
}

/** A file on its way: how far it is, and the way to stop it or to try again. */
export function SendingFile({ slotKey, sending, onCancel, onRetry }: SendingProps) {
  const t = useTranslations('form')
  const { file, state, percent } = sending
  if (state === 'unreachable') {
    return (
      <div role="alert" className="mt-3 border-l-4 border-danger pl-4">
        <p className="font-semibold text-danger">{t('papers.failed', { name: file.name })}</p>
        <div className="mt-2 flex gap-3">
          <Button type="button" size="slim" variant="secondary" onClick={onRetry}>
            {t('papers.retry')}
          </Button>
          <Button type="button" size="slim" variant="text" onClick={onCancel}>
            {t('papers.dismiss')}
          </Button>
        </div>
      </div>
    )
  }
  const text = state === 'sending' ? undefined : t(`papers.${state}`)
  return (
    <div className="mt-3">
      <Progress
        id={`progress-${slotKey}-${sending.id}`}
        label={t('papers.sending', { name: file.name })}
        percent={percent}
        text={text}
      />
      <Button type="button" size="slim" variant="text" className="-ml-4" onClick={onCancel}>
        {t('papers.cancel')}
        <span className="sr-only"> {file.name}</span>
      </Button>
    </div>
  )
}

type RefusedProps = {
  slot: Slot
  refused: readonly Refusal[]
  onDismiss: (id: number) => void
}

/** The files that were not taken, each with why and what to do; those sent without a script, too. */
export function RefusedFiles({ slot, refused, onDismiss }: RefusedProps) {
  const t = useTranslations('form')
  const u = useTranslations('uploads')
  const before = slot.outcome?.refused ?? []
  const count = before.length + refused.length
  if (count === 0) return null
  return (
    <div role="alert" className="mt-3 border-l-4 border-danger pl-4">
      <p className="flex gap-2 font-semibold text-danger">
        <Icon name="alert" className="mt-1 size-5" />
        {t('papers.refusedTitle', { count })}
      </p>
      <ul className="mt-1 space-y-2">
        {before.map((refusal) => (
          <li key={refusal.name}>{uploadWords(u, refusal)}</li>
        ))}
        {refused.map(({ id, refusal }) => (
          <li key={id}>
            {uploadWords(u, refusal)}
            {refusal.code === 'signed-out' ? (
              <a
                className={buttonLook({ size: 'slim' }, 'ml-3')}
                href={`/login?${new URLSearchParams({ callbackUrl: slot.back })}`}
              >
                {t('save.signIn')}
              </a>
            ) : (
              <Button type="button" size="slim" variant="text" onClick={() => onDismiss(id)}>
                {t('papers.dismiss')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-soft">{t('papers.kept')}</p>
    </div>
  )
}
