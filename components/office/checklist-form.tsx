'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Act } from './act-form'

export type ChecklistLine = {
  key: string
  text: string
  basis: string | null
  advice: boolean
  verdict: string
  note: string
}
type Words = {
  title: string
  save: string
  pending: string
  refused: string
  advice: string
  /** Carries `{item}` where the item's text stands. */
  note: string
  verdicts: Record<'pass' | 'fail' | 'not-applicable', string>
}
type Props = {
  act: Act
  words: Words
  lines: ChecklistLine[]
  hidden: Record<string, string>
  editable: boolean
}

const VERDICTS = ['pass', 'fail', 'not-applicable'] as const

/** The officer's checklist: a verdict and a note for each item, saved together. */
export function ChecklistForm({ act, words, lines, hidden, editable }: Props) {
  const [state, formAction] = useActionState(act, { values: {} })
  return (
    <form action={formAction} aria-label={words.title}>
      {state.refusal && (
        <Notice title={words.refused} tone="danger" level={3} role="alert">
          <p>{state.refusal}</p>
        </Notice>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {lines.map((line) => (
        <ChecklistItem
          key={line.key}
          line={{
            ...line,
            verdict: state.values[`verdict.${line.key}`] ?? line.verdict,
            note: state.values[`note.${line.key}`] ?? line.note,
          }}
          words={words}
          editable={editable}
        />
      ))}
      {editable && (
        <div className="py-3">
          <SubmitButton variant="secondary" size="slim" pendingLabel={words.pending}>
            {words.save}
          </SubmitButton>
        </div>
      )}
    </form>
  )
}

type ItemProps = { line: ChecklistLine; words: Words; editable: boolean }

function ChecklistItem({ line, words, editable }: ItemProps) {
  return (
    <fieldset className="border-t border-hairline py-3 text-sm" disabled={!editable}>
      <legend className="contents">
        <span className="block">{line.text}</span>
        {(line.basis || line.advice) && (
          <span className="block text-xs text-soft">
            {[line.basis, line.advice ? words.advice : null].filter(Boolean).join(' · ')}
          </span>
        )}
      </legend>
      <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
        {VERDICTS.map((verdict) => (
          <label key={verdict} className="inline-flex min-h-8 items-center gap-1.5">
            <input
              type="radio"
              name={`verdict.${line.key}`}
              value={verdict}
              defaultChecked={line.verdict === verdict}
              className="size-4.5 accent-primary"
            />
            {words.verdicts[verdict]}
          </label>
        ))}
      </div>
      {(editable || line.note) && (
        <input
          type="text"
          name={`note.${line.key}`}
          defaultValue={line.note}
          maxLength={500}
          aria-label={words.note.replace('{item}', line.text)}
          className="control mt-1.5 min-h-9 py-1 text-sm"
        />
      )}
    </fieldset>
  )
}
