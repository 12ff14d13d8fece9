'use client'

import { type FormEvent, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { issueText } from '@/components/form/issue-text'
import { boxOf, placeName } from '@/components/form/places'
import { errorName, judgeBoxes } from '@/components/form/section-resolver'
import type { useAutosave } from '@/components/form/use-autosave'
import type { useSection } from '@/components/form/use-section'
import type { FieldProblem } from '@/components/ui/error-summary'
import { splitPath } from '@/lib/procedures/answer-path'
import type { AnswerIssue } from '@/lib/procedures/answers'

type Openers = ReadonlyMap<string, (row: number) => void>
type Input = {
  /** Where "later" leads. */
  home: string
  parts: ReturnType<typeof useSection>
  saving: ReturnType<typeof useAutosave>
  rowOpeners: Openers
  /** Those that came with the page. */
  problems: readonly AnswerIssue[]
}
export type Submitting = ReturnType<typeof useSubmit>

/** Sends a section on from the script: saved the same way as while writing, then on to the next. */
export function useSubmit({ home, parts, saving, rowOpeners, problems }: Input) {
  const [issues, setIssues] = useState(problems)
  const [busy, setBusy] = useState(false)
  const { tools, judge, complete } = parts
  const show = (found: readonly AnswerIssue[]) => {
    openRows(found, rowOpeners)
    setIssues([...found])
    for (const issue of found) {
      const error = { type: issue.code, message: judge.say(issue) }
      tools.form.setError(errorName(judge.section, issue.path), error)
    }
  }
  const goOn = async () => {
    complete.current = true
    const found = await judgeBoxes(judge, tools.form.getValues(), true)
    const answer = await saving.save()
    if (answer.kind !== 'saved') return
    if (answer.clashes.some(({ kind }) => kind === 'conflict')) return focusClashes()
    const left = found.length > 0 ? found : answer.problems
    tools.form.clearErrors()
    if (left.length > 0) show(left)
    else location.assign(answer.next)
  }
  const leave = async () => {
    const answer = await saving.save()
    if (answer.kind === 'saved') location.assign(home)
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const work = pressed(event) === 'later' ? leave : goOn
    void work().finally(() => setBusy(false))
  }
  const reveal = (fieldId: string) => {
    const issue = issues.find(({ path }) => boxOf(judge.section, path) === fieldId)
    if (issue) openRows([issue], rowOpeners)
    setTimeout(() => document.getElementById(fieldId)?.focus(), 50)
  }
  const t = useTranslations('form')
  const placeOf = (path: string): FieldProblem => ({
    fieldId: boxOf(judge.section, path),
    text: placeName(judge.section, path, { locale: tools.payload.locale, t }),
  })
  return { send, busy, reveal, placeOf, summary: useSummary(issues, parts) }
}

/** Whoever goes on is brought to what is still to be chosen. */
function focusClashes(): void {
  setTimeout(() => document.getElementById('clashes')?.focus(), 50)
}

function pressed({ nativeEvent }: FormEvent): string | undefined {
  const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
  return button instanceof HTMLButtonElement ? button.value : undefined
}

/** The first row with a problem of each table is opened, so that its boxes can be seen. */
function openRows(issues: readonly AnswerIssue[], openers: Openers): void {
  const opened = new Set<unknown>()
  for (const { path } of issues) {
    const [table, row] = splitPath(path)
    if (typeof row !== 'number' || opened.has(table)) continue
    opened.add(table)
    openers.get(String(table))?.(row)
  }
}

/** The list above the form, a link for each problem; the same list as long as the problems are. */
function useSummary(issues: readonly AnswerIssue[], parts: Input['parts']): FieldProblem[] {
  const t = useTranslations('form')
  const { section } = parts
  const { locale } = parts.tools.payload
  return useMemo(
    () =>
      issues.map((issue) => ({
        fieldId: boxOf(section, issue.path),
        text: t('section.problem', {
          label: placeName(section, issue.path, { locale, t }),
          text: issueText(t, section, issue),
        }),
      })),
    [issues, section, locale, t],
  )
}
