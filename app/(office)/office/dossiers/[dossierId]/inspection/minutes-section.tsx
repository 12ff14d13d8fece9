import { MinutesOutcome } from '@/app/_server/minutes-outcome'
import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { TurnUpload } from '@/app/_server/turn-files'
import type { Locale } from '@/components/messages/locale'
import { type ActField, ActForm } from '@/components/office/act-form'
import { TURN_RULES } from '@/lib/dossiers/inspections/turn-place'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { siteItems } from '@/lib/dossiers/inspections/visit-rules'
import { closeVisitAction, paperSignatureAction, signAsLeadAction } from './inspection-actions'
import { formFrame } from './shared-words'

type Words = Awaited<ReturnType<typeof getTranslator<'inspection'>>>
type Props = { view: InspectionView; upload: string | undefined }

/** The form that closes the visit, and afterwards the minutes with both sides' signatures. */
export async function MinutesSection({ view, upload }: Props) {
  const [t, locale] = [await getTranslator('inspection'), await getLocale()]
  const frame = await formFrame(view)
  return (
    <section aria-labelledby="minutes-title" className="mt-6">
      <h2 id="minutes-title" className="text-base">
        {t('minutes.title')}
      </h2>
      <MinutesOutcome view={view} />
      {view.may.plan && (
        <ActForm
          id="minutes"
          act={closeVisitAction}
          title={t('minutes.button')}
          effect={t('minutes.effect')}
          button={t('minutes.button')}
          fields={closingFields(t, view, locale)}
          {...frame}
        />
      )}
      {view.may.leadSigns && (
        <ActForm
          id="lead"
          act={signAsLeadAction}
          title={t('minutes.leadTitle')}
          effect={t('minutes.leadEffect')}
          button={t('minutes.leadButton')}
          {...frame}
        />
      )}
      <PaperSignature view={view} upload={upload} />
    </section>
  )
}

async function PaperSignature({ view, upload }: Props) {
  const t = await getTranslator('inspection')
  const facility = view.minutes?.sides.find(({ side }) => side === 'facility')
  if (!view.may.keepsPaper || !facility || facility.confirmedAt || !view.minutes?.signed)
    return null
  const { id: dossierId } = view.dossier
  return (
    <div className="border-t border-line py-4">
      <TurnUpload
        dossierId={dossierId}
        place="signed-minutes"
        kinds={TURN_RULES['signed-minutes'].accept}
        back={`/office/dossiers/${dossierId}/inspection`}
        words={{
          label: t('minutes.paperUpload'),
          hint: t('minutes.paperHint'),
          button: t('minutes.paperSend'),
        }}
        upload={upload}
      />
      <ul className="my-2 text-sm">
        {view.minutes.scans.map(({ id, name, state }) => (
          <li key={id}>
            {state === 'clean' ? <a href={`/api/files/${id}`}>{name}</a> : name}{' '}
            {state === 'received' && <span className="text-soft">{t('photos.waiting')}</span>}
            {state === 'rejected' && <span className="text-soft">{t('photos.rejected')}</span>}
          </li>
        ))}
      </ul>
      <ActForm
        id="paper"
        act={paperSignatureAction}
        title={t('minutes.paperTitle')}
        effect={t('minutes.paperEffect')}
        button={t('minutes.paperButton')}
        variant="secondary"
        {...(await formFrame(view))}
      />
    </div>
  )
}

const FINDINGS = ['pass', 'pass-with-corrections', 'fail'] as const

function closingFields(t: Words, view: InspectionView, locale: Locale): ActField[] {
  const unmet = view.findings.filter(({ verdict }) => verdict === 'not-met')
  const items = new Map(siteItems(view.procedure).map((item) => [item.key, item.text[locale]]))
  const options = FINDINGS.map((value) => ({ value, label: t(`minutes.findings.${value}`) }))
  const text = (name: string, label: string): ActField => ({ kind: 'text', name, label })
  const long = (name: string, label: string): ActField => ({
    kind: 'longtext',
    name,
    label,
    rows: 3,
  })
  return [
    { kind: 'date', name: 'heldOn', label: t('minutes.heldOn'), max: today() },
    { kind: 'text', name: 'startedAt', label: t('minutes.startedAt'), hint: t('plan.timeHint') },
    { kind: 'text', name: 'endedAt', label: t('minutes.endedAt'), hint: t('plan.timeHint') },
    text('minutesNumber', t('minutes.number')),
    text('facilityName', t('minutes.facilityName')),
    text('facilityTitle', t('minutes.facilityTitle')),
    { kind: 'radio', name: 'finding', label: t('minutes.finding'), options },
    long('summary', t('minutes.summary')),
    ...unmet.map(({ itemKey }) =>
      long(
        `correction.${itemKey}`,
        t('minutes.correction', { item: items.get(itemKey) ?? itemKey }),
      ),
    ),
    ...(unmet.length > 0
      ? [{ kind: 'date' as const, name: 'dueDay', label: t('minutes.dueDay'), min: today() }]
      : []),
    long('facilityStatement', t('minutes.statement')),
  ]
}
