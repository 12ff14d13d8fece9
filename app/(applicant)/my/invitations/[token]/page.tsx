import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { currentSignedIn } from '@/app/_server/current-actor'
import { withReturn } from '@/app/_server/safe-path'
import { getTranslator } from '@/app/_server/translator'
import { workspaceRefusal } from '@/app/_server/workspace-words'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { clock } from '@/lib/server/business-clock'
import { viewInvitation } from '@/lib/workspace/accept-invitation'
import { MyPageHead } from '../../my-page-head'
import { acceptAction } from './actions'

type Props = { params: Promise<{ token: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslator('workspace'))('invitation.title'),
    robots: { index: false },
    // The address is the key to the invitation: no other site is to learn it.
    referrer: 'no-referrer',
  }
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const { token } = await params
  const path = `/my/invitations/${token}`
  await readSearch(path, searchParams)
  const person = await currentSignedIn()
  if (!person) redirect(withReturn('/login', path))
  const t = await getTranslator('workspace')
  const found = await viewInvitation(person, { token, at: clock.now() })
  return (
    <div className="wrap pb-12">
      <MyPageHead title={t('invitation.title')} />
      {found.ok ? (
        <div className="max-w-read">
          <p>
            {t('invitation.body', {
              organisation: found.value.organisationName,
              role: t(`roles.${found.value.role}`),
            })}
          </p>
          <p className="text-soft">{t(`roleHints.${found.value.role}`)}</p>
          <form action={acceptAction.bind(null, token)}>
            <SubmitButton pendingLabel={t('working')} className="max-sm:w-full">
              {t('invitation.button')}
            </SubmitButton>
          </form>
          <p className="mt-3 text-sm text-soft">{t('invitation.after')}</p>
        </div>
      ) : (
        <Notice tone="warn" title={t('refusedTitle')}>
          <p>{await workspaceRefusal(found.refusal.code)}</p>
        </Notice>
      )}
    </div>
  )
}
