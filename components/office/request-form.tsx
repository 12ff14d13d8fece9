'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { controlAria, Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import type { Act, ActState } from './act-form'

type Option = { value: string; label: string }
export type Choices = {
  subjects: { label: string; options: Option[] }[]
  reasons: Option[]
  clauses: Option[]
}
type Words = Record<
  | 'reason'
  | 'subject'
  | 'reasonKey'
  | 'clauseKey'
  | 'clauseOfReason'
  | 'explanation'
  | 'goodExample'
  | 'goodExampleHint'
  | 'add'
  | 'send'
  | 'choose'
  | 'pending'
  | 'refused',
  string
> & { items: string[]; removes: string[] }
type Props = { act: Act; hidden: Record<string, string>; choices: Choices; words: Words }

/** A request to supplement: one reason for all, and a row for each thing. Rows come and go without a script, too. */
export function RequestForm({ act, hidden, choices, words }: Props) {
  const [state, formAction] = useActionState(act, { values: {} })
  const count = Number(state.values['rows'] ?? 1)
  const rows = Array.from({ length: count }, (_, row) => row)
  return (
    <form action={formAction} className="mt-6 space-y-6" noValidate>
      {/* Enter presses the first button of a form: this one, not one that takes a row away. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      {state.refusal && (
        <Notice title={words.refused} tone="danger" role="alert">
          <p>{state.refusal}</p>
        </Notice>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="rows" value={count} />
      <Textarea {...box(state, 'reason')} label={words.reason} rows={3} maxLength={4000} />
      {rows.map((row) => (
        // The boxes are made anew when rows move, so that each shows its own text.
        <Row key={`${count}:${row}`} {...{ row, state, choices, words }} alone={count === 1} />
      ))}
      <Button name="_add" value="1" variant="secondary" size="slim">
        {words.add}
      </Button>
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.send}</SubmitButton>
      </div>
    </form>
  )
}

type RowProps = { row: number; state: ActState; alone: boolean } & Pick<Props, 'choices' | 'words'>

function Row({ row, state, choices, words, alone }: RowProps) {
  const at = (part: string) => box(state, `item.${row}.${part}`)
  return (
    <Fieldset id={`item-${row}`} label={words.items[row] ?? ''}>
      <div className="space-y-4">
        <SubjectSelect {...at('subject')} label={words.subject} choices={choices} words={words} />
        <Select
          {...at('reasonKey')}
          label={words.reasonKey}
          options={choices.reasons}
          emptyLabel={words.choose}
        />
        <Select
          {...at('clauseKey')}
          label={words.clauseKey}
          options={choices.clauses}
          emptyLabel={words.clauseOfReason}
        />
        <Textarea {...at('explanation')} label={words.explanation} rows={3} maxLength={4000} />
        <Textarea
          {...at('goodExample')}
          label={words.goodExample}
          hint={words.goodExampleHint}
          rows={3}
          maxLength={4000}
        />
        {!alone && (
          <Button name="_remove" value={String(row)} variant="secondary" size="slim">
            {words.removes[row]}
          </Button>
        )}
      </div>
    </Fieldset>
  )
}

type SubjectProps = ReturnType<typeof box> & { label: string } & Pick<Props, 'choices' | 'words'>

/** Papers and questions in one box, in their two groups. */
function SubjectSelect({ choices, words, label, error, ...select }: SubjectProps) {
  return (
    <Field id={select.id} label={label} error={error}>
      <select {...select} {...controlAria(select.id, { error })} className="control max-w-form">
        <option value="">{words.choose}</option>
        {choices.subjects.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(({ value, label: name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}

function box({ values, problems }: ActState, name: string) {
  return {
    id: name.replaceAll('.', '-'),
    name,
    defaultValue: values[name] ?? '',
    error: problems?.[name],
  }
}
