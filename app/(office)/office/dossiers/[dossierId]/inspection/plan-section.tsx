import { today } from '@/app/_server/today'
import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { type ActField, ActForm } from '@/components/office/act-form'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { planAction } from './inspection-actions'
import { formFrame } from './shared-words'

type Words = Awaited<ReturnType<typeof getTranslator<'inspection'>>>

/** When, where, by whom; and the form that plans it. */
export async function PlanSection({ view }: { view: InspectionView }) {
  const t = await getTranslator('inspection')
  const { visit, may } = view
  const form = may.plan ? <PlanForm view={view} /> : null
  return (
    <section aria-labelledby="plan-title" className="mt-6">
      <h2 id="plan-title" className="text-base">
        {t('plan.title')}
      </h2>
      {visit ? <Planned view={view} /> : <p className="text-soft">{t('none')}</p>}
      {visit && form ? <Details summary={t('plan.again')}>{form}</Details> : form}
    </section>
  )
}

async function Planned({ view: { visit, team, closedDay } }: { view: InspectionView }) {
  const t = await getTranslator('inspection')
  if (!visit?.plannedFor) return null
  return (
    <>
      {closedDay && visit.state === 'planned' && (
        <Notice
          title={t('plan.closedDay', { date: formatDate(visit.plannedFor) })}
          tone="warn"
          level={3}
        />
      )}
      <SummaryList
        rows={[
          { id: 'visit-at', label: t('plan.at'), value: formatDateTime(visit.plannedFor) },
          { id: 'visit-place', label: t('plan.place'), value: visit.place ?? '' },
          { id: 'visit-decision', label: t('plan.decision'), value: visit.decisionNumber ?? '' },
          {
            id: 'visit-team',
            label: t('plan.team'),
            value: team
              .map(({ part, name, title }) => `${t(`plan.parts.${part}`)}: ${name}, ${title}`)
              .join('\n'),
          },
          { id: 'visit-agenda', label: t('plan.agenda'), value: visit.agenda ?? '' },
        ]}
      />
    </>
  )
}

async function PlanForm({ view }: { view: InspectionView }) {
  const t = await getTranslator('inspection')
  return (
    <ActForm
      id="plan"
      act={planAction}
      title={t('plan.title')}
      effect={t('plan.effect')}
      button={t('plan.button')}
      fields={fields(t, view)}
      {...(await formFrame(view))}
    />
  )
}

function fields(t: Words, { colleagues }: InspectionView): ActField[] {
  const options = colleagues.map(({ id, fullName, position }) => ({
    value: id,
    label: `${fullName}, ${position}`,
  }))
  const select = (name: string, label: string, hint?: string): ActField => ({
    kind: 'select',
    name,
    label,
    options,
    ...(hint ? { hint } : {}),
  })
  return [
    { kind: 'date', name: 'plannedOn', label: t('plan.day'), min: today() },
    { kind: 'text', name: 'plannedTime', label: t('plan.time'), hint: t('plan.timeHint') },
    { kind: 'text', name: 'place', label: t('plan.place') },
    { kind: 'longtext', name: 'agenda', label: t('plan.agenda'), rows: 3 },
    { kind: 'text', name: 'decisionNumber', label: t('plan.decision') },
    select('leadPostId', t('plan.lead'), t('plan.leadHint')),
    ...['1', '2', '3'].map((n) => select(`member${n}`, t('plan.member', { n }))),
    select('secretaryPostId', t('plan.secretary')),
    {
      kind: 'longtext',
      name: 'outsiders',
      label: t('plan.outsiders'),
      hint: t('plan.outsidersHint'),
      rows: 2,
    },
  ]
}
