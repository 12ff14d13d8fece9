'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireActor } from '@/app/_server/current-actor'
import { workspaceRefusal } from '@/app/_server/workspace-words'
import { clock } from '@/lib/server/business-clock'
import type { Result } from '@/lib/shared/result'
import { MEMBER_ROLES } from '@/lib/workflow/roles'
import { endMembership } from '@/lib/workspace/end-membership'
import { inviteMember } from '@/lib/workspace/invite-member'
import { changeFilingRule } from '@/lib/workspace/view-organisation'
import type { InviteState } from './invite-form'

const PAGE = '/my/organisation'

const empty = z.literal('').transform(() => undefined)
const invitationForm = z.object({
  name: z.string().trim().min(2).max(200),
  role: z.enum(MEMBER_ROLES),
  nationalId: z
    .string()
    .transform((typed) => typed.replace(/[\s.]/g, ''))
    .pipe(empty.or(z.string().regex(/^\d{9}$|^\d{12}$/))),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(empty.or(z.email().max(200))),
  procedures: z.array(z.string().max(100)).max(500),
  mayFile: z.boolean(),
  paperNumber: z.string().trim().max(100),
  paperDay: empty.or(z.iso.date()),
  fromDay: empty.or(z.iso.date()),
  toDay: empty.or(z.iso.date()),
})

/** Invites whom the form names; a refusal keeps what was typed. */
export async function inviteAction(_: InviteState, form: FormData): Promise<InviteState> {
  const text = (name: string) => String(form.get(name) ?? '')
  const procedures = form.getAll('procedures').map(String)
  const input = invitationForm.safeParse({
    name: text('name'),
    role: text('role'),
    nationalId: text('nationalId'),
    email: text('email'),
    procedures,
    mayFile: form.get('mayFile') !== null,
    paperNumber: text('paperNumber'),
    paperDay: text('paperDay'),
    fromDay: text('fromDay'),
    toDay: text('toDay'),
  })
  const actor = await requireActor('applicant', PAGE)
  if (!input.success) return comeBack('invalid-input', form, input.error.issues)
  const { email, nationalId, ...rest } = input.data
  // The identifier is the surer way: with it the address is not needed.
  const invitation = { ...rest, nationalId, email: nationalId ? undefined : email }
  const invited = await inviteMember({ actor, invitation, at: clock.now() })
  if (!invited.ok) return comeBack(invited.refusal.code, form)
  return redirect(`${PAGE}?done=invited`)
}

async function comeBack(
  refusal: string,
  form: FormData,
  issues: readonly { path: PropertyKey[] }[] = [],
): Promise<InviteState> {
  const values = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  )
  const wrong = [...new Set(issues.map(({ path }) => String(path[0])))]
  const problem = await workspaceRefusal('invalid-field')
  return {
    refusal: await workspaceRefusal(refusal),
    problems: Object.fromEntries(wrong.map((name) => [name, problem])),
    values: Object.fromEntries(values),
    procedures: form.getAll('procedures').map(String),
  }
}

/** Ends somebody's membership at once. */
export async function endAction(form: FormData): Promise<never> {
  return leadBack(await end(form), 'ended')
}

/** Leaves the organisation; afterwards the person acts for nobody until they choose. */
export async function leaveAction(form: FormData): Promise<never> {
  const left = await end(form)
  return left.ok ? redirect('/choose-capacity') : leadBack(left, 'ended')
}

async function end(form: FormData): Promise<Result<undefined, { code: string }>> {
  const actor = await requireActor('applicant', PAGE)
  const membershipId = z.uuid().safeParse(form.get('membershipId'))
  if (!membershipId.success) return { ok: false, refusal: { code: 'membership-unknown' } }
  return endMembership(actor, { membershipId: membershipId.data, at: clock.now() })
}

/** Whether preparers file without approval: the button says what it changes to. */
export async function ruleAction(form: FormData): Promise<never> {
  const actor = await requireActor('applicant', PAGE)
  return leadBack(await changeFilingRule(actor, form.get('free') === 'yes'), 'rule')
}

function leadBack(outcome: Result<unknown, { code: string }>, done: string): never {
  redirect(`${PAGE}?${outcome.ok ? `done=${done}` : `problem=${outcome.refusal.code}`}`)
}
