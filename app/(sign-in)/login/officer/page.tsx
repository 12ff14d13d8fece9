import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { env } from '@/lib/server/env'
import { readSearch, type SearchParams } from '../../../_server/asked-language'
import { ClientMessages } from '../../../_server/client-messages'
import { withReturn } from '../../../_server/safe-path'
import { getTranslator } from '../../../_server/translator'
import { SignInPage } from '../../sign-in-page'
import { AttemptNotice } from '../attempt-notice'
import { readReturnPath } from '../on-arrival'
import { PasswordForm } from './password-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signIn')
  return { title: t('officerTitle'), robots: { index: false } }
}

export default async function OfficerLoginPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch('/login/officer', searchParams)
  const t = await getTranslator('signIn')
  const returnTo = (await readReturnPath(query)) ?? '/office'
  return (
    <SignInPage title={t('officerTitle')} lead={t('officerLead')}>
      <AttemptNotice error={query.get('error')} />
      <p className="mt-6">
        <LinkButton href={withReturn('/login/eid', returnTo)}>{t('eidAction')}</LinkButton>
      </p>
      {env().OFFICER_PASSWORD_SIGN_IN && (
        <section aria-labelledby="by-password" className="mt-10 border-t border-line pt-6">
          <h2 id="by-password" className="mb-5">
            {t('passwordTitle')}
          </h2>
          <ClientMessages namespaces={['signIn', 'ui']}>
            <PasswordForm returnTo={returnTo} />
          </ClientMessages>
        </section>
      )}
      <p className="mt-10 border-t border-line pt-5">
        <a href="/login">{t('applicantLink')}</a>
      </p>
    </SignInPage>
  )
}
