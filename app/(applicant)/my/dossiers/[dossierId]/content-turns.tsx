import { requireActor } from '@/app/_server/current-actor'
import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { dayOf } from '@/lib/deadlines/day'
import { type ApplicantView, endedInRefusal } from '@/lib/dossiers/view-dossier'
import { clock } from '@/lib/server/business-clock'
import { canFileAgain } from '@/lib/supplements/file-again'
import { viewOwnTurn } from '@/lib/supplements/own-turn'
import { canChange } from '@/lib/supplements/start-change'
import { isReplyTimeOver } from '@/lib/supplements/supplement-law'
import { fileAgainAction, startChangeAction } from './content-actions'
import { CopyForm } from './copy-form'

type Props = { view: ApplicantView }

/** The request that waits for an answer, above all else on the page. */
export async function SupplementTurn({ view }: Props) {
  const { dossier } = view
  if (dossier.state !== 'supplement' && dossier.state !== 'supplement-at-intake') return null
  const actor = await requireActor('applicant', `/my/dossiers/${dossier.id}`)
  const own = await viewOwnTurn(actor, { dossierId: dossier.id, at: clock.now() })
  if (!own.ok) return null
  const t = await getTranslator('supplement')
  const { replyDueAt } = own.value.supplement
  const date = replyDueAt ? formatDate(replyDueAt) : ''
  const over = replyDueAt !== null && isReplyTimeOver(dayOf(replyDueAt), dayOf(clock.now()))
  return (
    <Notice
      title={t('turn.title', { count: String(own.value.items.length) })}
      tone="warn"
      size="large"
    >
      <p>{t(over ? 'turn.over' : 'turn.body', { date })}</p>
      <LinkButton href={`/my/dossiers/${dossier.id}/supplement`}>{t('turn.open')}</LinkButton>
    </Notice>
  )
}

/** Every slip 02 that went out, to be read again at any time. */
export async function SupplementSlips({ view }: Props) {
  const slips = view.documents.flatMap(({ kind, issuedFile }) =>
    kind === 'supplement-slip' && issuedFile ? [issuedFile.fileId] : [],
  )
  if (slips.length === 0) return null
  const t = await getTranslator('supplement')
  return (
    <ul className="space-y-2">
      {slips.map((fileId) => (
        <li key={fileId}>
          <a href={`/api/files/${fileId}`}>{t('turn.slip')}</a>
        </li>
      ))}
    </ul>
  )
}

/** Ended in vain: everything is still there for a new start. */
export async function FileAgain({ view }: Props) {
  if (!canFileAgain(view.dossier.state) && !endedInRefusal(view)) return null
  const t = await getTranslator('supplement')
  return (
    <section className="my-6 max-w-read space-y-3">
      <h2>{t('again.title')}</h2>
      <p>{t('again.body')}</p>
      <CopyForm
        copy={fileAgainAction.bind(null, view.dossier.id)}
        button={t('again.button')}
        pending={t('again.pending')}
        refused={t('again.refused')}
        variant="primary"
      />
    </section>
  )
}

/** Until the decision, what was declared may be changed (Decree 118/2025 Art. 21.2). */
export async function ChangeContent({ view }: Props) {
  if (!canChange(view.dossier.state)) return null
  const t = await getTranslator('supplement')
  return (
    <section className="space-y-3">
      <h2 className="mb-2">{t('change.title')}</h2>
      <p className="text-sm">{t('change.body')}</p>
      <CopyForm
        copy={startChangeAction.bind(null, view.dossier.id)}
        button={t('change.button')}
        pending={t('change.pending')}
        refused={t('change.refused')}
        variant="secondary"
      />
    </section>
  )
}
