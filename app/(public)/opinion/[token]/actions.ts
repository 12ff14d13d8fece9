'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { keepOpinionSession, opinionVisitor } from '@/app/_server/opinion-visitor'
import { refusalText } from '@/app/_server/refusal-text'
import type { ActState } from '@/components/office/act-form'
import { answerOpinion } from '@/lib/dossiers/opinions/answer-opinion'
import { enterOpinion, requestOpinionCode } from '@/lib/dossiers/opinions/opinion-door'

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

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

export async function sendCodeAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = z.object({ token }).safeParse(values)
  if (!input.success) return refusedWith('invalid-input', values)
  const result = await requestOpinionCode(input.data.token, await opinionVisitor(input.data.token))
  if (!result.ok) return refusedWith(result.refusal.code, values)
  redirect(`/opinion/${input.data.token}?sent=1`)
}

const entry = z.object({
  token,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
})

export async function enterAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = entry.safeParse(values)
  if (!input.success) return refusedWith('invalid-input', values)
  const { token: link, code } = input.data
  const result = await enterOpinion(link, code, await opinionVisitor(link))
  if (!result.ok) return refusedWith(result.refusal.code, values)
  await keepOpinionSession(link, result.value.session)
  redirect(`/opinion/${link}`)
}

const answer = z.object({
  token,
  agrees: z
    .enum(['yes', 'no'])
    .optional()
    .transform((agrees) => (agrees ? agrees === 'yes' : null)),
  text: z.string().trim().min(5).max(8000),
  name: z.string().trim().min(2).max(200),
  position: z.string().trim().min(2).max(200),
})

export async function answerAction(_: ActState, form: FormData): Promise<ActState> {
  const values = typed(form)
  const input = answer.safeParse(values)
  if (!input.success) return refusedWith('invalid-input', values)
  const { token: link, position, ...given } = input.data
  const result = await answerOpinion(await opinionVisitor(link), { ...given, title: position })
  if (!result.ok) return refusedWith(result.refusal.code, values)
  redirect(`/opinion/${link}`)
}
