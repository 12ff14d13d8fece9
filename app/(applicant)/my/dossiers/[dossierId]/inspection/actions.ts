'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireActor } from '@/app/_server/current-actor'
import { refusalText } from '@/app/_server/refusal-text'
import type { ActState } from '@/components/office/act-form'
import { removeTurnFile } from '@/lib/dossiers/inspections/attach-turn-files'
import { confirmMinutes, requestMinutesCode } from '@/lib/dossiers/inspections/confirm-minutes'
import { reportCorrections } from '@/lib/dossiers/inspections/site-corrections'
import { clock } from '@/lib/server/business-clock'

const about = { dossierId: z.uuid() }
const pageOf = (dossierId: string) => `/my/dossiers/${dossierId}/inspection`

function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
    ),
  )
}

async function refusedWith(code: string, values: ActState['values']): Promise<ActState> {
  return { refusal: await refusalText(code), values }
}

export async function minutesCodeAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = z.object(about).safeParse(values)
  if (!input.success) return refusedWith('invalid-input', values)
  const page = pageOf(input.data.dossierId)
  const actor = await requireActor('applicant', page)
  const result = await requestMinutesCode(actor, input.data)
  if (!result.ok) return refusedWith(result.refusal.code, values)
  redirect(`${page}?done=codeSent`)
}

const confirmation = z.object({
  ...about,
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
})

export async function confirmMinutesAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = confirmation.safeParse(values)
  if (!input.success) return refusedWith('invalid-input', values)
  const page = pageOf(input.data.dossierId)
  const actor = await requireActor('applicant', page)
  const result = await confirmMinutes(actor, { ...input.data, at: clock.now() })
  if (!result.ok) return refusedWith(result.refusal.code, values)
  revalidatePath(page)
  redirect(`${page}?done=confirmed`)
}

const report = z.object({
  ...about,
  expectedVersion: z.coerce.number().int().nonnegative(),
  report: z.string().trim().min(5).max(4000),
})

export async function reportAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = report.safeParse(values)
  if (!input.success) return refusedWith('invalid-input', values)
  const page = pageOf(input.data.dossierId)
  const actor = await requireActor('applicant', page)
  const result = await reportCorrections({ ...input.data, actor, at: clock.now() })
  if (!result.ok) return refusedWith(result.refusal.code, values)
  revalidatePath(page)
  redirect(`${page}?done=reportDone`)
}

const removal = z.object({ ...about, fileId: z.uuid() })

export async function removeReportFileAction(form: FormData): Promise<void> {
  const { dossierId, fileId } = removal.parse(typed(form))
  const actor = await requireActor('applicant', pageOf(dossierId))
  await removeTurnFile(actor, { dossierId, place: 'correction-report' }, fileId)
  revalidatePath(pageOf(dossierId))
  redirect(pageOf(dossierId))
}
