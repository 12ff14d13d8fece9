'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { clashesAt } from '@/components/form/clash'
import { FieldClash } from '@/components/form/field-clash'
import { FieldControl } from '@/components/form/field-control'
import { useFormTools } from '@/components/form/form-tools'
import type { useAutosave } from '@/components/form/use-autosave'
import { Tag } from '@/components/ui/tag'
import type { Novelty } from '@/lib/procedures/definition-news'
import type { Field } from '@/lib/procedures/shape/field'

type Props = {
  saving: ReturnType<typeof useAutosave>
  here: string
  papers: Readonly<Record<string, ReactNode>>
}

/** The questions of a section, each with what there is to say about it before its control. */
export function SectionQuestions({ saving, here, papers }: Props) {
  const { section, visible, payload } = useFormTools()
  // What was typed into a question that is hidden now comes back with it; files are stored anyway.
  const isPlaced = (field: Field) => field.type !== 'paper' || visible.has(field.key)
  return (
    <div className="space-y-8">
      {section.fields.filter(isPlaced).map((field) => (
        <div key={field.key} hidden={!visible.has(field.key)}>
          <NoveltyMark novelty={payload.novelties?.[field.key]} />
          {clashesAt(saving.clashes, field.key).map((clash) => (
            <FieldClash key={clash.part} clash={clash} saving={saving} here={here} />
          ))}
          <FieldControl field={field} papers={papers} />
        </div>
      ))}
    </div>
  )
}

/** Says that the form did not ask this, or not like this, when the draft was begun. */
function NoveltyMark({ novelty }: { novelty: Novelty | undefined }) {
  const t = useTranslations('form')
  if (!novelty) return null
  return (
    <p className="mb-1">
      <Tag tone={novelty === 'new' ? 'info' : 'warn'}>{t(`novelty.${novelty}`)}</Tag>
    </p>
  )
}
