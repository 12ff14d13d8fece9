'use client'

import { useTranslations } from 'use-intl'
import { DayBox } from '@/components/form/fields/moment-box'
import { useBox, useFormTools, useProblem, useQuestion } from '@/components/form/form-tools'
import { controlId } from '@/components/form/paths'
import { firstTyped } from '@/components/form/typed'
import { Fieldset } from '@/components/ui/fieldset'
import { TextInput } from '@/components/ui/text-input'
import type { FieldOf, OrganisationPart, PersonPart } from '@/lib/procedures/shape/field'

/** How the box of a part looks and what keyboard a phone shows for it. */
const boxes = {
  full_name: {},
  position: {},
  id_number: { inputMode: 'numeric', autoComplete: 'off', length: 'medium' },
  phone: { type: 'tel', length: 'medium' },
  email: { type: 'email', autoCapitalize: 'none', spellCheck: false },
  name: {},
  tax_code: { inputMode: 'numeric', autoComplete: 'off', length: 'medium' },
  contact: {},
} as const satisfies Record<Exclude<PersonPart | OrganisationPart, 'date_of_birth'>, object>

type PersonProps = { field: FieldOf<'person'>; path: string }

export function PersonField({ field, path }: PersonProps) {
  const words = useQuestion(field, path)
  const t = useTranslations('form')
  return (
    <Fieldset {...words} id={controlId(path)}>
      <div className="max-w-form space-y-4 border-l-2 border-line pl-4">
        {field.parts.map((part) => {
          const optional = !field.requiredParts.includes(part)
          const props = { path: `${path}.${part}`, label: t(`person.${part}`), optional }
          if (part === 'date_of_birth') return <BirthBox key={part} {...props} />
          return <PartBox key={part} part={part} {...props} />
        })}
      </div>
    </Fieldset>
  )
}

export function OrganisationField({
  field,
  path,
}: {
  field: FieldOf<'organisation'>
  path: string
}) {
  const words = useQuestion(field, path)
  const t = useTranslations('form')
  return (
    <Fieldset {...words} id={controlId(path)}>
      <div className="max-w-form space-y-4 border-l-2 border-line pl-4">
        {field.parts.map((part) => (
          <PartBox
            key={part}
            part={part}
            path={`${path}.${part}`}
            label={t(`organisation.${part}`)}
            optional={!field.requiredParts.includes(part)}
          />
        ))}
      </div>
    </Fieldset>
  )
}

type PartProps = { path: string; label: string; optional: boolean }

function PartBox({ part, ...props }: PartProps & { part: keyof typeof boxes }) {
  const { typed } = useFormTools()
  return (
    <TextInput {...usePart(props)} {...boxes[part]} defaultValue={firstTyped(typed, props.path)} />
  )
}

function BirthBox({ path, label, optional }: PartProps) {
  const t = useTranslations('form')
  const words = { label, error: useProblem(path), optional: optional ? t('optional') : undefined }
  return <DayBox path={path} words={words} />
}

function usePart({ path, label, optional }: PartProps) {
  const t = useTranslations('form')
  const box = useBox(path)
  return { ...box, label, error: useProblem(path), optional: optional ? t('optional') : undefined }
}
