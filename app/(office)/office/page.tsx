import { redirect } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { countQueues, landingQueue } from '@/lib/dossiers/work-queue'
import { OfficeFrame } from './office-frame'

type Props = { searchParams: Promise<{ done?: string }> }

export default async function OfficePage({ searchParams }: Props) {
  const actor = await requireOfficer('/office')
  const landing = landingQueue(await countQueues(actor.capacity))
  const left = (await searchParams).done === 'declare-conflict' ? '?done=declare-conflict' : ''
  if (landing) redirect(`/office/queues/${landing}${left}`)
  const t = await getTranslator('office')
  return (
    <OfficeFrame actor={actor}>
      <div className="p-6">
        <h1>{t('noQueue')}</h1>
        <p>{t('noQueueHint')}</p>
      </div>
    </OfficeFrame>
  )
}
