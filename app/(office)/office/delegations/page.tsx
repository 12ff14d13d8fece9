import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { refusalText } from '@/app/_server/refusal-text'
import { getTranslator } from '@/app/_server/translator'
import { Notice } from '@/components/ui/notice'
import { viewDelegations } from '@/lib/administration/delegations'
import { clock } from '@/lib/server/business-clock'
import { OfficeFrame } from '../office-frame'
import { LendPowers } from './lend-powers'
import { LentList } from './lent-list'

type Props = { searchParams: Promise<{ done?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('delegations'))('title') }
}

export default async function DelegationsPage({ searchParams }: Props) {
  const actor = await requireOfficer('/office/delegations')
  const desk = await viewDelegations(actor, clock.now())
  if (!desk) notFound()
  const t = await getTranslator('delegations')
  return (
    <OfficeFrame actor={actor} current="delegations">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-2 text-2xl">{t('title')}</h1>
        <p className="max-w-read text-soft">{t('lead')}</p>
        <Outcome done={(await searchParams).done} />
        <LentList rows={desk.rows} />
        {desk.lenders.length > 0 && <LendPowers desk={desk} />}
      </div>
    </OfficeFrame>
  )
}

async function Outcome({ done }: { done: string | undefined }) {
  const t = await getTranslator('delegations')
  if (done === 'lent' || done === 'taken-back')
    return <Notice title={t(`done.${done}`)} tone="ok" role="status" />
  if (done === 'delegation-unknown')
    return <Notice title={await refusalText(done)} tone="warn" role="status" />
  return null
}
