import { getTranslator } from '@/app/_server/translator'
import { CalendarForm } from '@/components/office/calendar-form'
import type { CalendarDesk } from '@/lib/administration/calendar-desk'
import { typedFrom, yearsOfForm } from '@/lib/administration/calendar-form'
import { holidayOf } from '@/lib/deadlines/holidays'
import { publishAction } from './actions'

/** The form of a new calendar, filled with the one in force. */
export async function NewCalendar({ desk }: { desk: CalendarDesk }) {
  const [t, words] = [await getTranslator('calendars'), await getTranslator('deadlines')]
  const years = yearsOfForm(desk.inForce)
  const nextYear = years.at(-1)
  return (
    <section aria-labelledby="new-title">
      <h2 id="new-title" className="mb-2 text-xl">
        {t('formTitle')}
      </h2>
      <CalendarForm
        act={publishAction}
        whose={desk.whose}
        first={typedFrom(desk.inForce, (day) => words(`holiday.${holidayOf(day)}`))}
        years={years.map((year) => ({
          year,
          title: t('year', { year }),
          hint: year === nextYear ? t('nextYearHint') : undefined,
        }))}
        words={{
          effectiveFrom: t('effectiveFrom'),
          morning: t('morning'),
          afternoon: t('afternoon'),
          saturday: t('saturday'),
          saturdayHint: t('saturdayHint'),
          from: t('from'),
          to: t('to'),
          off: t('off'),
          makeup: t('makeup'),
          legal: t('legal'),
          linesHint: t('linesHint'),
          preview: t('preview'),
          publish: t('publish'),
          pending: t('pending'),
          refusedTitle: t('refusedTitle'),
          movedHint: t('movedHint'),
        }}
      />
    </section>
  )
}
