'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireActor } from '@/app/_server/current-actor'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import type { Result } from '@/lib/shared/result'
import { addComment, resolveComment } from '@/lib/workspace/comments'
import { finishSection, giveSection } from '@/lib/workspace/sections'

const givingForm = z.object({
  sectionKey: z.string().min(1).max(100),
  personId: z.uuid().or(z.literal('').transform(() => null)),
  dueOn: z.iso.date().or(z.literal('').transform(() => undefined)),
})

/** Gives a section to somebody, or takes it back. */
export async function giveAction(draftId: string, form: FormData): Promise<never> {
  const home = `/my/drafts/${draftId}`
  const actor = await requireActor('applicant', home)
  const input = givingForm.safeParse({
    sectionKey: form.get('sectionKey'),
    personId: form.get('personId'),
    dueOn: form.get('dueOn') ?? '',
  })
  if (!isId(draftId) || !input.success) redirect(`${home}?problem=invalid-input#team`)
  const given = await giveSection(actor, { ...input.data, draftId, at: clock.now() })
  return leadBack(home, given, input.data.personId ? 'given' : 'taken-back')
}

type Place = { draftId: string; sectionKey: string }
const pageOf = ({ draftId, sectionKey }: Place) => `/my/drafts/${draftId}/team/${sectionKey}`

/** Whoever was given the section says that it is done. */
export async function finishAction(place: Place): Promise<never> {
  const actor = await requireActor('applicant', pageOf(place))
  if (!isId(place.draftId)) redirect('/my')
  const done = await finishSection(actor, { ...place, at: clock.now() })
  return leadBack(pageOf(place), done, 'finished')
}

/** Says something about the section. */
export async function sayAction(place: Place, form: FormData): Promise<never> {
  const actor = await requireActor('applicant', pageOf(place))
  if (!isId(place.draftId)) redirect('/my')
  const text = String(form.get('text') ?? '')
  const said = await addComment(actor, { ...place, text, at: clock.now() })
  return leadBack(pageOf(place), said, 'said')
}

/** Marks what was said as settled. */
export async function resolveAction(place: Place, form: FormData): Promise<never> {
  const actor = await requireActor('applicant', pageOf(place))
  const commentId = z.uuid().safeParse(form.get('commentId'))
  if (!isId(place.draftId) || !commentId.success) redirect(pageOf(place))
  const about = { ...place, commentId: commentId.data, at: clock.now() }
  return leadBack(pageOf(place), await resolveComment(actor, about), 'resolved')
}

function leadBack(page: string, outcome: Result<unknown, { code: string }>, done: string): never {
  redirect(`${page}?${outcome.ok ? `done=${done}` : `problem=${outcome.refusal.code}`}#team`)
}
