import { getTranslator } from '@/app/_server/translator'
import { TurnUpload } from '@/app/_server/turn-files'
import { formatDate, formatDateTime } from '@/components/format'
import { ActForm } from '@/components/office/act-form'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { TURN_RULES } from '@/lib/dossiers/inspections/turn-place'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { removeReportFileAction, reportAction } from './actions'

type Props = { view: InspectionView; upload: string | undefined }
type Round = InspectionView['corrections'][number]

/** What is to be put right, round by round, and the report on it while it is the facility's turn. */
export async function FacilityCorrections({ view, upload }: Props) {
  const t = await getTranslator('inspection')
  const [newest] = view.corrections
  if (!newest) return null
  const open = view.dossier.state === 'site-correction' && newest.state === 'demanded'
  return (
    <section aria-labelledby="todo-title">
      <h2 id="todo-title">{t('mine.todo')}</h2>
      <p>{t('mine.notSupplement')}</p>
      {view.corrections.map((round) => (
        <RoundOf key={round.id} round={round} />
      ))}
      {open && <Report view={view} newest={newest} upload={upload} />}
    </section>
  )
}

async function RoundOf({ round }: { round: Round }) {
  const t = await getTranslator('inspection')
  return (
    <div className="border-t border-line py-4">
      <h3>
        {t('corrections.round', { round: String(round.round) })}{' '}
        <Tag tone={round.state === 'met' ? 'ok' : 'warn'}>
          {t(`corrections.states.${round.state}`)}
        </Tag>
      </h3>
      <p className="text-soft">
        {round.dueDay
          ? t('corrections.due', { date: formatDate(round.dueDay) })
          : t('corrections.noDue')}
      </p>
      <ol className="list-decimal space-y-1 pl-5">
        {round.items.map(({ itemKey, text }) => (
          <li key={itemKey}>{text}</li>
        ))}
      </ol>
      {round.reportedAt && (
        <p className="mt-3 whitespace-pre-line">
          <b>{t('corrections.report', { at: formatDateTime(round.reportedAt) })}:</b> {round.report}
        </p>
      )}
      {round.recheckNote && (
        <p>
          <b>{t('corrections.note')}:</b> {round.recheckNote}
        </p>
      )}
    </div>
  )
}

async function Report({ view, newest, upload }: Props & { newest: Round }) {
  const [t, office, refusals] = [
    await getTranslator('inspection'),
    await getTranslator('office'),
    await getTranslator('refusals'),
  ]
  const { id: dossierId, version } = view.dossier
  return (
    <>
      <h3>{t('mine.filesTitle', { count: String(newest.files.length) })}</h3>
      <ul className="mb-3">
        {newest.files.map(({ id, name, state }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-1">
            {state === 'clean' ? <a href={`/api/files/${id}`}>{name}</a> : name}
            {state === 'received' && <span className="text-soft">{t('photos.waiting')}</span>}
            {state === 'rejected' && <span className="text-danger">{t('photos.rejected')}</span>}
            <form action={removeReportFileAction}>
              <input type="hidden" name="dossierId" value={dossierId} />
              <input type="hidden" name="fileId" value={id} />
              <Button variant="secondary" size="slim">
                {t('photos.remove', { name })}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <TurnUpload
        dossierId={dossierId}
        place="correction-report"
        kinds={TURN_RULES['correction-report'].accept}
        back={`/my/dossiers/${dossierId}/inspection`}
        words={{
          label: t('mine.files'),
          hint: t('mine.filesHint'),
          button: t('mine.filesSend'),
        }}
        upload={upload}
      />
      <ActForm
        id="report"
        act={reportAction}
        title={t('mine.reportButton')}
        effect={t('mine.notSupplement')}
        button={t('mine.reportButton')}
        pending={office('pending')}
        refusedTitle={refusals('title')}
        hidden={{ dossierId, expectedVersion: String(version) }}
        fields={[
          {
            kind: 'longtext',
            name: 'report',
            label: t('mine.reportLabel'),
            hint: t('mine.reportHint'),
            rows: 6,
          },
        ]}
      />
    </>
  )
}
