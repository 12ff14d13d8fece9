'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireActor } from '@/app/_server/current-actor'
import { refusalText } from '@/app/_server/refusal-text'
import type { ActState } from '@/components/office/act-form'
import { cancelStop, requestStop } from '@/lib/letters/request-stop'
import { type OwnersAct, withdrawDossier } from '@/lib/letters/withdraw-dossier'
import { clock } from '@/lib/server/business-clock'
import type { Result } from '@/lib/shared/result'

const schema = z.object({
  dossierId: z.uuid(),
  expectedVersion: z.coerce.number().int().nonnegative(),
  reason: z.string().trim().max(1000).default(''),
})

export async function withdrawAction(_: ActState, form: FormData) {
  return endDossier(form, withdrawDossier)
}

export async function requestStopAction(_: ActState, form: FormData) {
  return endDossier(form, (act) => requestStop({ ...act, channel: 'online' }))
}

export async function cancelStopAction(_: ActState, form: FormData) {
  return endDossier(form, cancelStop)
}

type Run = (act: OwnersAct & { reason: string }) => Promise<Result<unknown, { code: string }>>

async function endDossier(form: FormData, run: Run): Promise<ActState> {
  const values = { reason: String(form.get('reason') ?? '') }
  const input = schema.safeParse(Object.fromEntries(form))
  if (!input.success) return { refusal: await refusalText('invalid-input'), values }
  const page = `/my/dossiers/${input.data.dossierId}`
  const actor = await requireActor('applicant', page)
  const result = await run({ ...input.data, actor, at: clock.now() })
  if (!result.ok) return { refusal: await refusalText(result.refusal.code), values }
  revalidatePath('/my', 'layout')
  return redirect(page)
}
