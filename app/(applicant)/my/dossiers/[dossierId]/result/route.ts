import { requireActor } from '@/app/_server/current-actor'
import { openCompanion, openResult } from '@/lib/dossiers/open-result'
import { clock } from '@/lib/server/business-clock'
import { env } from '@/lib/server/env'

type Context = { params: Promise<{ dossierId: string }> }

/**
 * Hands the issued result over to its owner; the first time is recorded as delivery. `?part=companion` is
 * what was decided with it.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}`)
  const isCompanion = new URL(request.url).searchParams.get('part') === 'companion'
  const opened = isCompanion
    ? await openCompanion(actor, dossierId)
    : await openResult(actor, { dossierId, at: clock.now() })
  if (!opened.ok) return new Response(null, { status: 404 })
  const location = `${env().PUBLIC_ORIGIN}/api/files/${opened.value.fileId}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
