'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { DayBox, TimeBox } from '@/components/form/fields/moment-box'
import { useBox, useFormTools, useQuestion } from '@/components/form/form-tools'
import { dotPath } from '@/components/form/paths'
import { firstTyped } from '@/components/form/typed'
import { MoneyInput } from '@/components/ui/money-input'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import type { FieldOf, TextFormat } from '@/lib/procedures/shape/field'

type Props<Type extends Parameters<typeof useQuestion>[0]['type']> = {
  field: FieldOf<Type>
  path: string
}

const formats = {
  'personal-id': { inputMode: 'numeric', length: 'medium' },
  'tax-code': { inputMode: 'numeric', length: 'medium' },
  'practising-licence': { autoCapitalize: 'characters', length: 'medium' },
  url: { inputMode: 'url', autoCapitalize: 'none', length: 'full' },
  coordinates: { length: 'medium' },
} as const satisfies Record<TextFormat, object>

export function TextField({ field, path }: Props<'text'>) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const t = useTranslations('form')
  const { typed } = useFormTools()
  const format = field.format && formats[field.format]
  const hint = field.format === 'personal-id' ? (words.hint ?? t('format.personal-id')) : words.hint
  return (
    <TextInput
      {...box}
      {...words}
      hint={hint}
      {...(format ? { autoComplete: 'off', spellCheck: false, ...format } : {})}
      {...(field.maxLength <= 60 && !format ? { length: 'medium' } : {})}
      defaultValue={firstTyped(typed, path)}
    />
  )
}

export function LongTextField({ field, path }: Props<'longtext'>) {
  const box = useBox(path)
  const { note, ...words } = useQuestion(field, path)
  const { typed } = useFormTools()
  return (
    <Textarea
      {...box}
      {...words}
      note={note ?? <LengthLeft path={path} max={field.maxLength} />}
      defaultValue={firstTyped(typed, path)}
    />
  )
}

function LengthLeft({ path, max }: { path: string; max: number }) {
  const { control } = useFormTools().form
  const t = useTranslations('form')
  const text: unknown = useWatch({ control, name: dotPath(path) })
  const left = max - [...String(text ?? '')].length
  const count = String(Math.abs(left))
  return <span>{t(left < 0 ? 'lengthOver' : 'lengthLeft', { count })}</span>
}

export function NumberField({ field, path }: Props<'number'>) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const { typed, payload } = useFormTools()
  return (
    <TextInput
      {...box}
      {...words}
      inputMode={field.integer ? 'numeric' : 'decimal'}
      autoComplete="off"
      length="short"
      suffix={field.unit?.[payload.locale]}
      defaultValue={firstTyped(typed, path)}
    />
  )
}

export function MoneyField({ field, path }: Props<'money'>) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const { typed, payload } = useFormTools()
  return (
    <MoneyInput
      {...box}
      {...words}
      locale={payload.locale}
      defaultValue={firstTyped(typed, path)}
    />
  )
}

export function DateField({ field, path }: Props<'date'>) {
  return <DayBox path={path} words={useQuestion(field, path)} />
}

export function TimeField({ field, path }: Props<'time'>) {
  return <TimeBox path={path} words={useQuestion(field, path)} />
}

export function PhoneField({ field, path }: Props<'phone'>) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const t = useTranslations('form')
  const { typed } = useFormTools()
  return (
    <TextInput
      {...box}
      {...words}
      hint={words.hint ?? t('format.phone')}
      type="tel"
      autoComplete="tel"
      length="medium"
      defaultValue={firstTyped(typed, path)}
    />
  )
}

export function EmailField({ field, path }: Props<'email'>) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const { typed } = useFormTools()
  return (
    <TextInput
      {...box}
      {...words}
      type="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={firstTyped(typed, path)}
    />
  )
}
