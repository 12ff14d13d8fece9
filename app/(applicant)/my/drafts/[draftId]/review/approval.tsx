import { ClientMessages } from '@/app/_server/client-messages'
import type { OwnDraft } from '@/app/_server/own-draft'
import { getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import type { FilingStanding } from '@/lib/drafts/filing-approval'
import { approveAction, askAction, returnAction } from './approval-actions'
import { PlaceFields } from './place-fields'
import { placeOffer } from './place-offer'

type Request = NonNullable<FilingStanding['request']>
const when = (at: Date | null) => (at ? formatDateTime(at) : '')

type StandingProps = { request: Request; mayDecide: boolean }

/** How the draft stands with the representative: asked, approved, returned, or changed since then. */
export async function ApprovalStanding({ request, mayDecide }: StandingProps) {
  const t = await getTranslator('workspace')
  const decided = { name: request.decidedByName ?? '', at: when(request.decidedAt) }
  if (request.state === 'returned')
    return (
      <Notice tone="warn" title={t('filing.returned')}>
        <p className="whitespace-pre-line">
          {t('filing.returnedBody', { ...decided, reason: request.reason ?? '' })}
        </p>
      </Notice>
    )
  if (!request.stands)
    return (
      <Notice tone="warn" title={t('filing.changed')}>
        <p>{t('filing.changedBody')}</p>
      </Notice>
    )
  if (request.state === 'approved')
    return (
      <Notice tone="ok" title={t('filing.approved')}>
        <p>{t('filing.approvedBody', decided)}</p>
      </Notice>
    )
  const asked = { name: request.askedByName, at: when(request.askedAt) }
  return (
    <Notice title={t(mayDecide ? 'filing.askedYou' : 'filing.asked')}>
      <p>{t(mayDecide ? 'filing.askedYouBody' : 'filing.askedBody', asked)}</p>
    </Notice>
  )
}

type AskProps = { own: OwnDraft; blocked: boolean; request: FilingStanding['request'] }

/** For whoever prepares: the button that puts the draft before the representative. */
export async function AskApproval({ own, blocked, request }: AskProps) {
  const t = await getTranslator('workspace')
  const offer = await placeOffer(own)
  const chosen = request?.place ?? { receivingAgencyId: null, supportPlace: '' }
  return (
    <section className="mt-10 max-w-4xl print:hidden" aria-labelledby="ask">
      <h2 id="ask">{t('filing.title')}</h2>
      <p className="mt-3 max-w-read">{t('filing.lead')}</p>
      {blocked ? (
        <p className="font-semibold">{t('filing.blocked')}</p>
      ) : (
        <form action={askAction.bind(null, own.view.draft.id)}>
          {offer && (
            <ClientMessages namespaces={['draft']}>
              <PlaceFields offer={offer} chosen={chosen} />
            </ClientMessages>
          )}
          <SubmitButton pendingLabel={t('working')} className="max-sm:w-full">
            {t(request ? 'filing.askAgain' : 'filing.ask')}
          </SubmitButton>
        </form>
      )}
    </section>
  )
}

/** For the representative: approve exactly this, or return it with a reason. */
export async function DecideFiling({ draftId, request }: { draftId: string; request: Request }) {
  const t = await getTranslator('workspace')
  const about = { draftId, requestId: request.id }
  const { receivingAgencyId, supportPlace } = request.place
  return (
    <section
      className="mt-10 max-w-4xl border-l-6 border-primary bg-wash p-4 sm:px-5 print:hidden"
      aria-labelledby="decide"
    >
      <h2 id="decide">{t('filing.decideTitle', { name: request.askedByName })}</h2>
      <p className="mt-2 max-w-read">{t('filing.decideBody')}</p>
      {receivingAgencyId && <p>{t('filing.decidePlace')}</p>}
      {supportPlace && <p>{t('filing.support', { place: supportPlace })}</p>}
      <form action={approveAction.bind(null, about)}>
        <SubmitButton pendingLabel={t('working')} className="max-sm:w-full">
          {t('filing.approve')}
        </SubmitButton>
      </form>
      <form action={returnAction.bind(null, about)} className="mt-6 space-y-4">
        <Textarea
          id="reason"
          name="reason"
          label={t('filing.reason')}
          hint={t('filing.reasonHint')}
          rows={3}
          maxLength={2000}
          required
        />
        <SubmitButton variant="secondary" pendingLabel={t('working')} className="max-sm:w-full">
          {t('filing.return')}
        </SubmitButton>
      </form>
    </section>
  )
}
