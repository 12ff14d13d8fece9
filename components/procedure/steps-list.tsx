import { Timeline } from '@/components/ui/timeline'
import type { ProcedureView } from './answer-first'
import { stepActor } from './words'

/** The way of a dossier through the agency, in the order of the published process. */
export function StepsList({ procedure, t, locale }: ProcedureView) {
  const items = procedure.steps.map((step) => {
    const actor = stepActor(t, procedure, step.role)
    const together = step.together && t('together', { who: step.together[locale] })
    return {
      id: step.key,
      title: step.name[locale],
      state: 'next' as const,
      meta: [actor, together].filter(Boolean).join(', '),
    }
  })
  return <Timeline items={items} />
}
