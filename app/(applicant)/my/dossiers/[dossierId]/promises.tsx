import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'
import { clockStartingAt } from '@/lib/procedures/clocks'

/** The two promises of the law, with their dates as soon as they have one. */
export async function Promises({ view }: { view: ApplicantView }) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const { dossier, procedure } = view
  const dated = [
    { clock: clockStartingAt(procedure, 'acceptance'), due: dossier.appraisalDueAt },
    { clock: clockStartingAt(procedure, 'inspection-minutes'), due: dossier.issueDueAt },
  ]
  return (
    <section>
      <h2 className="mb-2">{t('promises')}</h2>
      <ul className="list-disc space-y-1.5 pl-5">
        {dossier.acceptanceDueAt && !dossier.acceptedAt && (
          <li>{t('promiseAcceptance', { at: formatDateTime(dossier.acceptanceDueAt) })}</li>
        )}
        {dated.map(({ clock, due }) =>
          clock ? (
            <li key={clock.key}>
              {due
                ? t('promiseDated', { label: clock.label[locale], date: formatDate(due) })
                : clock.promise[locale]}
            </li>
          ) : null,
        )}
      </ul>
      {dossier.appraisalDueAt && (
        <p className="mt-3">
          <a href={`/my/dossiers/${dossier.id}/calendar`}>{t('calendarFile')}</a>
        </p>
      )}
    </section>
  )
}
