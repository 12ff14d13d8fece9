'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import type { Act, ActState } from './act-form'

/** What stood, or stands, in one place. */
export type Side = { lines: string[]; files: { fileId: string; name: string }[] }
export type JudgedLine = {
  id: string
  name: string
  asked: string
  basis: string | null
  before: Side
  after: Side
  verdict: string
  note: string
}
type Words = Record<
  | 'title'
  | 'hint'
  | 'before'
  | 'after'
  | 'nothing'
  | 'accepted'
  | 'declined'
  | 'note'
  | 'save'
  | 'pending'
  | 'refused',
  string
>
type Props = {
  act: Act
  words: Words
  lines: JudgedLine[]
  hidden: Record<string, string>
  editable: boolean
}

/** Old and new side by side; where the officer judges, a verdict and a note for each. */
export function JudgeForm({ act, words, lines, hidden, editable }: Props) {
  const [state, formAction] = useActionState(act, { values: {} })
  const list = lines.map((line) => (
    <Line key={line.id} line={line} words={words} state={state} editable={editable} />
  ))
  if (!editable) return list
  return (
    <form action={formAction} aria-label={words.title}>
      <p className="text-soft">{words.hint}</p>
      {state.refusal && (
        <Notice title={words.refused} tone="danger" level={3} role="alert">
          <p>{state.refusal}</p>
        </Notice>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {list}
      <SubmitButton size="slim" pendingLabel={words.pending}>
        {words.save}
      </SubmitButton>
    </form>
  )
}

type LineProps = { line: JudgedLine; words: Words; state: ActState; editable: boolean }

function Line({ line, words, state, editable }: LineProps) {
  const { id, name, asked, basis, before, after } = line
  const verdict = state.values[`verdict.${id}`] ?? line.verdict
  return (
    <fieldset className="border-t border-hairline py-3">
      <legend className="contents">
        <span className="block font-semibold">{name}</span>
        <span className="block text-xs whitespace-pre-line text-soft">
          {[asked, basis].filter(Boolean).join(' · ')}
        </span>
      </legend>
      <dl className="mt-1.5 grid gap-2 sm:grid-cols-2">
        <SideOf title={words.before} side={before} nothing={words.nothing} />
        <SideOf title={words.after} side={after} nothing={words.nothing} />
      </dl>
      {editable ? (
        <div className="mt-2 space-y-2">
          {(['accepted', 'declined'] as const).map((value) => (
            <label key={value} className="mr-4 inline-flex min-h-8 items-center gap-1.5">
              <input
                type="radio"
                name={`verdict.${id}`}
                value={value}
                defaultChecked={verdict === value}
              />
              {words[value]}
            </label>
          ))}
          <Textarea
            id={`note-${id}`}
            name={`note.${id}`}
            label={words.note}
            rows={2}
            maxLength={2000}
            defaultValue={state.values[`note.${id}`] ?? line.note}
          />
        </div>
      ) : (
        <Verdict line={line} words={words} />
      )}
    </fieldset>
  )
}

function Verdict({ line, words }: Pick<LineProps, 'line' | 'words'>) {
  if (line.verdict !== 'accepted' && line.verdict !== 'declined') return null
  return (
    <p className="mt-1.5">
      <b>{words[line.verdict]}</b> {line.note}
    </p>
  )
}

function SideOf({ title, side, nothing }: { title: string; side: Side; nothing: string }) {
  const { lines, files } = side
  return (
    <div className="min-w-0">
      <dt className="text-xs text-soft">{title}</dt>
      <dd className="break-words">
        {lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        {files.map(({ fileId, name }) => (
          <a key={fileId} href={`/api/files/${fileId}`} className="block">
            {name}
          </a>
        ))}
        {lines.length + files.length === 0 && <span className="text-soft">{nothing}</span>}
      </dd>
    </div>
  )
}
