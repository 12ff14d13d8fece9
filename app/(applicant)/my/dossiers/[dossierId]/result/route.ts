import { requireActor } from '@/app/_server/current-actor'
import { openResult } from '@/lib/dossiers/open-result'
import { clock } from '@/lib/server/business-clock'
import { env } from '@/lib/server/env'

type Context = { params: Promise<{ dossierId: string }> }

/** Hands the issued result over to its owner; the first time is recorded as delivery. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}`)
  const opened = await openResult(actor, { dossierId, at: clock.now() })
  if (!opened.ok) return new Response(null, { status: 404 })
  const location = `${env().PUBLIC_ORIGIN}/api/files/${opened.value.fileId}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
