'use client'

import { useActionState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateInput } from '@/components/ui/date-input'
import { Details } from '@/components/ui/details'
import { Fieldset } from '@/components/ui/fieldset'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'

/** What came back from a refused invitation: why, which fields, and everything that was typed. */
export type InviteState = {
  refusal?: string
  problems: Record<string, string>
  values: Record<string, string>
  procedures: string[]
}

type Props = {
  act: (previous: InviteState, form: FormData) => Promise<InviteState>
  procedures: { value: string; label: string }[]
  /** The first day on which a mandate may end. */
  today: string
}

const ROLES = ['preparer', 'professional', 'accountant', 'consultant'] as const
const NOTHING: InviteState = { problems: {}, values: {}, procedures: [] }

/** Whom to invite, in which role; for a consultant the paper of the mandate. Works without JavaScript. */
export function InviteForm({ act, procedures, today }: Props) {
  const t = useTranslations('workspace')
  const [state, send] = useActionState(act, NOTHING)
  const field = (name: 'name' | 'role' | 'nationalId' | 'email') => ({
    ...box(state, name),
    label: t(`invite.${name}`),
  })
  return (
    <form action={send} aria-labelledby="invite-title" className="mt-5 max-w-form space-y-5">
      {state.refusal && (
        <Notice title={t('refusedTitle')} tone="danger" level={3} role="alert">
          <p>{state.refusal}</p>
        </Notice>
      )}
      {/* The key brings back what was chosen: a radio does not take a new default by itself. */}
      <div key={JSON.stringify(state.values)} className="space-y-5">
        <TextInput
          {...field('name')}
          hint={t('invite.nameHint')}
          maxLength={200}
          autoComplete="off"
        />
        <RadioGroup
          {...field('role')}
          options={ROLES.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            hint: t(`roleHints.${role}`),
          }))}
        />
        <TextInput
          {...field('nationalId')}
          hint={t('invite.nationalIdHint')}
          inputMode="numeric"
          length="medium"
          autoComplete="off"
        />
        <TextInput
          {...field('email')}
          hint={t('invite.emailHint')}
          type="email"
          autoComplete="off"
        />
        <Mandate state={state} procedures={procedures} today={today} />
      </div>
      <SubmitButton pendingLabel={t('working')} className="max-sm:w-full">
        {t('invite.button')}
      </SubmitButton>
    </form>
  )
}

type MandateProps = Omit<Props, 'act'> & { state: InviteState }

function Mandate({ state, procedures, today }: MandateProps) {
  const t = useTranslations('workspace')
  return (
    <Fieldset
      id="invite-consultant"
      label={t('invite.consultant')}
      hint={t('invite.consultantHint')}
    >
      <div className="space-y-5 border-l-4 border-line pl-4">
        <TextInput
          {...box(state, 'paperNumber')}
          label={t('invite.paperNumber')}
          maxLength={100}
          length="medium"
        />
        <DateInput {...box(state, 'paperDay')} label={t('invite.paperDay')} />
        <DateInput {...box(state, 'fromDay')} label={t('invite.fromDay')} />
        <DateInput {...box(state, 'toDay')} label={t('invite.toDay')} min={today} />
        <Details summary={t('invite.procedures')} open={state.procedures.length > 0}>
          <CheckboxGroup
            id="invite-procedures"
            name="procedures"
            label={t('invite.procedures')}
            hint={t('invite.proceduresHint')}
            options={procedures}
            defaultValues={state.procedures}
          />
        </Details>
        <Checkbox
          id="invite-mayFile"
          name="mayFile"
          label={t('invite.mayFile')}
          defaultChecked={state.values['mayFile'] !== undefined}
        />
      </div>
    </Fieldset>
  )
}

function box({ problems, values }: InviteState, name: string) {
  return { id: `invite-${name}`, name, error: problems[name], defaultValue: values[name] }
}
