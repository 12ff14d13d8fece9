import { type CalculatorQuery, WAIT_ROWS } from '@/components/deadlines/calculator-query'
import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Fieldset } from '@/components/ui/fieldset'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'

const UNITS = ['working-day', 'calendar-day', 'working-hour', 'month', 'same-day'] as const

type Props = { query: CalculatorQuery; locale: Locale }

/** Asks by GET, so that the address holds the question; works without JavaScript. */
export function DueDateForm({ today, ...props }: Props & { today: string }) {
  const { query, locale } = props
  const t = translatorFor(locale, 'deadlines')
  const filled = (names: readonly string[]) => names.some((name) => query.values[name])
  const waitNames = WAIT_ROWS.flatMap((row) => [`from${row}`, `to${row}`])
  return (
    <form action="/due-date" method="get" className="max-w-form space-y-7">
      <TextInput
        {...boxOf(props, 'received')}
        type="datetime-local"
        label={t('received')}
        hint={t('receivedHint')}
        defaultValue={query.values['received'] ?? today}
        length="medium"
        required
      />
      <Fieldset id="limit" label={t('limit')} hint={t('limitHint')}>
        <div className="space-y-5">
          <Leg {...props} index={1} />
          <Leg {...props} index={2} />
        </div>
      </Fieldset>
      <div>
        <Details
          summary={t('more')}
          open={filled(['cutoff']) || query.values['offHours'] === 'as-is'}
        >
          <OfficeRules {...props} />
        </Details>
        <Details summary={t('waits')} open={filled(waitNames)}>
          <p className="mb-4 max-w-read text-sm text-soft">{t('waitsHint')}</p>
          <div className="space-y-7">
            {WAIT_ROWS.map((row) => (
              <Wait key={row} {...props} row={row} />
            ))}
          </div>
        </Details>
      </div>
      <div className="flex flex-wrap gap-4 print:hidden">
        <Button>{t('action')}</Button>
        {query.asked && (
          <LinkButton href="/due-date" variant="secondary">
            {t('again')}
          </LinkButton>
        )}
      </div>
    </form>
  )
}

function Leg({ index, ...props }: Props & { index: 1 | 2 }) {
  const t = translatorFor(props.locale, 'deadlines')
  const second = index === 2
  return (
    <div className="grid items-end gap-x-5 gap-y-4 sm:grid-cols-2">
      <TextInput
        {...boxOf(props, `value${index}`)}
        label={t(`value${index}`)}
        hint={second ? t('value2Hint') : undefined}
        optional={second ? t('optional') : undefined}
        inputMode="decimal"
        autoComplete="off"
        length="short"
      />
      <Select
        {...boxOf(props, `unit${index}`)}
        label={t(`unit${index}`)}
        options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
    </div>
  )
}

function OfficeRules(props: Props) {
  const t = translatorFor(props.locale, 'deadlines')
  return (
    <div className="space-y-5">
      <Select
        {...boxOf(props, 'offHours')}
        label={t('offHours')}
        options={[
          { value: 'next-working-time', label: t('offHoursNext') },
          { value: 'as-is', label: t('offHoursAsIs') },
        ]}
      />
      <TextInput
        {...boxOf(props, 'cutoff')}
        type="time"
        label={t('cutoff')}
        hint={t('cutoffHint')}
        optional={t('optional')}
        length="short"
      />
    </div>
  )
}

function Wait({ row, ...props }: Props & { row: number }) {
  const t = translatorFor(props.locale, 'deadlines')
  return (
    <Fieldset id={`wait${row}`} label={t('waitRow', { row: String(row) })}>
      <div className="grid items-end gap-x-5 gap-y-4 sm:grid-cols-2">
        <TextInput {...boxOf(props, `from${row}`)} type="datetime-local" label={t('from')} />
        <TextInput {...boxOf(props, `to${row}`)} type="datetime-local" label={t('to')} />
        <Select
          {...boxOf(props, `effect${row}`)}
          label={t('effect')}
          options={[
            { value: 'pause', label: t('pause') },
            { value: 'restart', label: t('restart') },
          ]}
        />
      </div>
    </Fieldset>
  )
}

/** Name, what was entered before, and what is wrong with it. */
function boxOf({ query, locale }: Props, name: string) {
  const problem = query.problems.find(({ field }) => field === name)
  const error = problem && translatorFor(locale, 'deadlines')(`problem.${problem.code}`)
  return { id: name, name, defaultValue: query.values[name], error }
}
