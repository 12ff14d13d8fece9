import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatPercent } from '@/components/format'
import { type Column, Table } from '@/components/ui/table'
import { describeLimit } from '@/lib/procedures/clocks'
import type { Procedure } from '@/lib/procedures/procedure'
import { describeStepLimit } from '@/lib/procedures/step-limit'

type Step = Procedure['steps'][number]

/** The steps of the published process: who, and how much of which clock. */
export async function StepTable({ procedure }: { procedure: Procedure }) {
  const t = await getTranslator('process')
  return (
    <section className="mt-6">
      <Table
        caption={t('stepsTitle')}
        columns={await columns(procedure)}
        rows={procedure.steps}
        rowKey={(step) => step.key}
      />
    </section>
  )
}

async function columns(procedure: Procedure): Promise<Column<Step>[]> {
  const [t, locale] = [await getTranslator('process'), await getLocale()]
  const clockOf = ({ clock }: Step) => procedure.clocks.find(({ key }) => key === clock)
  return [
    { key: 'step', header: t('steps.step'), cell: (step) => step.name[locale] },
    {
      key: 'role',
      header: t('steps.role'),
      cell: ({ role, together }) =>
        [t(`roles.${role}`), together?.[locale]].filter(Boolean).join(', '),
    },
    {
      key: 'clock',
      header: t('steps.clock'),
      cell: (step) => {
        const clock = clockOf(step)
        if (!clock) return t('noClock')
        return `${clock.label[locale]}: ${describeLimit(clock.limit, locale)}`
      },
    },
    {
      key: 'share',
      header: t('steps.share'),
      numeric: true,
      cell: (step) => (clockOf(step) ? formatPercent(step.share, locale) : ''),
    },
    {
      key: 'limit',
      header: t('steps.limit'),
      numeric: true,
      cell: (step) => describeStepLimit(procedure, step, locale) ?? '',
    },
  ]
}
