import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { LendingForm } from '@/components/office/lending-form'
import type { DelegationDesk } from '@/lib/administration/delegations'
import { listProcedures } from '@/lib/administration/published-procedures'
import { lendAction } from './actions'

const CAPACITIES = ['KT', 'TL', 'TUQ'] as const

/** The form by which powers are lent. */
export async function LendPowers({ desk }: { desk: DelegationDesk }) {
  const [t, words, refusals, locale] = [
    await getTranslator('delegations'),
    await getTranslator('dossier'),
    await getTranslator('refusals'),
    await getLocale(),
  ]
  const holder = ({ id, fullName, position }: DelegationDesk['borrowers'][number]) => ({
    value: id,
    label: t('holder', { name: fullName, position }),
  })
  const held = [...new Set(desk.lenders.flatMap(({ events }) => events))]
  const procedures = await listProcedures()
  const only = desk.lenders.length === 1 ? desk.lenders[0]?.post.id : undefined
  return (
    <section aria-labelledby="lend-title" className="mt-10">
      <h2 id="lend-title" className="text-xl">
        {t('formTitle')}
      </h2>
      <p className="max-w-read text-soft">{t('formEffect')}</p>
      <LendingForm
        act={lendAction}
        today={today()}
        words={{ refusedTitle: refusals('title'), button: t('button'), pending: t('pending') }}
        labels={{
          fromPostId: t('from'),
          toPostId: t('to'),
          capacity: t('capacity'),
          events: t('events'),
          procedures: t('procedures'),
          fromDay: t('fromDay'),
          toDay: t('toDay'),
          paperNumber: t('paperNumber'),
          paperDay: t('paperDay'),
        }}
        hints={{ events: t('eventsHint'), procedures: t('proceduresHint') }}
        options={{
          fromPostId: desk.lenders.map(({ post }) => holder(post)),
          toPostId: desk.borrowers.filter(({ id }) => id !== only).map(holder),
          capacity: CAPACITIES.map((key) => ({ value: `${key}.`, label: t(`capacities.${key}`) })),
          events: held.map((value) => ({ value, label: words(`events.${value}`) })),
          procedures: procedures.map(({ key, shortName }) => ({
            value: key,
            label: shortName[locale],
          })),
        }}
      />
    </section>
  )
}
