'use client'

import { useState } from 'react'
import { type Bases, writeBase } from '@/components/form/clash'
import { FormToolsContext } from '@/components/form/form-tools'
import type { Kept } from '@/components/form/kept-entries'
import { SectionButtons } from '@/components/form/section-buttons'
import { draftPlaces, type SectionFormProps } from '@/components/form/section-form-props'
import { SectionNews } from '@/components/form/section-news'
import { SectionQuestions } from '@/components/form/section-questions'
import { fetchSchema } from '@/components/form/section-resolver'
import type { SectionState } from '@/components/form/section-state'
import type { Typed } from '@/components/form/typed'
import { useAutosave } from '@/components/form/use-autosave'
import { useSection } from '@/components/form/use-section'
import { useSubmit } from '@/components/form/use-submit'

type Props = Omit<SectionFormProps, 'saved' | 'start' | 'send'> & {
  state: SectionState
  typed: Typed
  bases: Bases
  sendForm: (form: FormData) => void
  restored: Kept | undefined
}

/** The boxes of a section with their buttons, and what there is to say about them. */
export function SectionBoxes({
  draftId,
  places: given,
  payload,
  papers,
  state,
  typed,
  bases,
  sendForm,
  restored,
}: Props) {
  const { sectionKey } = payload
  const places = given ?? draftPlaces(draftId, sectionKey)
  const formId = `section-${sectionKey}`
  const parts = useSection({ payload, state, typed, formId, fresh: !restored })
  const { unsavedFromStart } = parts
  const { version } = state
  const saving = useAutosave({
    draftId,
    sectionKey,
    formId,
    version,
    bases,
    clashes: state.clashes ?? [],
    unsavedFromStart,
    address: places.save,
  })
  const [rowOpeners] = useState(() => new Map<string, (row: number) => void>())
  const tools = { ...parts.tools, touch: saving.touch, rowOpeners }
  const submit = useSubmit({
    parts,
    saving,
    rowOpeners,
    home: places.home,
    problems: state.problems,
  })
  return (
    <FormToolsContext value={tools}>
      <SectionNews {...{ state, saving, submit, restored, here: places.here }} />
      <form
        id={formId}
        action={sendForm}
        onSubmit={submit.send}
        onInput={saving.touch}
        onFocus={fetchSchema}
        noValidate
      >
        {/* Enter presses the first button of a form: this one, not one that deletes a row. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="_version" value={version} />
        {saving.clashes.map((clash) => (
          <input key={clash.part} type="hidden" name="_base" value={writeBase(clash)} />
        ))}
        <input type="hidden" name="_shown" value={[...tools.visible].join(' ')} />
        <SectionQuestions saving={saving} here={places.here} papers={papers} />
        <SectionButtons busy={submit.busy} status={saving.status} onRetry={saving.save} />
      </form>
    </FormToolsContext>
  )
}
