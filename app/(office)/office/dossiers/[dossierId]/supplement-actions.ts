'use server'

import { z } from 'zod'
import type { ActState } from '@/components/office/act-form'
import { closeWithoutReply } from '@/lib/supplements/close-without-reply'
import { judgeSupplement } from '@/lib/supplements/judge-supplement'
import { releaseSupplement, returnSupplementRequest } from '@/lib/supplements/release-supplement'
import { askSupplement, requestSupplement } from '@/lib/supplements/request-supplement'
import { performAct, refused, target, typed, words } from './perform-act'
import { rowsOf, turnOf } from './supplement-rows'

const item = z.object({
  kind: z.enum(['field', 'paper']),
  key: z.string().min(1).max(100),
  reasonKey: z.string().min(1).max(100),
  clauseKey: z.string().max(100).nullable(),
  explanation: words,
  goodExample: words,
})
/** The rows of the form, as they are sent, become the list of items. */
const request = z
  .record(z.string(), z.string())
  .transform((values) => ({ ...values, items: rowsOf(values) }))
  .pipe(z.object({ ...target, reason: words, items: z.array(item).max(50) }))

const forms = {
  request,
  plain: z.object(target),
  return: z.object({ ...target, reason: words }),
} as const

export async function requestAction(_: ActState, form: FormData): Promise<ActState> {
  const early = await beforeSending(form)
  if (early) return early
  return performAct({ name: 'request-supplement', schema: forms.request }, form, requestSupplement)
}

export async function askAction(_: ActState, form: FormData): Promise<ActState> {
  const early = await beforeSending(form)
  if (early) return early
  return performAct({ name: 'ask-supplement', schema: forms.request }, form, askSupplement)
}

export async function releaseAction(_: ActState, form: FormData) {
  return performAct({ name: 'release-supplement', schema: forms.plain }, form, releaseSupplement)
}

export async function returnRequestAction(_: ActState, form: FormData) {
  return performAct(
    { name: 'return-supplement-request', schema: forms.return },
    form,
    returnSupplementRequest,
  )
}

export async function closeAction(_: ActState, form: FormData) {
  return performAct({ name: 'close-without-reply', schema: forms.plain }, form, closeWithoutReply)
}

const verdicts = z
  .record(z.string(), z.string())
  .transform((values) => ({ ...values, verdicts: verdictsOf(values) }))
  .pipe(
    z.object({
      ...target,
      verdicts: z.array(
        z.object({
          itemId: z.uuid(),
          verdict: z.enum(['accepted', 'declined']),
          note: z.string().max(2000),
        }),
      ),
    }),
  )

/** Verdicts come as verdict.ID and note.ID. */
export async function judgeAction(_: ActState, form: FormData) {
  return performAct({ name: 'judge-supplement', schema: verdicts }, form, judgeSupplement)
}

function verdictsOf(values: Record<string, string>) {
  return Object.entries(values).flatMap(([name, verdict]) => {
    if (!name.startsWith('verdict.')) return []
    const itemId = name.slice('verdict.'.length)
    return [{ itemId, verdict, note: values[`note.${itemId}`] ?? '' }]
  })
}

/** Adding and taking away a row goes round the server, so that it works without a script; and what is empty is named. */
async function beforeSending(form: FormData): Promise<ActState | undefined> {
  const values = typed(form)
  const turned = turnOf(values)
  if (turned) return { values: turned }
  const checked = request.safeParse(values)
  if (checked.success) return undefined
  const state = await refused('invalid-input', values)
  const invalid = (await refused('invalid-field', values)).refusal ?? ''
  const names = checked.error.issues.map(({ path }) =>
    path[0] === 'items' ? `item.${String(path[1])}.${fieldOf(path[2])}` : String(path[0]),
  )
  return { ...state, problems: Object.fromEntries(names.map((name) => [name, invalid])) }
}

/** What kind of thing it is and which one come from the same box. */
function fieldOf(part: PropertyKey | undefined): string {
  return part === 'kind' || part === 'key' ? 'subject' : String(part)
}
