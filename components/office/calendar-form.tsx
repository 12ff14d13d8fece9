'use client'

import { useActionState } from 'react'
import { DateInput } from '@/components/ui/date-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'

/** What came back: what is wrong and where, or what publishing would do; and all that was typed. */
export type CalendarState = {
  values: Record<string, string>
  problems: Record<string, string>
  refusal?: string
  preview?: string
}

type Word =
  | 'effectiveFrom'
  | 'morning'
  | 'afternoon'
  | 'saturday'
  | 'saturdayHint'
  | 'from'
  | 'to'
  | 'off'
  | 'makeup'
  | 'legal'
  | 'linesHint'
  | 'preview'
  | 'publish'
  | 'pending'
  | 'refusedTitle'
  | 'movedHint'
type Year = { year: string; title: string; hint: string | undefined }
type Props = {
  act: (previous: CalendarState, form: FormData) => Promise<CalendarState>
  whose: string
  /** What stands in the fields at first: the calendar in force. */
  first: Readonly<Record<string, string>>
  years: readonly Year[]
  words: Record<Word, string>
}
type Common = (name: string) => {
  id: string
  name: string
  error: string | undefined
  defaultValue: string
}

/** A calendar as a form: look what it would do, then publish; works without JavaScript. */
export function CalendarForm({ act, whose, first, years, words }: Props) {
  const [state, formAction] = useActionState(act, { values: {}, problems: {} })
  const common: Common = (name) => ({
    id: `calendar-${name}`,
    name,
    error: state.problems[name],
    defaultValue: state.values[name] ?? first[name] ?? '',
  })
  return (
    <form action={formAction} aria-labelledby="new-title" className="max-w-form space-y-5">
      <input type="hidden" name="whose" value={whose} />
      {state.refusal && (
        <Notice title={words.refusedTitle} tone="danger" level={3} role="alert">
          <p>{state.refusal}</p>
        </Notice>
      )}
      {/* The key brings back what was typed, with and without JavaScript. */}
      <div key={JSON.stringify(state.values)} className="space-y-5">
        <DateInput {...common('effectiveFrom')} label={words.effectiveFrom} />
        <Session part="morning" {...{ words, common }} />
        <Session part="afternoon" {...{ words, common }} />
        <Session part="saturday" hint={words.saturdayHint} {...{ words, common }} />
        {years.map((one) => (
          <YearFields key={one.year} one={one} {...{ words, common }} />
        ))}
      </div>
      {state.preview && (
        <Notice title={state.preview} tone="warn" level={3} role="status">
          <p>{words.movedHint}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="preview" variant="secondary" pendingLabel={words.pending}>
          {words.preview}
        </SubmitButton>
        {state.preview && (
          <SubmitButton name="step" value="publish" pendingLabel={words.pending}>
            {words.publish}
          </SubmitButton>
        )}
      </div>
    </form>
  )
}

type PartProps = { words: Props['words']; common: Common }

function Session(props: PartProps & { part: 'morning' | 'afternoon' | 'saturday'; hint?: string }) {
  const { part, hint, words, common } = props
  return (
    <Fieldset id={`calendar-${part}`} label={words[part]} hint={hint}>
      <div className="flex flex-wrap gap-4">
        <TextInput {...common(`${part}From`)} label={words.from} type="time" length="short" />
        <TextInput {...common(`${part}To`)} label={words.to} type="time" length="short" />
      </div>
    </Fieldset>
  )
}

function YearFields({ one, words, common }: PartProps & { one: Year }) {
  const { year, title, hint } = one
  return (
    <Fieldset id={`calendar-${year}`} label={title} hint={hint}>
      <div className="space-y-4">
        <Textarea
          {...common(`off-${year}`)}
          label={words.off}
          hint={words.linesHint}
          rows={8}
          maxLength={10_000}
        />
        <Textarea {...common(`makeup-${year}`)} label={words.makeup} rows={3} maxLength={10_000} />
        <Textarea {...common(`legal-${year}`)} label={words.legal} rows={2} maxLength={500} />
      </div>
    </Fieldset>
  )
}
