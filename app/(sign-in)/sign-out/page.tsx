import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { currentSignedIn } from '../../_server/current-actor'
import { getTranslator } from '../../_server/translator'
import { homeOf } from '../../_server/viewer'
import { SignInPage } from '../sign-in-page'
import { signOut } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signIn')
  return { title: t('signOutAction'), robots: { index: false } }
}

/** A link must not end a session, or any page could do it: the button does. */
export default async function SignOutPage() {
  const [t, signedIn] = [await getTranslator('signIn'), await currentSignedIn()]
  if (!signedIn) redirect('/signed-out')
  return (
    <SignInPage title={t('signOutTitle')} lead={t('signOutLead')}>
      <form action={signOut} className="mt-6 flex flex-wrap gap-4">
        <Button>{t('signOutAction')}</Button>
        <LinkButton href={homeOf(signedIn.capacity?.kind ?? 'self')} variant="secondary">
          {t('stay')}
        </LinkButton>
      </form>
    </SignInPage>
  )
}
