import { MinutesOutcome } from '@/app/_server/minutes-outcome'
import { getTranslator } from '@/app/_server/translator'
import { ActForm } from '@/components/office/act-form'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { confirmMinutesAction, minutesCodeAction } from './actions'

/** The minutes, and the confirmation by a code that is good for this very file. */
export async function FacilityMinutes({ view }: { view: InspectionView }) {
  const [t, office, refusals] = [
    await getTranslator('inspection'),
    await getTranslator('office'),
    await getTranslator('refusals'),
  ]
  if (!view.minutes) return null
  const facility = view.minutes.sides.find(({ side }) => side === 'facility')
  const toSign = facility?.confirmedAt ? null : view.minutes.signed
  const shared = { pending: office('pending'), refusedTitle: refusals('title') }
  const hidden = { dossierId: view.dossier.id }
  return (
    <section aria-labelledby="minutes-title">
      <h2 id="minutes-title">{t('minutes.title')}</h2>
      <MinutesOutcome view={view} />
      {toSign && (
        <>
          <h3>{t('mine.signTitle')}</h3>
          <p>{t('mine.signLead')}</p>
          <p className="text-xs break-all text-soft">{t('mine.hash', { hash: toSign.sha256 })}</p>
          <ActForm
            id="minutes-code"
            act={minutesCodeAction}
            title={t('mine.codeSend')}
            effect=""
            button={t('mine.codeSend')}
            variant="secondary"
            hidden={hidden}
            {...shared}
          />
          <ActForm
            id="confirm-minutes"
            act={confirmMinutesAction}
            title={t('mine.confirm')}
            effect=""
            button={t('mine.confirm')}
            hidden={{ ...hidden, fileHash: toSign.sha256 }}
            fields={[
              { kind: 'code', name: 'code', label: t('mine.code'), hint: t('mine.codeHint') },
            ]}
            {...shared}
          />
        </>
      )}
    </section>
  )
}
