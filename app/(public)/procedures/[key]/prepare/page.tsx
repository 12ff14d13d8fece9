import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDate } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { findProcedure } from '@/lib/administration/published-procedures'
import { type Preparation, readPreparation } from '@/lib/procedures/preparation'
import type { Procedure } from '@/lib/procedures/procedure'
import { readSearch, type SearchParams } from '../../../../_server/asked-language'
import { rulesToday } from '../../../../_server/preparation'
import { getLocale, getTranslator } from '../../../../_server/translator'
import { Questions } from './questions'
import { Result } from './result'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const procedure = await findProcedure((await params).key)
  const [t, locale] = [await getTranslator('preparation'), await getLocale()]
  if (!procedure) return {}
  return { title: t('title', { procedure: procedure.shortName[locale] }), description: t('lead') }
}

/** From the answers to the few questions that matter to what a dossier consists of. */
export default async function PreparePage({ params, searchParams }: Props) {
  const procedure = await findProcedure((await params).key)
  if (!procedure) notFound()
  const search = await readSearch(`/procedures/${procedure.key}/prepare`, searchParams)
  const rules = rulesToday(procedure)
  const read = readPreparation(rules, [...search])
  const isDone = read.obstacles.length === 0 && (search.has('_show') || read.questions.length === 0)
  return (
    <div className="wrap pb-12">
      <Head {...{ procedure, read, isDone, day: rules.facts.today }} />
      {isDone ? (
        <Result {...{ rules, read }} />
      ) : (
        <Questions {...{ rules, read }} asked={search.get('_asked')?.split(' ') ?? []} />
      )}
    </div>
  )
}

type HeadProps = { procedure: Procedure; read: Preparation; isDone: boolean; day: string }

async function Head({ procedure, read, isDone, day }: HeadProps) {
  const [t, layout, catalogue, locale] = [
    await getTranslator('preparation'),
    await getTranslator('layout'),
    await getTranslator('procedures'),
    await getLocale(),
  ]
  const name = { procedure: procedure.shortName[locale] }
  const date = { date: formatDate(day) }
  const result = t(read.questions.length > 0 ? 'resultLead' : 'resultLeadAlways', date)
  return (
    <PageHead
      crumbsLabel={layout('youAreHere')}
      crumbs={[
        { href: '/', text: layout('home') },
        { href: '/procedures', text: catalogue('title') },
        { href: `/procedures/${procedure.key}`, text: procedure.shortName[locale] },
      ]}
      title={t(isDone ? 'resultTitle' : 'title', name)}
      lead={isDone ? result : t('lead')}
    />
  )
}
