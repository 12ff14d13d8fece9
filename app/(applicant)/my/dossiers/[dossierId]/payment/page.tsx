import type { Metadata } from 'next'
import { requireOwnDossier } from '@/app/_server/own-dossier'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { RefreshUntil } from '@/components/dossier/refresh-until'
import { formatDateTime, formatMoney } from '@/components/format'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'
import { ForOthers } from '../workspace-parts'

type Props = {
  params: Promise<{ dossierId: string }>
  searchParams: Promise<{ returned?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('my'))('payment.title') }
}

export default async function PaymentPage({ params, searchParams }: Props) {
  const { dossierId } = await params
  const view = await requireOwnDossier(dossierId, `/my/dossiers/${dossierId}/payment`)
  const due = ['awaiting-payment', 'awaiting-obligation'].includes(view.dossier.state)
  const [t, layout] = [await getTranslator('my'), await getTranslator('layout')]
  return (
    <div className="wrap">
      <PageHead
        crumbs={[
          { href: '/', text: layout('home') },
          { href: '/my', text: t('title') },
        ]}
        crumbsLabel={layout('youAreHere')}
        title={due ? t('payment.title') : t('submitted.title')}
      />
      {due ? <Due view={view} returned={(await searchParams).returned} /> : <Done view={view} />}
    </div>
  )
}

async function Due({ view, returned }: { view: ApplicantView; returned?: string | undefined }) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const { dossier } = view
  const amount = formatMoney(dossier.feeVnd, locale)
  const waiting = returned === 'paid' || returned === 'pending'
  return (
    <>
      {waiting && (
        <Notice title={t('payment.waiting')} role="status">
          <p>{t('payment.waitingHint')}</p>
          <p>
            <a href={`/my/dossiers/${dossier.id}/payment?returned=${returned}`}>
              {t('payment.check')}
            </a>
          </p>
          <RefreshUntil seconds={120} />
        </Notice>
      )}
      {returned === 'failed' && (
        <Notice title={t('payment.failed')} tone="warn" role="status">
          <p>{t('payment.failedHint')}</p>
        </Notice>
      )}
      <Reference view={view} />
      <dl className="my-6 max-w-2xl border-y border-line py-4">
        <dt className="text-sm text-soft">{t('payment.amount')}</dt>
        <dd className="text-2xl font-semibold tabular-nums">{amount}</dd>
        <dd className="text-sm text-soft">
          {t('payment.forWhat', { procedure: view.procedure.name[locale] })}
        </dd>
      </dl>
      {!view.rights.has('view-payment') && <ForOthers />}
      {!waiting && view.rights.has('view-payment') && (
        <>
          <LinkButton href={`/my/dossiers/${dossier.id}/pay`}>
            {t('payment.button', { amount })}
          </LinkButton>
          <p className="mt-4 max-w-read text-sm text-soft">{t('payment.safe')}</p>
        </>
      )}
    </>
  )
}

async function Reference({ view }: { view: ApplicantView }) {
  const t = await getTranslator('my')
  return (
    <div className="max-w-2xl border border-line bg-ground p-5">
      <p className="mb-1 text-sm text-soft">{t('payment.reference')}</p>
      <p className="mb-1 text-2xl font-semibold tabular-nums">{view.dossier.submissionReference}</p>
      <p className="mb-0 text-sm text-soft">{t('payment.referenceHint')}</p>
    </div>
  )
}

async function Done({ view }: { view: ApplicantView }) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const { dossier, agency } = view
  const due = dossier.acceptanceDueAt
  return (
    <>
      <Reference view={view} />
      {dossier.feeVnd > 0 && (
        <Notice
          title={t('submitted.paid', { amount: formatMoney(dossier.feeVnd, locale) })}
          tone="ok"
        />
      )}
      {due && (
        <>
          <h2 className="mt-8">{t('submitted.next')}</h2>
          <p>{t('submitted.nextText', { agency: agency.name[locale], at: formatDateTime(due) })}</p>
        </>
      )}
      <LinkButton href={`/my/dossiers/${dossier.id}`}>{t('submitted.open')}</LinkButton>
    </>
  )
}
