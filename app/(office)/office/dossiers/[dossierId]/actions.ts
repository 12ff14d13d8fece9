'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOfficer } from '@/app/_server/office-actor'
import type { ActState } from '@/components/office/act-form'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { approveDossier } from '@/lib/dossiers/approve-dossier'
import { authoriseSeal } from '@/lib/dossiers/authorise-seal'
import { confirmProposal } from '@/lib/dossiers/confirm-proposal'
import { recordAppraisal } from '@/lib/dossiers/record-appraisal'
import { requestActCode } from '@/lib/dossiers/request-act-code'
import { returnToCaseOfficer } from '@/lib/dossiers/return-to-case-officer'
import { clock } from '@/lib/server/business-clock'
import { code, hash, performAct, refused, target, typed, words } from './perform-act'

const forms = {
  accept: z.object(target),
  'confirm-proposal': z.object({ ...target, comment: words }),
  'return-to-case-officer': z.object({ ...target, reason: words }),
  approve: z.object({ ...target, contentHash: hash, code }),
  'authorise-seal': z.object({ ...target, fileHash: hash, code }),
} as const
export async function acceptAction(_: ActState, form: FormData) {
  return performAct({ name: 'accept', schema: forms.accept }, form, acceptDossier)
}

export async function confirmAction(_: ActState, form: FormData) {
  return performAct(
    { name: 'confirm-proposal', schema: forms['confirm-proposal'] },
    form,
    confirmProposal,
  )
}

export async function returnAction(_: ActState, form: FormData) {
  return performAct(
    { name: 'return-to-case-officer', schema: forms['return-to-case-officer'] },
    form,
    returnToCaseOfficer,
  )
}

export async function approveAction(_: ActState, form: FormData) {
  return performAct({ name: 'approve', schema: forms.approve }, form, approveDossier)
}

export async function sealAction(_: ActState, form: FormData) {
  return performAct(
    { name: 'authorise-seal', schema: forms['authorise-seal'] },
    form,
    authoriseSeal,
  )
}

const verdict = z.enum(['pass', 'fail', 'not-applicable'])

/** The checklist comes as verdict.KEY and note.KEY; items without a verdict are left as they are. */
export async function saveChecklistAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = z.object(target).safeParse(values)
  if (!input.success) return refused('invalid-input', values)
  const { dossierId } = input.data
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const checks = Object.entries(values).flatMap(([name, value]) => {
    const parsed = verdict.safeParse(value)
    if (!name.startsWith('verdict.') || !parsed.success) return []
    const itemKey = name.slice('verdict.'.length)
    const note = (values[`note.${itemKey}`] ?? '').slice(0, 500)
    return [{ itemKey, verdict: parsed.data, note }]
  })
  const result = await recordAppraisal({ ...input.data, actor, checks, at: clock.now() })
  if (!result.ok) return refused(result.refusal.code, values)
  revalidatePath('/office', 'layout')
  redirect(`/office/dossiers/${dossierId}?done=record-appraisal`)
}

const codeRequest = z.object({
  dossierId: z.uuid(),
  purpose: z.enum([
    'approve',
    'approve-refusal',
    'authorise-seal',
    'grant-extension',
    'confirm-stop',
    'authorise-letter',
  ]),
  subjectHash: hash,
})

/** Sends the officer a fresh code for this act on this very document. */
export async function requestCodeAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = codeRequest.safeParse(values)
  if (!input.success) return refused('invalid-input', values)
  const actor = await requireOfficer(`/office/dossiers/${input.data.dossierId}`)
  const result = await requestActCode(actor, input.data)
  if (!result.ok) return refused(result.refusal.code, values)
  redirect(`/office/dossiers/${input.data.dossierId}?done=code`)
}
