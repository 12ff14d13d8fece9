import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Tag } from '@/components/ui/tag'
import { findProcedure } from '@/lib/administration/published-procedures'
import type { Procedure } from '@/lib/procedures/procedure'
import { OfficeFrame } from '../../office-frame'
import { FlowTable } from './flow-table'
import { StepTable } from './step-table'
import { UnverifiedFacts } from './unverified-facts'

type Props = { params: Promise<{ procedureKey: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('process'))('link') }
}

export default async function ProcessPage({ params }: Props) {
  const { procedureKey } = await params
  const actor = await requireOfficer(`/office/process/${encodeURIComponent(procedureKey)}`)
  const procedure = await findProcedure(procedureKey)
  if (!procedure) notFound()
  const [t, locale] = [await getTranslator('process'), await getLocale()]
  return (
    <OfficeFrame actor={actor} current="process">
      <div className="px-4 py-5 sm:px-6">
        <h1 className="mb-2 text-2xl">{t('title', { name: procedure.shortName[locale] })}</h1>
        <Decision procedure={procedure} />
        <StepTable procedure={procedure} />
        <UnverifiedFacts procedure={procedure} />
        <FlowTable />
      </div>
    </OfficeFrame>
  )
}

/** A number nobody confirmed is shown as such. */
async function Decision({ procedure }: { procedure: Procedure }) {
  const t = await getTranslator('process')
  const decision = procedure.process?.decision
  if (!decision) return <p>{t('noDecision')}</p>
  const verified = decision.confidence.startsWith('verified')
  return (
    <p>
      {t('decision', { number: decision.number, day: formatDate(decision.day) })}{' '}
      {!verified && <Tag tone="warn">{t('unverified')}</Tag>}
    </p>
  )
}
