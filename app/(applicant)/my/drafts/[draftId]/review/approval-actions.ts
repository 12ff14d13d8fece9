'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireActor } from '@/app/_server/current-actor'
import { askApproval, type Decision, decideFiling } from '@/lib/drafts/filing-approval'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import type { Result } from '@/lib/shared/result'
import { placeIn } from './place-in'

const LONGEST_REASON = 2000

/** Puts the draft before the organisation's representative. */
export async function askAction(draftId: string, form: FormData): Promise<never> {
  const page = `/my/drafts/${draftId}/review`
  const actor = await requireActor('applicant', page)
  if (!isId(draftId)) redirect('/my')
  const asked = await askApproval(actor, { draftId, place: placeIn(form), at: clock.now() })
  return leadBack(page, asked, 'asked')
}

type Request = { draftId: string; requestId: string }

/** The representative approves what stands on the page. */
export async function approveAction(request: Request): Promise<never> {
  return decide(request, { approves: true })
}

/** The representative returns it with a reason. */
export async function returnAction(request: Request, form: FormData): Promise<never> {
  const reason = String(form.get('reason') ?? '').slice(0, LONGEST_REASON)
  return decide(request, { approves: false, reason })
}

async function decide({ draftId, requestId }: Request, decision: Decision): Promise<never> {
  const page = `/my/drafts/${draftId}/review`
  const actor = await requireActor('applicant', page)
  if (!isId(draftId) || !z.uuid().safeParse(requestId).success) redirect('/my')
  const decided = await decideFiling(actor, { draftId, requestId, decision, at: clock.now() })
  return leadBack(page, decided, decision.approves ? 'approved' : 'returned')
}

function leadBack(page: string, outcome: Result<unknown, { code: string }>, done: string): never {
  redirect(`${page}?${outcome.ok ? `done=${done}` : `problem=${outcome.refusal.code}`}`)
}
