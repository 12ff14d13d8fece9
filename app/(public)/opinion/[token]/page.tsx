import type { Metadata } from 'next'
import { opinionVisitor } from '@/app/_server/opinion-visitor'
import { getTranslator } from '@/app/_server/translator'
import { PageHead } from '@/components/layout/page-head'
import { ActForm } from '@/components/office/act-form'
import { Notice } from '@/components/ui/notice'
import { openOpinion } from '@/lib/dossiers/opinions/answer-opinion'
import { knockOnOpinion } from '@/lib/dossiers/opinions/opinion-door'
import { enterAction, sendCodeAction } from './actions'
import { Asked } from './asked'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ sent?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('opinion')
  return { title: t('page.title'), robots: { index: false, follow: false } }
}

/** For a unit that is asked for its opinion: by link and by a code from its own mailbox. */
export default async function OpinionPage({ params, searchParams }: Props) {
  const { token } = await params
  const [t, layout] = [await getTranslator('opinion'), await getTranslator('layout')]
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: '/', text: layout('home') }]}
        crumbsLabel={layout('youAreHere')}
        title={t('page.title')}
      />
      <div className="max-w-3xl">
        <Inside token={token} sent={(await searchParams).sent === '1'} />
      </div>
    </div>
  )
}

async function Inside({ token, sent }: { token: string; sent: boolean }) {
  const t = await getTranslator('opinion')
  const visitor = await opinionVisitor(token)
  const door = await knockOnOpinion(token, visitor)
  if (!door.ok)
    return (
      <Notice title={t('page.gone')} tone="danger">
        <p>{t('page.goneHint')}</p>
      </Notice>
    )
  const { standing, maskedEmail } = door.value
  if (standing === 'void') return <Notice title={t('page.void')} />
  if (standing === 'answered' || standing === 'answered-late')
    return <Notice title={t('page.answered')} tone="ok" role="status" />
  const opened = await openOpinion(visitor)
  if (opened.ok) return <Asked token={token} opinion={opened.value} />
  return <SignIn token={token} sent={sent} maskedEmail={maskedEmail} />
}

type SignInProps = { token: string; sent: boolean; maskedEmail: string }

async function SignIn({ token, sent, maskedEmail }: SignInProps) {
  const [t, refusals] = [await getTranslator('opinion'), await getTranslator('refusals')]
  const shared = {
    hidden: { token },
    pending: t('page.pending'),
    refusedTitle: refusals('title'),
  }
  return (
    <>
      {sent && <Notice title={t('page.sent')} tone="ok" role="status" />}
      <h2>{t('page.signIn')}</h2>
      <ActForm
        id="send"
        act={sendCodeAction}
        title={t('page.send')}
        effect={t('page.signInHint', { email: maskedEmail })}
        button={t('page.send')}
        variant={sent ? 'secondary' : 'primary'}
        {...shared}
      />
      <ActForm
        id="enter"
        act={enterAction}
        title={t('page.enter')}
        effect=""
        button={t('page.enter')}
        fields={[{ kind: 'code', name: 'code', label: t('page.code'), hint: t('page.codeHint') }]}
        {...shared}
      />
    </>
  )
}
