import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { getTranslator } from '@/app/_server/translator'
import { PageHead } from '@/components/layout/page-head'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { readUnsubscribeToken } from '@/lib/notifications/unsubscribe-token'
import { leaveAction } from './actions'

type Props = { params: Promise<{ token: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('notices')
  return { title: t('leave.title'), robots: { index: false } }
}

/** The link below a letter: asks once, without an account, and says what stays. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params
  const leaving = readUnsubscribeToken(token)
  if (!leaving) notFound()
  const query = await readSearch(`/unsubscribe/${token}`, searchParams)
  const [t, layout] = [await getTranslator('notices'), await getTranslator('layout')]
  const topic = t(`topics.${leaving.topic}`)
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbs={[{ href: '/', text: layout('home') }]}
        crumbsLabel={layout('youAreHere')}
        title={t('leave.title')}
      />
      <div className="max-w-read space-y-4">
        {query.get('done') ? (
          <Notice tone="ok" role="status" title={t('leave.done', { topic })} />
        ) : (
          <form action={leaveAction.bind(null, token)} className="space-y-4">
            <p>{t('leave.ask', { topic })}</p>
            <SubmitButton pendingLabel={t('working')}>{t('leave.yes')}</SubmitButton>
          </form>
        )}
        <p>{t('leave.stays')}</p>
        <p>
          <Link href="/my/notices/preferences">{t('leave.all')}</Link>
        </p>
      </div>
    </div>
  )
}
