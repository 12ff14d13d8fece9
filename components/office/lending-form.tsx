'use client'

import { useActionState } from 'react'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateInput } from '@/components/ui/date-input'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'

/** What came back from a refused lending: why, which fields, and everything that was typed. */
export type LendingState = {
  refusal?: string
  problems: Record<string, string>
  values: Record<string, string>
  ticked: { events: string[]; procedures: string[] }
}

type Option = { value: string; label: string }
type Name =
  | 'fromPostId'
  | 'toPostId'
  | 'capacity'
  | 'events'
  | 'procedures'
  | 'fromDay'
  | 'toDay'
  | 'paperNumber'
  | 'paperDay'

type Props = {
  act: (previous: LendingState, form: FormData) => Promise<LendingState>
  words: { refusedTitle: string; button: string; pending: string }
  labels: Record<Name, string>
  hints: Partial<Record<Name, string>>
  options: Record<'fromPostId' | 'toPostId' | 'capacity' | 'events' | 'procedures', Option[]>
  /** The first day that may be chosen. */
  today: string
}

const NOTHING: LendingState = { problems: {}, values: {}, ticked: { events: [], procedures: [] } }

/** The paper by which powers are lent; works without JavaScript, and a refusal keeps what was typed. */
export function LendingForm({ act, words, labels, hints, options, today }: Props) {
  const [state, formAction] = useActionState(act, NOTHING)
  const common = (name: Name) => ({
    id: `lend-${name}`,
    name,
    label: labels[name],
    hint: hints[name],
    error: state.problems[name],
    defaultValue: state.values[name],
  })
  const boxes = (name: 'events' | 'procedures') => {
    const { defaultValue: _, ...text } = common(name)
    return { ...text, options: options[name], defaultValues: state.ticked[name] }
  }
  return (
    <form action={formAction} aria-labelledby="lend-title" className="max-w-form space-y-5">
      {state.refusal && (
        <Notice title={words.refusedTitle} tone="danger" level={3} role="alert">
          <p>{state.refusal}</p>
        </Notice>
      )}
      {/* The key brings back what was chosen: a list does not take a new default by itself. */}
      <div key={JSON.stringify(state.values)} className="space-y-5">
        <Select {...common('fromPostId')} options={options.fromPostId} />
        <Select {...common('toPostId')} options={options.toPostId} emptyLabel="" />
        <RadioGroup {...common('capacity')} options={options.capacity} />
        <CheckboxGroup {...boxes('events')} />
        <CheckboxGroup {...boxes('procedures')} />
        <DateInput {...common('fromDay')} />
        <DateInput {...common('toDay')} min={today} />
        <TextInput {...common('paperNumber')} maxLength={100} />
        <DateInput {...common('paperDay')} />
      </div>
      <SubmitButton pendingLabel={words.pending}>{words.button}</SubmitButton>
    </form>
  )
}
