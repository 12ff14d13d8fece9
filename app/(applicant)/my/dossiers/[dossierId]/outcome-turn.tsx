import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatMoney } from '@/components/format'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { viewOutcomes } from '@/lib/dossiers/outcomes/view-outcomes'
import { type ApplicantView, endedInRefusal } from '@/lib/dossiers/view-dossier'

type Props = { view: ApplicantView }

/** Whether what the applicant has to do is said by the turns of this file. */
export function hasOutcomeTurn(view: ApplicantView): boolean {
  return endedInRefusal(view) || view.dossier.state === 'awaiting-obligation'
}

/** How the dossier ended without a licence, a fee in mid-process, where it is being sent, what replaced what. */
export async function OutcomeTurn({ view }: Props) {
  if (endedInRefusal(view)) return <Refused view={view} />
  if (view.dossier.state === 'awaiting-obligation') return <FeeDue view={view} />
  return (
    <>
      <OnItsWay view={view} />
      <Corrected view={view} />
    </>
  )
}

async function Refused({ view }: Props) {
  const [t, my, locale] = [
    await getTranslator('outcomes'),
    await getTranslator('my'),
    await getLocale(),
  ]
  const { dossier, words, agency } = view
  const atIntake = dossier.state === 'refused-at-intake'
  const said = words.filter(({ kind }) => kind === 'refusal')
  return (
    <Notice title={atIntake ? t('refused.titleIntake') : t('refused.title')} tone="danger">
      {said.map(({ id, text }) => (
        <p key={id} className="whitespace-pre-line">
          <b>{my('reason')}:</b>
          {'\n'}
          {text}
        </p>
      ))}
      {atIntake && dossier.paymentState === 'paid' && <p>{t('refused.refund')}</p>}
      <Slip view={view} />
      <p>{t('refused.again')}</p>
      <p>{t('refused.complain', { agency: agency.name[locale] })}</p>
    </Notice>
  )
}

async function Slip({ view }: Props) {
  const t = await getTranslator('outcomes')
  const slip = view.documents.find(({ kind }) => kind === 'refusal-slip')
  if (!slip?.issuedFile) return <p>{t('refused.slipComing')}</p>
  // The result is handed over by opening it; the slip at intake is no result.
  const href =
    view.dossier.state === 'refused-at-intake'
      ? `/api/files/${slip.issuedFile.fileId}`
      : `/my/dossiers/${view.dossier.id}/result`
  return <LinkButton href={href}>{t('refused.open')}</LinkButton>
}

async function FeeDue({ view }: Props) {
  const [t, my, locale] = [
    await getTranslator('outcomes'),
    await getTranslator('my'),
    await getLocale(),
  ]
  const { id, feeVnd } = view.dossier
  return (
    <Notice title={my('todo')} tone="warn">
      <p>{t('fee.todo', { amount: formatMoney(feeVnd, locale) })}</p>
      <LinkButton href={`/my/dossiers/${id}/payment`}>{my('pay')}</LinkButton>
    </Notice>
  )
}

async function OnItsWay({ view }: Props) {
  if (!view.dossier.transferToAgencyId) return null
  const t = await getTranslator('outcomes')
  const { transfers } = await viewOutcomes(view.dossier.id)
  const open = transfers.find(({ state }) => state === 'offered')
  if (!open) return null
  const names = { from: open.fromName, to: open.toName }
  return (
    <Notice title={t('transfer.waiting', names)}>
      <p>{t('transfer.waitingText', names)}</p>
    </Notice>
  )
}

async function Corrected({ view }: Props) {
  const licences = view.documents.filter(({ kind }) => kind === 'licence')
  if (licences.length < 2) return null
  const t = await getTranslator('outcomes')
  return <p className="mb-4 max-w-read">{t('correctedTodo')}</p>
}
