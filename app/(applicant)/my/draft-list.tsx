import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Tag } from '@/components/ui/tag'
import type { EndedDraft } from '@/lib/drafts/restore-draft'
import type { DraftSummary } from '@/lib/drafts/view-draft'
import { restoreAction } from './drafts/restore-action'

const ROW =
  'flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-line py-3 last:border-b'

/** What the applicant is still writing, and until when each is kept. */
export async function Drafts({ drafts }: { drafts: readonly DraftSummary[] }) {
  if (drafts.length === 0) return null
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{t('drafts')}</h2>
      <ul>
        {drafts.map(({ id, procedureName, updatedAt, age }) => (
          <li key={id} className={ROW}>
            <span className="min-w-0">
              <Link href={`/my/drafts/${id}`} className="font-semibold">
                {procedureName[locale]}
              </Link>
              <span className="block text-sm text-soft">
                {t('draftUpdated', { at: formatDateTime(updatedAt) })}
                {!age.endsSoon && ` · ${t('draftKept', { day: formatDate(age.keptUntil) })}`}
              </span>
              {age.endsSoon && (
                <Tag tone="warn">{t('draftKept', { day: formatDate(age.keptUntil) })}</Tag>
              )}
            </span>
            <LinkButton href={`/my/drafts/${id}`} variant="secondary" size="slim">
              {t('draftContinue')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Drafts that ended by age and can be brought back for a while. */
export async function EndedDrafts({ drafts }: { drafts: readonly EndedDraft[] }) {
  if (drafts.length === 0) return null
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  return (
    <section className="mb-10 max-w-4xl">
      <h2 className="mb-2">{t('endedDrafts')}</h2>
      <p className="mb-2 text-soft">{t('endedDraftsHint')}</p>
      <ul>
        {drafts.map(({ id, procedureName, restorableUntil }) => (
          <li key={id} className={ROW}>
            <span className="min-w-0">
              <span className="font-semibold">{procedureName[locale]}</span>
              <span className="block text-sm text-soft">
                {t('draftRestorable', { day: formatDate(restorableUntil) })}
              </span>
            </span>
            <form action={restoreAction.bind(null, id)}>
              <SubmitButton variant="secondary" size="slim" pendingLabel={t('working')}>
                {t('draftRestore')}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
