'use client'

import { type ReactNode, useActionState } from 'react'
import { Choice } from '@/components/ui/choice'
import { classNames } from '@/components/ui/class-names'
import { DateInput } from '@/components/ui/date-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'

/** What came back from a refused act: why, which fields, and everything that was typed. */
export type ActState = {
  refusal?: string
  problems?: Record<string, string>
  values: Record<string, string>
}
export type Act = (previous: ActState, form: FormData) => Promise<ActState>

type Option = { value: string; label: string }
export type ActField = { name: string; label: string; hint?: string; value?: string } & (
  | { kind: 'text' | 'code' }
  | { kind: 'longtext'; rows?: number }
  | { kind: 'date'; min?: string; max?: string }
  | { kind: 'select' | 'radio'; options: Option[] }
  /** Several may be ticked; each is sent as `name.value`. */
  | { kind: 'checks'; options: Option[] }
)

type Props = {
  id: string
  act: Act
  title: string
  effect: string
  button: string
  pending: string
  refusedTitle: string
  variant?: 'primary' | 'secondary' | 'danger'
  /** Of its heading; 3 unless it stands alone on a page. */
  level?: 2 | 3
  hidden: Record<string, string>
  fields?: ActField[]
  /** Shut until it is wanted: an act beside the work at hand. It opens without JavaScript, and by a refusal. */
  folded?: boolean
}

/** One act of an officer: what it will do, what it asks, one button. A refusal keeps what was typed. */
export function ActForm(props: Props) {
  const [state, formAction] = useActionState(props.act, { values: {} })
  const { id, effect, button, pending, variant = 'primary', hidden, fields = [] } = props
  return (
    <form
      action={formAction}
      className={classNames('border-t border-line', !props.folded && 'py-4')}
      aria-labelledby={`${id}-title`}
    >
      <Fold {...props} isOpen={state.refusal !== undefined}>
        <p className="mb-3 text-sm text-soft">{effect}</p>
        {state.refusal && (
          <Notice title={props.refusedTitle} tone="danger" level={3} role="alert">
            <p>{state.refusal}</p>
          </Notice>
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="space-y-4">
          {fields.map((field) => (
            <ActInput key={field.name} id={`${id}-${field.name}`} field={field} state={state} />
          ))}
          <SubmitButton variant={variant} size="slim" pendingLabel={pending}>
            {button}
          </SubmitButton>
        </div>
      </Fold>
    </form>
  )
}

type FoldProps = Pick<Props, 'id' | 'title' | 'level' | 'folded'> & {
  isOpen: boolean
  children: ReactNode
}

/** The heading with what stands under it, or behind it. */
function Fold({ id, title, level, folded, isOpen, children }: FoldProps) {
  if (folded) {
    return (
      <details open={isOpen}>
        <summary className="min-h-11 py-3">
          <span id={`${id}-title`} className="font-semibold">
            {title}
          </span>
        </summary>
        <div className="pb-4">{children}</div>
      </details>
    )
  }
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      <Heading id={`${id}-title`} className="text-base">
        {title}
      </Heading>
      {children}
    </>
  )
}

function ActInput({ id, field, state }: { id: string; field: ActField; state: ActState }) {
  const common = {
    id,
    name: field.name,
    label: field.label,
    hint: field.hint,
    error: state.problems?.[field.name],
    defaultValue: state.values[field.name] ?? field.value,
  }
  switch (field.kind) {
    case 'text':
      return <TextInput {...common} maxLength={200} />
    case 'code':
      return (
        <TextInput
          {...common}
          defaultValue=""
          length="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
        />
      )
    case 'longtext':
      return <Textarea {...common} rows={field.rows ?? 4} maxLength={4000} />
    case 'date':
      return <DateInput {...common} min={field.min} max={field.max} />
    case 'select':
      return <Select {...common} options={field.options} emptyLabel="" />
    case 'checks':
      return <Ticks {...common} options={field.options} ticked={state.values} />
    case 'radio':
      return <RadioGroup {...common} options={field.options} />
  }
}

type TicksProps = {
  id: string
  name: string
  label: string
  hint: string | undefined
  error: string | undefined
  options: Option[]
  ticked: Record<string, string>
}

function Ticks({ id, name, label, hint, error, options, ticked }: TicksProps) {
  return (
    <Fieldset id={id} label={label} hint={hint} error={error}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          id={index === 0 ? id : `${id}-${option.value}`}
          name={`${name}.${option.value}`}
          defaultChecked={ticked[`${name}.${option.value}`] !== undefined}
          label={option.label}
        />
      ))}
    </Fieldset>
  )
}
