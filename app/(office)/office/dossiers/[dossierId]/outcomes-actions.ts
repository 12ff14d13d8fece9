'use server'

import { z } from 'zod'
import type { ActState } from '@/components/office/act-form'
import { openCorrection, proposeCorrection } from '@/lib/dossiers/outcomes/correct-result'
import { demandFee } from '@/lib/dossiers/outcomes/demand-fee'
import { handOver, type Shown } from '@/lib/dossiers/outcomes/hand-over'
import {
  declineTransfer,
  offerTransfer,
  takeTransfer,
} from '@/lib/dossiers/outcomes/transfer-dossier'
import { performAct, target, words } from './perform-act'

const short = z.string().trim().max(200).default('')
const SHOWN = ['receipt', 'identity-paper', 'authority'] as const satisfies readonly Shown[]

const forms = {
  'open-correction': z.object({
    ...target,
    foundBy: z.enum(['agency', 'applicant']),
    reason: words,
  }),
  'offer-transfer': z.object({ ...target, toAgencyId: z.string().min(1).max(40), reason: words }),
  'take-transfer': z.object(target),
  'decline-transfer': z.object({ ...target, reason: words }),
  'demand-fee': z.object({ ...target, feeKey: z.string().min(1).max(80) }),
} as const

/** The lines of the result come as line.KEY. */
const correction = z
  .looseObject({ ...target, opinion: words })
  .transform(({ dossierId, expectedVersion, opinion, ...rest }) => ({
    dossierId,
    expectedVersion,
    opinion,
    lines: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) =>
        name.startsWith('line.') && typeof value === 'string'
          ? [[name.slice('line.'.length), value.slice(0, 2000)]]
          : [],
      ),
    ),
  }))

/** What was shown comes as shown.KEY. */
const receipt = z
  .looseObject({
    ...target,
    via: z.enum(['counter', 'post']),
    receiver: z.enum(['owner', 'proxy']),
    receiverName: short,
    identityNumber: short,
    originalsReturned: z.string().trim().max(2000).default(''),
    postNumber: short,
  })
  .transform((form) => ({
    dossierId: form.dossierId,
    expectedVersion: form.expectedVersion,
    via: form.via,
    receiver: form.receiver,
    receiverName: form.receiverName,
    identityNumber: form.identityNumber,
    originalsReturned: form.originalsReturned,
    postNumber: form.postNumber,
    shown: SHOWN.filter((paper) => `shown.${paper}` in form),
  }))

export async function openCorrectionAction(_: ActState, form: FormData) {
  return performAct(
    { name: 'open-correction', schema: forms['open-correction'] },
    form,
    openCorrection,
  )
}

export async function proposeCorrectionAction(_: ActState, form: FormData) {
  return performAct({ name: 'propose-decision', schema: correction }, form, proposeCorrection)
}

export async function handOverAction(_: ActState, form: FormData) {
  return performAct({ name: 'deliver', schema: receipt }, form, handOver)
}

export async function offerTransferAction(_: ActState, form: FormData) {
  return performAct(
    { name: 'offer-transfer', schema: forms['offer-transfer'] },
    form,
    offerTransfer,
  )
}

export async function takeTransferAction(_: ActState, form: FormData) {
  return performAct({ name: 'take-transfer', schema: forms['take-transfer'] }, form, takeTransfer)
}

export async function declineTransferAction(_: ActState, form: FormData) {
  return performAct(
    { name: 'decline-transfer', schema: forms['decline-transfer'] },
    form,
    declineTransfer,
  )
}

export async function demandFeeAction(_: ActState, form: FormData) {
  return performAct({ name: 'demand-fee', schema: forms['demand-fee'] }, form, demandFee)
}
