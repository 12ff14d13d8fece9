import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { withReturn } from '../../_server/safe-path'
import { getTranslator } from '../../_server/translator'
import { SignInPage } from '../sign-in-page'
import { AttemptNotice } from './attempt-notice'
import { readReturnPath } from './on-arrival'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function LoginPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch('/login', searchParams)
  const [t, returnTo] = [await getTranslator('signIn'), await readReturnPath(query)]
  return (
    <SignInPage title={t('title')} lead={t('lead')}>
      <AttemptNotice error={query.get('error')} />
      <p className="mt-6">
        <LinkButton href={withReturn('/login/eid', returnTo)}>{t('eidAction')}</LinkButton>
      </p>
      <p className="mt-3 max-w-read text-sm text-soft">{t('eidNote')}</p>
      <p className="mt-10 border-t border-line pt-5">
        {t('officerQuestion')}{' '}
        <a href={withReturn('/login/officer', returnTo)}>{t('officerLink')}</a>
      </p>
    </SignInPage>
  )
}
