'use client'

import { TickField } from '@/components/form/fields/choice'
import { useFormTools } from '@/components/form/form-tools'
import { Notice } from '@/components/ui/notice'
import type { FieldOf } from '@/lib/procedures/shape/field'

/** Something to be read; with a tick when the applicant has to say that it was read. */
export function NoticeField({ field }: { field: FieldOf<'notice'> }) {
  const { locale } = useFormTools().payload
  const text = field.body[locale].split('\n\n')
  if (!field.acknowledge) {
    return (
      <Notice title={field.label[locale]}>
        <Paragraphs text={text} />
      </Notice>
    )
  }
  return (
    <div>
      <div className="mb-3 max-w-read space-y-3 rounded-sm border border-line bg-ground p-4">
        <Paragraphs text={text} />
      </div>
      <TickField field={field} />
    </div>
  )
}

function Paragraphs({ text }: { text: readonly string[] }) {
  return text.map((paragraph) => (
    <p key={paragraph} className="whitespace-pre-line">
      {paragraph}
    </p>
  ))
}
