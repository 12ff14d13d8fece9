import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { AnswerFirst } from '@/components/procedure/answer-first'
import { CommonReasons } from '@/components/procedure/common-reasons'
import { PartialReason } from '@/components/procedure/partial-reason'
import { ProcedureFigures } from '@/components/procedure/procedure-figures'
import { Unconfirmed } from '@/components/procedure/unconfirmed'
import { scopeWords } from '@/components/procedure/words'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { commonestReasons } from '@/lib/administration/commonest-reasons'
import { findProcedure, findYearFigures } from '@/lib/administration/published-procedures'
import { readSearch, type SearchParams } from '../../../_server/asked-language'
import { today } from '../../../_server/today'
import { getLocale, getTranslator } from '../../../_server/translator'
import { ApplyForm } from './apply-form'
import { ProcedureBody } from './procedure-body'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [procedure, locale] = [await findProcedure((await params).key), await getLocale()]
  if (!procedure) return { title: (await getTranslator('procedures'))('notFoundTitle') }
  return { title: procedure.name[locale], description: procedure.summary[locale] }
}

export default async function ProcedurePage({ params, searchParams }: Props) {
  const { key } = await params
  const procedure = await findProcedure(key)
  if (!procedure) notFound()
  await readSearch(`/procedures/${procedure.key}`, searchParams)
  const [t, layout, prepare, locale] = [
    await getTranslator('procedures'),
    await getTranslator('layout'),
    await getTranslator('preparation'),
    await getLocale(),
  ]
  const [own, all] = await Promise.all([findYearFigures(procedure.key), findYearFigures()])
  const view = { procedure, t, locale, today: today() }
  return (
    <div className="wrap">
      <PageHead
        crumbs={[
          { href: '/', text: layout('home') },
          { href: '/procedures', text: t('title') },
        ]}
        crumbsLabel={layout('youAreHere')}
        above={
          <>
            <Tag>{t(scopeWords[procedure.serviceLevel.scope])}</Tag>
            {procedure.nationalCode.value && (
              <span className="text-sm text-soft tabular-nums">
                {t('code', { code: procedure.nationalCode.value })}{' '}
                <Unconfirmed t={t} confidence={procedure.nationalCode.confidence} />
              </span>
            )}
          </>
        }
        title={procedure.name[locale]}
        lead={procedure.summary[locale]}
      />
      <AnswerFirst {...view} />
      <ApplyForm procedureKey={procedure.key} label={t('apply')} />
      <p className="mb-6 print:hidden">
        <LinkButton
          href={`/procedures/${procedure.key}/prepare`}
          variant="secondary"
          className="max-sm:w-full"
        >
          {prepare('open')}
        </LinkButton>
      </p>
      <PartialReason {...view} />
      <ProcedureBody {...view} />
      <CommonReasons reasons={await commonestReasons(procedure)} t={t} locale={locale} />
      <ProcedureFigures own={own} all={all} until={view.today} locale={locale} />
    </div>
  )
}
