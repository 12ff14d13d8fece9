'use client'

import { useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { FormTools } from '@/components/form/form-tools'
import { issueText } from '@/components/form/issue-text'
import type { Judge } from '@/components/form/judge'
import type { RawRecord } from '@/components/form/raw-values'
import { codesOf, type SectionPayload } from '@/components/form/section-payload'
import { nestErrors, sectionResolver } from '@/components/form/section-resolver'
import { questionsThatDecide } from '@/components/form/section-slice'
import type { SectionState } from '@/components/form/section-state'
import { startRows, startValues } from '@/components/form/start-values'
import { groupEntries, type Typed, textEntries } from '@/components/form/typed'
import { useCommunes } from '@/components/form/use-communes'
import { withDerived } from '@/lib/procedures/derive'
import type { FormRules } from '@/lib/procedures/form-rules'
import { readAnswers } from '@/lib/procedures/read-answers'
import type { Section } from '@/lib/procedures/shape/field'
import { visibleSections } from '@/lib/procedures/visible'

type Input = {
  payload: SectionPayload
  state: SectionState
  /** What the boxes hold. */
  typed: Typed
  formId: string
  /** The page comes from the server: what was typed into it before the script ran counts. */
  fresh: boolean
}

/** The client's side of a section: values, problems, and which questions show. */
export function useSection({ payload, state, typed, formId, fresh }: Input) {
  const t = useTranslations('form')
  const { known: communeLists, communes } = useCommunes(payload.communes)
  const complete = useRef(false)
  const section = sectionOf(payload)
  const rules = useMemo<FormRules>(
    () => ({
      procedure: payload.procedure,
      facts: payload.facts,
      codes: codesOf(payload, communeLists),
    }),
    [payload, communeLists],
  )
  const judge: Judge = {
    rules,
    section,
    before: payload.before,
    say: (issue) => issueText(t, section, issue),
  }
  const [start] = useState(() => {
    const given = startValues(section, typed, state.blank)
    const found = fresh ? inTheBoxes(formId) : undefined
    const values = found ? startValues(section, found, state.blank) : given
    const unsaved = JSON.stringify(values) !== JSON.stringify(given)
    return { values, unsaved, errors: nestErrors(state.problems, judge) }
  })
  const form = useForm<RawRecord>({
    defaultValues: start.values,
    errors: start.errors,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
    resolver: sectionResolver(judge, () => complete.current),
  })
  const { known, visible } = useConditions({ payload, rules, form })
  const open = startRows(section, start.values, state)
  const tools = { payload, section, rules, form, typed, known, visible, open, communes }
  return { tools, judge, complete, section, unsavedFromStart: !fresh || start.unsaved }
}

/** What conditions look at, read from the boxes as they stand, and the questions that then show. */
function useConditions(input: Pick<FormTools, 'payload' | 'rules' | 'form'>) {
  const { payload, rules, form } = input
  const names = useMemo(
    () => questionsThatDecide(payload.procedure, payload.sectionKey),
    [payload.procedure, payload.sectionKey],
  )
  const values = useWatch({ control: form.control, name: names })
  const raw = Object.fromEntries(names.map((name, i) => [name, values[i]]))
  const { answers, relevant } = readAnswers(rules, { ...payload.before, ...raw })
  const { procedure, facts } = rules
  const shown = visibleSections(procedure, answers, facts)
  const here = shown.find(({ key }) => key === payload.sectionKey)
  return {
    known: withDerived(procedure, relevant, facts),
    visible: new Set(here?.fields.map(({ key }) => key)),
  }
}

function sectionOf({ procedure, sectionKey }: SectionPayload): Section {
  const section = procedure.sections.find(({ key }) => key === sectionKey)
  if (!section) throw new Error(`no section ${sectionKey}`)
  return section
}

/** The person may have typed before the script came: what stands in the boxes is never overwritten. */
function inTheBoxes(formId: string): Typed | undefined {
  if (typeof document === 'undefined') return undefined
  const form = document.getElementById(formId)
  return form instanceof HTMLFormElement ? groupEntries(textEntries(new FormData(form))) : undefined
}
