import { getTranslator } from '@/app/_server/translator'
import { ActForm } from '@/components/office/act-form'
import { Link } from '@/components/ui/link'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'
import { viewStopping } from '@/lib/letters/view-letters'
import { cancelStopAction } from './stop/actions'

/** The applicant's right to end the dossier, as long as there is no decision (Decree 118/2025 Art. 21). */
export async function Stopping({ view: { dossier } }: { view: ApplicantView }) {
  const [t, refusals] = [await getTranslator('letters'), await getTranslator('refusals')]
  const { kind } = await viewStopping(dossier)
  if (kind === 'ended') return null
  const link = `/my/dossiers/${dossier.id}/stop`
  return (
    <section>
      <h2 className="mb-2">{t('own.endTitle')}</h2>
      {kind === 'decided' && <p>{t('own.decided')}</p>}
      {kind === 'withdraw' && (
        <p>
          {t('own.withdrawHint')} <Link href={link}>{t('own.withdrawLink')}</Link>
        </p>
      )}
      {kind === 'stop' && (
        <p>
          {t('own.stopHint')} <Link href={link}>{t('own.stopLink')}</Link>
        </p>
      )}
      {kind === 'asked' && (
        <>
          <p>{t('own.asked')}</p>
          <ActForm
            id="cancel-stop"
            act={cancelStopAction}
            title={t('cancel.title')}
            effect={t('cancel.effect')}
            button={t('cancel.button')}
            variant="secondary"
            hidden={{ dossierId: dossier.id, expectedVersion: String(dossier.version) }}
            pending={t('sending')}
            refusedTitle={refusals('title')}
          />
        </>
      )}
    </section>
  )
}
