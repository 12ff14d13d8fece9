'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOfficer } from '@/app/_server/office-actor'
import type { ActState } from '@/components/office/act-form'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { applyExtension } from '@/lib/letters/apply-extension'
import { askExtension } from '@/lib/letters/ask-extension'
import { authoriseLetter } from '@/lib/letters/authorise-letter'
import { confirmStop } from '@/lib/letters/confirm-stop'
import { declineExtension } from '@/lib/letters/decline-extension'
import { grantExtension } from '@/lib/letters/grant-extension'
import { requestStop } from '@/lib/letters/request-stop'
import { sendApology } from '@/lib/letters/send-apology'
import { clock } from '@/lib/server/business-clock'
import type { Result } from '@/lib/shared/result'
import { code, hash, performAct, refused, target, typed, words } from './perform-act'

const letter = z.object({ ...target, contentHash: hash, code })
const forms = {
  'ask-extension': z.object({ ...target, reason: words, toDay: z.iso.date() }),
  'apply-extension': z.object(target),
  'request-stop': z.object({
    ...target,
    reason: z.string().trim().max(1000),
    channel: z.enum(['counter', 'post']),
  }),
  'authorise-letter': z.object({ ...target, fileHash: hash, code }),
  decline: z.object({ ...target, reason: words }),
  apology: z.object({ ...target, reason: words, expectedOn: z.iso.date() }),
} as const

export async function askExtensionAction(_: ActState, form: FormData) {
  const schema = forms['ask-extension']
  return performAct({ name: 'ask-extension', schema }, form, askExtension)
}

export async function applyExtensionAction(_: ActState, form: FormData) {
  const schema = forms['apply-extension']
  return performAct({ name: 'apply-extension', schema }, form, applyExtension)
}

export async function enterStopAction(_: ActState, form: FormData) {
  const schema = forms['request-stop']
  return performAct({ name: 'request-stop', schema }, form, requestStop)
}

export async function grantExtensionAction(_: ActState, form: FormData) {
  return performAct({ name: 'grant-extension', schema: letter }, form, grantExtension)
}

export async function confirmStopAction(_: ActState, form: FormData) {
  return performAct({ name: 'confirm-stop', schema: letter }, form, confirmStop)
}

export async function authoriseLetterAction(_: ActState, form: FormData) {
  const schema = forms['authorise-letter']
  return performAct({ name: 'authorise-letter', schema }, form, authoriseLetter)
}

export async function declineExtensionAction(_: ActState, form: FormData) {
  return besideTheFlow({ done: 'declined', schema: forms.decline }, form, declineExtension)
}

export async function apologyAction(_: ActState, form: FormData) {
  return besideTheFlow({ done: 'apology', schema: forms.apology }, form, sendApology)
}

type Target = { dossierId: string; expectedVersion: number }

/** An act that is no event of the dossier: the same turn, and its own word afterwards. */
async function besideTheFlow<Input extends Target>(
  { done, schema }: { done: 'declined' | 'apology'; schema: z.ZodType<Input> },
  form: FormData,
  run: (act: Input & OfficeAct) => Promise<Result<unknown, { code: string }>>,
): Promise<ActState> {
  const values = typed(form)
  const input = schema.safeParse(values)
  if (!input.success) return refused('invalid-input', values, z.flattenError(input.error))
  const { dossierId } = input.data
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const result = await run({ ...input.data, actor, at: clock.now() })
  if (!result.ok) return refused(result.refusal.code, values)
  revalidatePath('/office', 'layout')
  redirect(`/office/dossiers/${dossierId}?done=${done}`)
}
