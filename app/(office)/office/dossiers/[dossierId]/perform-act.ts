import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOfficer } from '@/app/_server/office-actor'
import { refusalText } from '@/app/_server/refusal-text'
import { getTranslator } from '@/app/_server/translator'
import type { ActState } from '@/components/office/act-form'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { clock } from '@/lib/server/business-clock'
import type { Result } from '@/lib/shared/result'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

/** What the form of every act carries: on which dossier, on which version of it. */
export const target = {
  dossierId: z.uuid(),
  expectedVersion: z.coerce.number().int().nonnegative(),
}
export const words = z.string().trim().min(5).max(4000)
export const line = z.string().trim().min(1).max(200)
export const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/)

type Acting = OfficeAct & Target
type Run<Input> = (act: Input & Acting) => Promise<Result<unknown, { code: string }>>
type Performed<Input> = {
  name: LicenceEvent
  schema: z.ZodType<Input>
  /** Where to go on when it is not the dossier's own page. */
  goTo?: string
}
type Target = { dossierId: string; expectedVersion: number }

/** Parse, decide who acts, run, and either go on or come back with everything that was typed. */
export async function performAct<Input extends Target>(
  { name, schema, goTo }: Performed<Input>,
  form: FormData,
  run: Run<Input>,
): Promise<ActState> {
  const values = typed(form)
  const input = schema.safeParse(values)
  if (!input.success) return refused('invalid-input', values, z.flattenError(input.error))
  const { dossierId } = input.data
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const result = await run({ ...input.data, actor, at: clock.now() })
  if (!result.ok) return refused(result.refusal.code, values)
  revalidatePath('/office', 'layout')
  redirect(`${goTo ?? `/office/dossiers/${dossierId}`}?done=${name}`)
}

export async function refused(
  refusal: string,
  values: ActState['values'],
  errors?: { fieldErrors: Record<string, unknown> },
): Promise<ActState> {
  const t = await getTranslator('refusals')
  const fields = Object.keys(errors?.fieldErrors ?? {})
  const problems = Object.fromEntries(fields.map((field) => [field, t('invalid-field')]))
  return { refusal: await refusalText(refusal), problems, values }
}

export function typed(form: FormData): Record<string, string> {
  const entries = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  )
  return Object.fromEntries(entries)
}
