'use client'

import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useBox, useFormTools, type Words } from '@/components/form/form-tools'
import { dotPath } from '@/components/form/paths'
import { firstTyped } from '@/components/form/typed'
import { formatLongDate } from '@/components/format'
import { controlAria, Field } from '@/components/ui/field'
import { cleanLine } from '@/lib/procedures/clean-text'
import { parseDay } from '@/lib/procedures/read/date'

type Props = { path: string; words: Words }

/**
 * A day written as people write it here, 30/11/2026, whatever the language of the browser: the
 * browser's own date box would show month and day in its own order. A wrong day stays as typed.
 */
export function DayBox({ path, words }: Props) {
  const t = useTranslations('form')
  const { control } = useFormTools().form
  const { locale } = useFormTools().payload
  const text: unknown = useWatch({ control, name: dotPath(path) })
  const day = parseDay(cleanLine(String(text ?? '')))
  return (
    <MomentBox
      path={path}
      words={words}
      placeholder={t('dayShape')}
      tidy={tidyDay}
      width="max-w-44"
    >
      {day && formatLongDate(day, locale)}
    </MomentBox>
  )
}

/** A time of day, 07:30. */
export function TimeBox(props: Props) {
  const t = useTranslations('form')
  return <MomentBox {...props} placeholder={t('timeShape')} tidy={tidyTime} width="max-w-28" />
}

type MomentProps = Props & {
  placeholder: string
  width: string
  tidy: (text: string) => string
  children?: ReactNode
}

function MomentBox({ path, words, placeholder, tidy, width, children }: MomentProps) {
  const { onBlur, ...box } = useBox(path)
  const { form, typed, touch } = useFormTools()
  return (
    <Field {...words} id={box.id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className={`w-full ${width}`}>
          <input
            {...box}
            {...controlAria(box.id, words)}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder={placeholder}
            className="control tabular-nums"
            defaultValue={firstTyped(typed, path)}
            onBlur={(event) => {
              const { value } = event.currentTarget
              const tidied = tidy(value)
              if (tidied !== value) {
                form.setValue(dotPath(path), tidied)
                touch()
              }
              onBlur(event)
            }}
          />
        </div>
        {children !== undefined && (
          <output htmlFor={box.id} className="text-sm text-soft">
            {children}
          </output>
        )}
      </div>
    </Field>
  )
}

/** The number keys of a phone have no slash: 30112026 is 30/11/2026. */
function tidyDay(text: string): string {
  const digits = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text)
  if (digits) return digits.slice(1).join('/')
  const day = parseDay(cleanLine(text))
  return day ? day.split('-').reverse().join('/') : text
}

/** 730, 0730, 7h30 and 7h are 07:30 and 07:00. */
function tidyTime(text: string): string {
  const parts = /^\s*(\d{1,2}?)(?:[:h.]?(\d{2})|h|)\s*$/i.exec(text)
  if (!parts?.[1]) return text
  return `${parts[1].padStart(2, '0')}:${parts[2] ?? '00'}`
}
