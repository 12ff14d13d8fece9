import type { OfficeActor } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { LinkButton } from '@/components/ui/link-button'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { clock } from '@/lib/server/business-clock'
import { compareRequests } from '@/lib/supplements/compare-items'
import { listContentVersions } from '@/lib/supplements/content-versions'
import { previewRequest } from '@/lib/supplements/preview-request'
import { ContentVersions } from './content-versions'
import { SupplementOutlook } from './supplement-outlook'
import { SupplementRequests } from './supplement-requests'

type Props = { actor: OfficeActor; view: OfficeView }

/** Requests to supplement with old and new side by side, what sending one means, and every change of the content. */
export async function SupplementPanel({ actor, view }: Props) {
  const t = await getTranslator('supplement')
  const { id, state } = view.dossier
  const preview = await previewRequest(actor, { dossierId: id, at: clock.now() })
  const compared = await compareRequests(actor, id)
  const content = await listContentVersions(actor, id)
  if (!preview.ok || !compared.ok || !content.ok) return null
  const events = view.actions.map(({ event }) => event)
  const writes = events.includes('ask-supplement') || events.includes('request-supplement')
  const { requests } = compared.value
  const { versions } = content.value
  if (!writes && requests.length === 0 && versions.length === 0) return null
  const { outlook } = preview.value
  const left = outlook.round <= outlook.roundsAllowed
  return (
    <section aria-labelledby="supplement-title" className="mt-6 text-sm">
      <h2 id="supplement-title" className="mb-2 text-base">
        {t('office.title')}
      </h2>
      {(writes || state === 'supplement-release') && <SupplementOutlook outlook={outlook} />}
      {writes && left && (
        <div className="my-3">
          <LinkButton variant="secondary" size="slim" href={`/office/dossiers/${id}/supplement`}>
            {t('office.open')}
          </LinkButton>
        </div>
      )}
      <SupplementRequests
        view={view}
        requests={requests}
        judges={events.includes('judge-supplement')}
        left={left}
      />
      <ContentVersions procedure={view.procedure} versions={versions} />
    </section>
  )
}
