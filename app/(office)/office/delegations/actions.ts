'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOfficer } from '@/app/_server/office-actor'
import { refusalText } from '@/app/_server/refusal-text'
import type { LendingState } from '@/components/office/lending-form'
import { lendPowers, takeBackPowers } from '@/lib/administration/delegations'
import { clock } from '@/lib/server/business-clock'
import { LICENCE_EVENTS } from '@/lib/workflow/flows/licence-events'

const PAGE = '/office/delegations'

const lendingForm = z.object({
  fromPostId: z.uuid(),
  toPostId: z.uuid(),
  capacity: z.enum(['KT.', 'TL.', 'TUQ.']),
  events: z.array(z.enum(LICENCE_EVENTS)),
  procedures: z.array(z.string().max(100)).max(500),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  paperNumber: z.string().trim().min(1).max(100),
  paperDay: z.iso.date(),
})

/** Lends the powers that the form names; a refusal keeps what was typed. */
export async function lendAction(_: LendingState, form: FormData): Promise<LendingState> {
  const typed = {
    ...Object.fromEntries([...form].filter(([name]) => !name.startsWith('$'))),
    events: form.getAll('events').map(String),
    procedures: form.getAll('procedures').map(String),
  }
  const input = lendingForm.safeParse(typed)
  if (!input.success) return comeBack('invalid-input', form, input.error.issues)
  const actor = await requireOfficer(PAGE)
  const lent = await lendPowers({ ...input.data, actor, at: clock.now() })
  if (!lent.ok) return comeBack(lent.refusal.code, form)
  revalidatePath(PAGE)
  return redirect(`${PAGE}?done=lent`)
}

/** Takes powers back at once. */
export async function takeBackAction(form: FormData): Promise<never> {
  const actor = await requireOfficer(PAGE)
  const delegationId = z.uuid().safeParse(form.get('delegationId'))
  const taken = delegationId.success
    ? await takeBackPowers(actor, { delegationId: delegationId.data, at: clock.now() })
    : undefined
  revalidatePath(PAGE)
  return redirect(`${PAGE}?done=${taken?.ok ? 'taken-back' : 'delegation-unknown'}`)
}

async function comeBack(
  refusal: string,
  form: FormData,
  issues: readonly { path: PropertyKey[] }[] = [],
): Promise<LendingState> {
  const values = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  )
  const wrong = [...new Set(issues.map(({ path }) => String(path[0])))]
  const problem = await refusalText('invalid-field')
  return {
    refusal: await refusalText(refusal),
    problems: Object.fromEntries(wrong.map((name) => [name, problem])),
    values: Object.fromEntries(values),
    ticked: {
      events: form.getAll('events').map(String),
      procedures: form.getAll('procedures').map(String),
    },
  }
}
