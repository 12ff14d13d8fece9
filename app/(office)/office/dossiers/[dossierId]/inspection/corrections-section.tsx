import { today } from '@/app/_server/today'
import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { type ActField, ActForm } from '@/components/office/act-form'
import { Tag } from '@/components/ui/tag'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { demandAgainAction, recheckAction } from './inspection-actions'
import { formFrame } from './shared-words'

type Correction = InspectionView['corrections'][number]

/** Round by round: what was demanded, what the facility reported, what the re-check found. */
export async function CorrectionsSection({ view }: { view: InspectionView }) {
  const t = await getTranslator('inspection')
  const [newest] = view.corrections
  if (!newest) return null
  return (
    <section aria-labelledby="corrections-title" className="mt-6">
      <h2 id="corrections-title" className="text-base">
        {t('corrections.title')}
      </h2>
      {view.corrections.map((round) => (
        <Round key={round.id} round={round} />
      ))}
      {view.may.recheck && <Recheck view={view} />}
      {view.may.demand && <Again view={view} newest={newest} />}
    </section>
  )
}

async function Round({ round }: { round: Correction }) {
  const t = await getTranslator('inspection')
  return (
    <div className="border-t border-line py-3 text-sm">
      <h3 className="text-sm">
        {t('corrections.round', { round: String(round.round) })}{' '}
        <Tag tone={round.state === 'met' ? 'ok' : 'warn'}>
          {t(`corrections.states.${round.state}`)}
        </Tag>
      </h3>
      <p className="mb-1 text-soft">
        {round.dueDay
          ? t('corrections.due', { date: formatDate(round.dueDay) })
          : t('corrections.noDue')}
      </p>
      <ol className="list-decimal pl-5">
        {round.items.map(({ itemKey, text }) => (
          <li key={itemKey}>{text}</li>
        ))}
      </ol>
      {round.report && (
        <p className="mt-2 mb-0 whitespace-pre-line">
          <b>
            {t('corrections.report', {
              at: round.reportedAt ? formatDateTime(round.reportedAt) : '',
            })}
            :
          </b>{' '}
          {round.report}
        </p>
      )}
      <ul>
        {round.files.map(({ id, name, state }) => (
          <li key={id}>{state === 'clean' ? <a href={`/api/files/${id}`}>{name}</a> : name}</li>
        ))}
      </ul>
      {round.recheckNote && (
        <p className="mt-1 mb-0">
          <b>{t('corrections.note')}:</b> {round.recheckNote}
        </p>
      )}
    </div>
  )
}

async function Recheck({ view }: { view: InspectionView }) {
  const t = await getTranslator('inspection')
  const options = (['met', 'not-met'] as const).map((value) => ({
    value,
    label: t(`corrections.states.${value}`),
  }))
  return (
    <ActForm
      id="recheck"
      act={recheckAction}
      title={t('corrections.recheckTitle')}
      effect={t('corrections.recheckEffect')}
      button={t('corrections.recheckButton')}
      fields={[
        { kind: 'radio', name: 'met', label: t('corrections.met'), options },
        { kind: 'longtext', name: 'note', label: t('corrections.note'), rows: 3 },
      ]}
      {...(await formFrame(view))}
    />
  )
}

async function Again({ view, newest }: { view: InspectionView; newest: Correction }) {
  const t = await getTranslator('inspection')
  const fields: ActField[] = newest.items.map(({ itemKey, text }) => ({
    kind: 'longtext',
    name: `correction.${itemKey}`,
    label: t('minutes.correction', { item: text }),
    rows: 3,
  }))
  return (
    <ActForm
      id="again"
      act={demandAgainAction}
      title={t('corrections.again')}
      effect={t('corrections.againEffect')}
      button={t('corrections.againButton')}
      fields={[
        ...fields,
        { kind: 'date', name: 'dueDay', label: t('minutes.dueDay'), min: today() },
      ]}
      {...(await formFrame(view))}
    />
  )
}
