import { getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { LinkButton } from '@/components/ui/link-button'
import type { OfficeView } from '@/lib/dossiers/view-dossier'

/** On the bench: where the inspection stands, and the way to its own page. */
export async function InspectionPanel({ view }: { view: OfficeView }) {
  const t = await getTranslator('inspection')
  const { inspection, procedure, dossier } = view
  const plans = view.actions.some(({ event }) => event === 'plan-inspection')
  if (!procedure.serviceLevel.onSiteInspection || !(inspection || plans)) return null
  const planned = inspection?.plannedFor
  const stands = planned ? `${t('plan.at')}: ${formatDateTime(planned)}` : t('none')
  return (
    <section aria-labelledby="inspection-title" className="mt-6">
      <h2 id="inspection-title" className="mb-2 text-base">
        {t('title')}
      </h2>
      <p className="text-sm">
        {inspection?.finding ? t(`minutes.findings.${inspection.finding}`) : stands}
      </p>
      <LinkButton
        href={`/office/dossiers/${dossier.id}/inspection`}
        variant="secondary"
        size="slim"
      >
        {t('open')}
      </LinkButton>
    </section>
  )
}
