import type { Metadata } from 'next'
import { requireActor } from '@/app/_server/current-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { Link } from '@/components/ui/link'
import { SubmitButton } from '@/components/ui/submit-button'
import { readInbox } from '@/lib/notifications/inbox'
import { MyPageHead } from '../my-page-head'
import { NoticeLines } from '../notice-lines'
import { markAllReadAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('my'))('notices') }
}

export default async function NoticesPage() {
  const { personId } = await requireActor('applicant', '/my/notices')
  const [t, n, locale] = [
    await getTranslator('my'),
    await getTranslator('notices'),
    await getLocale(),
  ]
  const lines = await readInbox(personId, locale)
  return (
    <div className="wrap">
      <MyPageHead title={t('notices')} />
      <div className="max-w-4xl">
        <p className="mb-4">
          <Link href="/my/notices/preferences">{n('open')}</Link>
        </p>
        {lines.some(({ unread }) => unread) && (
          <form action={markAllReadAction} className="mb-4">
            <SubmitButton variant="secondary" size="slim" pendingLabel={t('working')}>
              {t('markAllRead')}
            </SubmitButton>
          </form>
        )}
        <NoticeLines lines={lines} />
      </div>
    </div>
  )
}
