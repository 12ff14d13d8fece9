'use client'

import { useTranslations } from 'use-intl'
import { Combobox } from '@/components/form/combobox'
import { useBox, useFormTools, useQuestion } from '@/components/form/form-tools'
import { firstTyped } from '@/components/form/typed'
import { Checkbox } from '@/components/ui/checkbox'
import { Choice } from '@/components/ui/choice'
import { Fieldset } from '@/components/ui/fieldset'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { fieldOptions } from '@/lib/procedures/options'
import type { ChoiceField, FieldOf } from '@/lib/procedures/shape/field'

/** So few choices are better seen at once; a choice that may be left open keeps its empty line. */
const FEW = 5
/** So many are found faster by typing. */
const MANY = 14

export function BooleanField({ field, path }: { field: FieldOf<'boolean'>; path: string }) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const { typed } = useFormTools()
  const t = useTranslations('form')
  const options = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ]
  return <RadioGroup {...box} {...words} options={options} defaultValue={firstTyped(typed, path)} />
}

export function SelectField({ field, path }: { field: FieldOf<'select'>; path: string }) {
  const options = useOptions(field)
  const mustChoose = field.required !== false
  if (options.length <= FEW && mustChoose) return <FewChoices {...{ field, path, options }} />
  if (options.length > MANY) return <ManyChoices {...{ field, path, options }} />
  return <SomeChoices {...{ field, path, options }} />
}

type ChoicesProps = {
  field: FieldOf<'select'>
  path: string
  options: { value: string; label: string }[]
}

function FewChoices({ field, path, options }: ChoicesProps) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const { typed } = useFormTools()
  return <RadioGroup {...box} {...words} options={options} defaultValue={firstTyped(typed, path)} />
}

function SomeChoices({ field, path, options }: ChoicesProps) {
  const box = useBox(path)
  const words = useQuestion(field, path)
  const { typed } = useFormTools()
  const t = useTranslations('form')
  return (
    <Select
      {...box}
      {...words}
      options={options}
      emptyLabel={t('choose')}
      defaultValue={firstTyped(typed, path)}
    />
  )
}

function ManyChoices({ field, path, options }: ChoicesProps) {
  const words = useQuestion(field, path)
  const t = useTranslations('form')
  return <Combobox path={path} words={words} options={options} emptyLabel={t('choose')} />
}

export function MultiselectField({ field, path }: { field: FieldOf<'multiselect'>; path: string }) {
  const { id, ...box } = useBox(path)
  const words = useQuestion(field, path)
  const { typed } = useFormTools()
  const options = useOptions(field)
  return (
    <Fieldset {...words} id={id}>
      {/* A long list stands in two columns where there is room, so that it is seen at once. */}
      <div className={options.length > MANY ? 'max-w-form gap-x-8 sm:columns-2' : undefined}>
        {options.map(({ value, label }, index) => (
          <div key={value} className="break-inside-avoid">
            <Choice
              {...box}
              type="checkbox"
              id={index === 0 ? id : `${id}-${value}`}
              value={value}
              label={label}
              defaultChecked={typed[path]?.includes(value)}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

/** A statement, or a notice that was read: a tick or nothing. */
export function TickField({ field }: { field: FieldOf<'declaration'> | FieldOf<'notice'> }) {
  const box = useBox(field.key)
  const { label, hint, error } = useQuestion(field, field.key)
  const { typed } = useFormTools()
  return (
    <Checkbox
      {...box}
      {...{ label, hint, error }}
      value="true"
      defaultChecked={firstTyped(typed, field.key) === 'true'}
    />
  )
}

function useOptions(field: ChoiceField) {
  const { rules, payload } = useFormTools()
  return fieldOptions(field, rules.codes).map(({ value, label }) => ({
    value,
    label: label[payload.locale],
  }))
}
