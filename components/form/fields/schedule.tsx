'use client'

import { useTranslations } from 'use-intl'
import { TimeBox } from '@/components/form/fields/moment-box'
import {
  useBox,
  useFormTools,
  useProblem,
  useQuestion,
  useRowList,
} from '@/components/form/form-tools'
import { controlId } from '@/components/form/paths'
import { BLANK_LINE } from '@/components/form/raw-values'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Icon } from '@/components/ui/icon'
import type { FieldOf } from '@/lib/procedures/shape/field'

/** A weekly timetable, line by line; a line without days and hours is no line. */
export function ScheduleField({ field, path }: { field: FieldOf<'schedule'>; path: string }) {
  const words = useQuestion(field, path)
  const t = useTranslations('form')
  const { touch } = useFormTools()
  const lines = useRowList(path)
  const change = (work: () => void) => (event: React.MouseEvent) => {
    event.preventDefault()
    work()
    touch()
  }
  const full = lines.fields.length >= (field.maxItems ?? 50)
  return (
    <Fieldset {...words} id={controlId(path)}>
      <ol className="space-y-3">
        {lines.fields.map((line, index) => (
          <li key={line.id} className="max-w-form rounded-sm border border-line p-3 sm:p-4">
            <Line path={`${path}[${index}]`} number={index + 1} />
            {lines.fields.length > 1 && (
              <Button
                type="submit"
                name="_remove"
                value={`${path}[${index}]`}
                variant="text"
                size="slim"
                className="-ml-4"
                onClick={change(() => lines.remove(index))}
              >
                <Icon name="close" className="size-4" />
                {t('schedule.remove', { number: String(index + 1) })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!full && (
        <Button
          type="submit"
          name="_add"
          value={path}
          variant="secondary"
          size="slim"
          className="mt-3"
          onClick={change(() => lines.append(BLANK_LINE, { shouldFocus: false }))}
        >
          {t('schedule.add')}
        </Button>
      )}
    </Fieldset>
  )
}

function Line({ path, number }: { path: string; number: number }) {
  const t = useTranslations('form')
  return (
    <fieldset>
      <legend className="sr-only">{t('schedule.line', { number: String(number) })}</legend>
      <Days path={`${path}.days`} />
      <div className="mt-2 flex flex-wrap gap-x-5 gap-y-3">
        <Hour path={`${path}.from`} label={t('schedule.from')} />
        <Hour path={`${path}.to`} label={t('schedule.to')} />
      </div>
    </fieldset>
  )
}

function Days({ path }: { path: string }) {
  const { id, ...box } = useBox(path)
  const error = useProblem(path)
  const t = useTranslations('form')
  const { typed, rules, payload } = useFormTools()
  const week = rules.codes.lists['weekdays']?.items ?? []
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-semibold">{t('schedule.days')}</legend>
      <FieldError id={id} error={error} />
      <div className="grid grid-cols-2 gap-x-4 min-[26rem]:grid-cols-3 sm:flex sm:flex-wrap">
        {week.map(({ value, label }, index) => (
          <label key={value} className="flex min-h-11 items-center gap-2.5">
            <input
              {...box}
              id={index === 0 ? id : `${id}-${value}`}
              type="checkbox"
              className="tick mt-0"
              value={value}
              defaultChecked={typed[path]?.includes(value)}
            />
            {label[payload.locale]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Hour({ path, label }: { path: string; label: string }) {
  return <TimeBox path={path} words={{ label, error: useProblem(path) }} />
}
