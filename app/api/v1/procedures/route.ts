import { z } from 'zod'
import { findProcedures } from '@/lib/administration/published-procedures'

const askedSchema = z.object({
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

/** The search of the portal for machines: procedures in force, best first, an empty list when nothing fits. */
export async function GET(request: Request): Promise<Response> {
  const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) {
    const faults = asked.error.issues.map(({ path, code }) => ({ parameter: path.join('.'), code }))
    return Response.json({ code: 'invalid-request', faults }, { status: 400 })
  }
  const { q, limit } = asked.data
  const hits = (await findProcedures(q)).slice(0, limit)
  return Response.json(
    hits.map(({ procedure: { key, nationalCode, name, authority }, score }) => ({
      key,
      code: nationalCode.value,
      name,
      authority: authority.level,
      score: Math.round(score * 1000) / 1000,
    })),
  )
}
