import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { getTranslator } from '../../_server/translator'
import { SignInPage } from '../sign-in-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signIn')
  return { title: t('signedOutTitle'), robots: { index: false } }
}

export default async function SignedOutPage() {
  const t = await getTranslator('signIn')
  return (
    <SignInPage title={t('signedOutTitle')} lead={t('signedOutLead')}>
      <p className="mt-6">
        <LinkButton href="/login" variant="secondary">
          {t('signInAgain')}
        </LinkButton>
      </p>
    </SignInPage>
  )
}
