'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOfficer } from '@/app/_server/office-actor'
import type { ActState } from '@/components/office/act-form'
import { clockTime, momentOf } from '@/lib/deadlines/day'
import { removeTurnFile } from '@/lib/dossiers/inspections/attach-turn-files'
import { closeVisit } from '@/lib/dossiers/inspections/close-visit'
import { confirmAsLead, recordPaperSignature } from '@/lib/dossiers/inspections/confirm-minutes'
import { planInspection } from '@/lib/dossiers/inspections/plan-inspection'
import { saveFindings } from '@/lib/dossiers/inspections/save-findings'
import { demandAgain, recordRecheck } from '@/lib/dossiers/inspections/site-corrections'
import { clock } from '@/lib/server/business-clock'
import { line, performAct, refused, target, typed, words } from '../perform-act'

const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const noneOr = <Inner extends z.ZodType<string>>(inner: Inner) => z.literal('').or(inner).optional()
const dayOrNone = noneOr(z.iso.date()).transform((day) => day || null)
const text = z.string().trim().max(2000).default('')
const MEMBERS = ['member1', 'member2', 'member3'] as const

const pageOf = (form: FormData) => `/office/dossiers/${String(form.get('dossierId'))}/inspection`

const plan = z.object({
  ...target,
  plannedOn: z.iso.date(),
  plannedTime: time,
  place: line,
  agenda: words,
  decisionNumber: line,
  leadPostId: z.uuid(),
  secretaryPostId: noneOr(z.uuid()),
  member1: noneOr(z.uuid()),
  member2: noneOr(z.uuid()),
  member3: noneOr(z.uuid()),
  outsiders: text,
})

export async function planAction(_: ActState, form: FormData) {
  const name = 'plan-inspection' as const
  return performAct({ name, schema: plan, goTo: pageOf(form) }, form, (act) =>
    planInspection({
      ...act,
      plannedFor: momentOf(act.plannedOn, clockTime(act.plannedTime)),
      secretaryPostId: act.secretaryPostId || null,
      memberPostIds: MEMBERS.flatMap((member) => act[member] || []),
      outsiders: peopleOf(act.outsiders),
    }),
  )
}

/** 'Họ tên, chức danh …' a line. */
function peopleOf(lines: string) {
  return lines.split('\n').flatMap((written) => {
    const [name = '', ...title] = written.split(',').map((part) => part.trim())
    return name ? [{ name, title: title.join(', ') }] : []
  })
}

const VERDICTS = { pass: 'met', fail: 'not-met', 'not-applicable': 'not-applicable' } as const

/** The findings come as verdict.KEY and note.KEY; items without a verdict are left as they are. */
export async function findingsAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = z.object({ dossierId: z.uuid() }).safeParse(values)
  if (!input.success) return refused('invalid-input', values)
  const { dossierId } = input.data
  const actor = await requireOfficer(pageOf(form))
  const findings = Object.entries(values).flatMap(([name, value]) => {
    if (!name.startsWith('verdict.') || !(value in VERDICTS)) return []
    const itemKey = name.slice('verdict.'.length)
    const note = (values[`note.${itemKey}`] ?? '').slice(0, 500)
    return [{ itemKey, verdict: VERDICTS[value as keyof typeof VERDICTS], note }]
  })
  const result = await saveFindings(actor, { dossierId, findings })
  if (!result.ok) return refused(result.refusal.code, values)
  revalidatePath(pageOf(form))
  redirect(`${pageOf(form)}?done=findings`)
}

const closing = z.object({
  ...target,
  heldOn: z.iso.date(),
  startedAt: time,
  endedAt: time,
  finding: z.enum(['pass', 'pass-with-corrections', 'fail']),
  minutesNumber: line,
  facilityName: line,
  facilityTitle: line,
  summary: words,
  facilityStatement: text,
  dueDay: dayOrNone,
})

export async function closeVisitAction(_: ActState, form: FormData) {
  const corrects = form.get('finding') === 'pass-with-corrections'
  const name = corrects ? 'demand-corrections' : 'record-minutes'
  return performAct({ name, schema: closing, goTo: pageOf(form) }, form, (act) =>
    closeVisit({
      ...act,
      facility: { name: act.facilityName, title: act.facilityTitle },
      corrections: corrects ? correctionsIn(form) : [],
      dueDay: corrects ? act.dueDay : null,
    }),
  )
}

/** What is to be put right comes as correction.KEY; an empty one is none. */
function correctionsIn(form: FormData) {
  return Object.entries(typed(form)).flatMap(([name, value]) => {
    if (!name.startsWith('correction.') || !value.trim()) return []
    return [{ itemKey: name.slice('correction.'.length), text: value.trim().slice(0, 1000) }]
  })
}

const recheck = z.object({
  ...target,
  met: z.enum(['met', 'not-met']).transform((met) => met === 'met'),
  note: words,
})

export async function recheckAction(_: ActState, form: FormData) {
  const name = 'record-recheck' as const
  return performAct({ name, schema: recheck, goTo: pageOf(form) }, form, recordRecheck)
}

const again = z.object({ ...target, dueDay: dayOrNone })

export async function demandAgainAction(_: ActState, form: FormData) {
  const name = 'demand-corrections' as const
  return performAct({ name, schema: again, goTo: pageOf(form) }, form, (act) =>
    demandAgain({ ...act, corrections: correctionsIn(form) }),
  )
}

const about = z.object({ dossierId: z.uuid() })

type Sign = typeof confirmAsLead

async function sign(form: FormData, { done, run }: { done: string; run: Sign }): Promise<ActState> {
  const values = typed(form)
  const input = about.safeParse(values)
  if (!input.success) return refused('invalid-input', values)
  const actor = await requireOfficer(pageOf(form))
  const result = await run(actor, { ...input.data, at: clock.now() })
  if (!result.ok) return refused(result.refusal.code, values)
  revalidatePath(pageOf(form))
  redirect(`${pageOf(form)}?done=${done}`)
}

export async function signAsLeadAction(_: ActState, form: FormData) {
  return sign(form, { done: 'lead', run: confirmAsLead })
}

export async function paperSignatureAction(_: ActState, form: FormData) {
  return sign(form, { done: 'paper', run: recordPaperSignature })
}

const removal = z.object({
  dossierId: z.uuid(),
  place: z.enum(['photos', 'signed-minutes']),
  fileId: z.uuid(),
})

/** Takes a file out again; one that is gone already is no trouble. */
export async function removeFileAction(form: FormData): Promise<void> {
  const input = removal.parse(typed(form))
  const actor = await requireOfficer(pageOf(form))
  await removeTurnFile(actor, input, input.fileId)
  revalidatePath(pageOf(form))
  redirect(`${pageOf(form)}?done=removed`)
}
