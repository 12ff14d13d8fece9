import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requireOwnDossier } from '@/app/_server/own-dossier'
import { getTranslator } from '@/app/_server/translator'
import { PageHead } from '@/components/layout/page-head'
import { ActForm } from '@/components/office/act-form'
import { LinkButton } from '@/components/ui/link-button'
import { viewStopping } from '@/lib/letters/view-letters'
import { requestStopAction, withdrawAction } from './actions'

type Props = { params: Promise<{ dossierId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('letters'))('own.endTitle'), robots: { index: false } }
}

/** Asked on a page of its own, with what becomes of the fee: to withdraw before acceptance, to stop after it. */
export default async function StopPage({ params }: Props) {
  const { dossierId } = await params
  const home = `/my/dossiers/${dossierId}`
  const { dossier } = await requireOwnDossier(dossierId, `${home}/stop`)
  const stopping = await viewStopping(dossier)
  if (stopping.kind !== 'withdraw' && stopping.kind !== 'stop') redirect(home)
  const [t, layout, my, refusals] = [
    await getTranslator('letters'),
    await getTranslator('layout'),
    await getTranslator('my'),
    await getTranslator('refusals'),
  ]
  const reference = dossier.dossierCode ?? dossier.submissionReference
  const words = stopping.kind === 'withdraw' ? 'withdraw' : 'request'
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/my', text: my('title') },
          { href: home, text: reference },
        ]}
        title={t(`${words}.title`)}
        lead={t(`${words}.lead`, { reference })}
      />
      <p className="max-w-read">{t(`fee.${stopping.fee}`)}</p>
      <ActForm
        id="stop"
        act={stopping.kind === 'withdraw' ? withdrawAction : requestStopAction}
        title={t(`${words}.title`)}
        effect={t(`${words}.effect`)}
        button={t(`${words}.button`)}
        variant="danger"
        level={2}
        hidden={{ dossierId, expectedVersion: String(dossier.version) }}
        fields={[{ kind: 'longtext', name: 'reason', label: t('reason'), rows: 3 }]}
        pending={t('sending')}
        refusedTitle={refusals('title')}
      />
      <LinkButton href={home} variant="secondary">
        {t('back')}
      </LinkButton>
    </div>
  )
}
