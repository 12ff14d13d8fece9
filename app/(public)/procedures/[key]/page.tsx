import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { AnswerFirst } from '@/components/procedure/answer-first'
import { scopeWords, type Words } from '@/components/procedure/words'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { Tag } from '@/components/ui/tag'
import { findProcedure, findSuspensionReason } from '@/lib/administration/published-procedures'
import { readSearch, type SearchParams } from '../../../_server/asked-language'
import { today } from '../../../_server/today'
import { getLocale, getTranslator } from '../../../_server/translator'
import { apply } from '../../../(applicant)/my/start/actions'
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
  const [t, layout, locale] = [
    await getTranslator('procedures'),
    await getTranslator('layout'),
    await getLocale(),
  ]
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
                {t('code', { code: procedure.nationalCode.value })}
              </span>
            )}
          </>
        }
        title={procedure.name[locale]}
        lead={procedure.summary[locale]}
      />
      <AnswerFirst {...view} />
      <Start t={t} procedureKey={procedure.key} />
      <ProcedureBody {...view} />
    </div>
  )
}

async function Start({ t, procedureKey }: { t: Words; procedureKey: string }) {
  const [reason, ui] = [await findSuspensionReason(procedureKey), await getTranslator('ui')]
  if (reason) {
    return (
      <Notice tone="warn" title={t('suspendedTitle')}>
        <p>{reason}</p>
        <p>{t('suspendedBody')}</p>
      </Notice>
    )
  }
  return (
    <form action={apply} className="my-6">
      <input type="hidden" name="procedureKey" value={procedureKey} />
      <SubmitButton pendingLabel={ui('working')} className="max-sm:w-full">
        {t('apply')}
      </SubmitButton>
    </form>
  )
}
