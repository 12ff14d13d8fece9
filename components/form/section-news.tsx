'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { SaveStatus } from '@/components/form/autosave'
import { ClashNews } from '@/components/form/clash-news'
import type { Kept } from '@/components/form/kept-entries'
import type { SectionState } from '@/components/form/section-state'
import type { useAutosave } from '@/components/form/use-autosave'
import type { Submitting } from '@/components/form/use-submit'
import { formatTime } from '@/components/format'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'

type Props = {
  here: string
  state: SectionState
  saving: ReturnType<typeof useAutosave>
  submit: Submitting
  restored: Kept | undefined
}

/** What there is to say above the form, the most pressing first. */
export function SectionNews({ here, state, saving, submit, restored }: Props) {
  const t = useTranslations('form')
  const { status } = saving
  const reveal = (event: React.MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link?.hash) return
    event.preventDefault()
    submit.reveal(link.hash.slice(1))
  }
  return (
    <>
      <Stop status={status} here={here} onKeep={saving.resume} onDrop={saving.drop} />
      {status.kind !== 'changed-elsewhere' && <FromServer state={state} here={here} />}
      <ClashNews clashes={saving.clashes} submit={submit} here={here} />
      {restored && (
        <Notice title={t('save.restored')} role="status">
          <p>{t('save.restoredBody', { time: formatTime(new Date(restored.at)) })}</p>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links within are pressed, by key too */}
      <div onClick={reveal}>
        <ErrorSummary
          title={t('section.problems', { count: submit.summary.length })}
          problems={submit.summary}
        />
      </div>
    </>
  )
}

type StopProps = { status: SaveStatus; here: string; onKeep: () => void; onDrop: () => void }

/** Why nothing is saved any more, and what the person can do about it. */
function Stop({ status, here, onKeep, onDrop }: StopProps) {
  const t = useTranslations('form')
  switch (status.kind) {
    case 'changed-elsewhere':
      return (
        <Changed>
          <Button type="button" onClick={onKeep}>
            {t('save.changedKeep')}
          </Button>
          <a href={here} className={buttonLook({ variant: 'secondary' })} onClickCapture={onDrop}>
            {t('save.changedReload')}
          </a>
        </Changed>
      )
    case 'signed-out':
      return (
        <Notice tone="warn" role="alert" title={t('save.signedOutTitle')}>
          <p>{t('save.signedOutBody')}</p>
          <a
            href={`/login?${new URLSearchParams({ callbackUrl: here })}`}
            className={buttonLook({})}
          >
            {t('save.signIn')}
          </a>
        </Notice>
      )
    case 'submitted':
      return <Submitted dossierId={status.dossierId} />
    case 'gone':
      return (
        <Notice tone="warn" role="alert" title={t('save.goneTitle')}>
          <p>{t('save.goneBody')}</p>
        </Notice>
      )
    default:
      return null
  }
}

/** What came back when the form was sent without a script. */
function FromServer({ state, here }: { state: SectionState; here: string }) {
  const t = useTranslations('form')
  switch (state.outcome) {
    case 'changed-elsewhere':
      return (
        <Changed>
          <a href={here} className={buttonLook({ variant: 'secondary' })}>
            {t('save.changedReload')}
          </a>
        </Changed>
      )
    case 'submitted':
      return <Submitted dossierId={state.dossierId ?? ''} />
    case 'more-questions':
      return (
        <Notice title={t('section.moreQuestions')} role="status">
          <p>{t('section.moreQuestionsBody')}</p>
        </Notice>
      )
    default:
      return null
  }
}

function Changed({ children }: { children: ReactNode }) {
  const t = useTranslations('form')
  return (
    <Notice tone="warn" role="alert" title={t('save.changedTitle')}>
      <p>{t('save.changedBody')}</p>
      <div className="flex flex-wrap gap-3">{children}</div>
    </Notice>
  )
}

function Submitted({ dossierId }: { dossierId: string }) {
  const t = useTranslations('form')
  return (
    <Notice role="alert" title={t('save.submittedTitle')}>
      <p>{t('save.submittedBody')}</p>
      <a href={`/my/dossiers/${dossierId}`} className={buttonLook({})}>
        {t('save.submittedOpen')}
      </a>
    </Notice>
  )
}
