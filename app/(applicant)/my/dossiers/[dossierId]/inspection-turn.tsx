import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { findFacilityTurn } from '@/lib/dossiers/inspections/facility-turn'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'

/** What the inspection asks of the facility now: be there, confirm the minutes, put things right. */
export async function InspectionTurn({ view }: { view: ApplicantView }) {
  const t = await getTranslator('inspection')
  const { id } = view.dossier
  const turn = await findFacilityTurn(view.dossier)
  if (!turn) return null
  const titles = {
    planned: () => t('mine.plannedTitle', { at: formatDateTime(turn.at) }),
    sign: () => t('mine.signTitle'),
    correct: () => t('mine.todo'),
  }
  return (
    <Notice title={titles[turn.kind]()} tone={turn.kind === 'planned' ? 'info' : 'warn'}>
      {turn.kind === 'correct' && (
        <>
          <p>{t('mine.notSupplement')}</p>
          {turn.dueDay && <p>{t('corrections.due', { date: formatDate(turn.dueDay) })}</p>}
        </>
      )}
      <LinkButton href={`/my/dossiers/${id}/inspection`}>{t('open')}</LinkButton>
    </Notice>
  )
}
