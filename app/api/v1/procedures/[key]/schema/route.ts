import { z } from 'zod'
import { schemaAnswer } from '@/app/api/v1/procedures/schema-answer'
import { findProcedure } from '@/lib/administration/published-procedures'
import { rulesAt } from '@/lib/casework/form-rules'
import { answersJsonSchema } from '@/lib/procedures/json-schema/answers-schema'
import { clock } from '@/lib/server/business-clock'

const languageSchema = z.enum(['vi', 'en']).default('vi')

type Context = { params: Promise<{ key: string }> }

/** What a program has to answer for a procedure in force; `?lang=en` gives titles in English. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const lang = new URL(request.url).searchParams.get('lang') ?? undefined
  const language = languageSchema.safeParse(lang)
  if (!language.success) {
    const faults = [{ parameter: 'lang', code: 'invalid_value' }]
    return Response.json({ code: 'invalid-request', faults }, { status: 400 })
  }
  const procedure = await findProcedure((await params).key)
  if (!procedure) return Response.json({ code: 'not-found' }, { status: 404 })
  return schemaAnswer(answersJsonSchema(rulesAt(procedure, clock.now()), language.data))
}
