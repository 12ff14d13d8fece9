'use server'

import { z } from 'zod'
import type { ActState } from '@/components/office/act-form'
import { approveRefusal } from '@/lib/dossiers/outcomes/approve-refusal'
import { releaseRefusal } from '@/lib/dossiers/outcomes/release-refusal'
import { proposeDecision } from '@/lib/dossiers/propose-decision'
import { refuseIntake } from '@/lib/dossiers/refuse-intake'
import { code, hash, performAct, target, words } from './perform-act'

const ownWords = z.string().trim().max(4000).default('')

/** Ticked reasons come as reason.KEY. */
function reasonsIn(form: Record<string, unknown>): string[] {
  return Object.keys(form).flatMap((name) =>
    name.startsWith('reason.') ? [name.slice('reason.'.length)] : [],
  )
}

const intake = z
  .looseObject({ ...target, words: ownWords })
  .transform(({ dossierId, expectedVersion, words: said, ...rest }) => ({
    dossierId,
    expectedVersion,
    words: said,
    reasonKeys: reasonsIn(rest),
  }))

export async function refuseIntakeAction(_: ActState, form: FormData) {
  return performAct({ name: 'refuse-intake', schema: intake }, form, refuseIntake)
}

const proposal = z
  .looseObject({
    ...target,
    decision: z.enum(['grant', 'refuse']),
    opinion: words,
    words: ownWords,
  })
  .transform(({ dossierId, expectedVersion, decision, opinion, words: said, ...rest }) => {
    const about = { dossierId, expectedVersion, opinion }
    return decision === 'grant'
      ? { ...about, decision }
      : { ...about, decision, words: said, reasonKeys: reasonsIn(rest) }
  })

export async function proposeAction(_: ActState, form: FormData) {
  return performAct({ name: 'propose-decision', schema: proposal }, form, proposeDecision)
}

const approval = z.object({ ...target, contentHash: hash, code, comment: words })

export async function approveRefusalAction(_: ActState, form: FormData) {
  return performAct({ name: 'approve-refusal', schema: approval }, form, approveRefusal)
}

export async function releaseRefusalAction(_: ActState, form: FormData) {
  return performAct({ name: 'release-refusal', schema: z.object(target) }, form, releaseRefusal)
}
