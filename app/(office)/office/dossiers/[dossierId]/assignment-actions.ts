'use server'

import { z } from 'zod'
import type { ActState } from '@/components/office/act-form'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { claimDossier } from '@/lib/dossiers/assignment/claim-dossier'
import { declareConflict } from '@/lib/dossiers/assignment/declare-conflict'
import { giveBack } from '@/lib/dossiers/assignment/give-back'
import { takeOver } from '@/lib/dossiers/assignment/take-over'
import { performAct, target, words } from './perform-act'

const claimForm = z.object(target)
const assignForm = z.object({ ...target, postId: z.uuid() })
const reasonForm = z.object({ ...target, reason: words })

export async function assignAction(_: ActState, form: FormData) {
  return performAct({ name: 'assign', schema: assignForm }, form, assignDossier)
}

export async function claimAction(_: ActState, form: FormData) {
  return performAct({ name: 'claim', schema: claimForm }, form, claimDossier)
}

export async function giveBackAction(_: ActState, form: FormData) {
  return performAct({ name: 'give-back', schema: reasonForm }, form, giveBack)
}

export async function takeOverAction(_: ActState, form: FormData) {
  return performAct({ name: 'take-over', schema: reasonForm }, form, takeOver)
}

/** The dossier's page is gone with the act, so the way leads back to the lists. */
export async function declareConflictAction(_: ActState, form: FormData) {
  const act = { name: 'declare-conflict', schema: reasonForm, goTo: '/office' } as const
  return performAct(act, form, declareConflict)
}
