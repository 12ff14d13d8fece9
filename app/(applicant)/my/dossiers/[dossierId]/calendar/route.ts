import { requireActor } from '@/app/_server/current-actor'
import { promisesFile } from '@/lib/dossiers/promises-file'
import { clock } from '@/lib/server/business-clock'

type Context = { params: Promise<{ dossierId: string }> }

/** The promises of the law as a calendar file. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}`)
  const file = await promisesFile(actor, { dossierId, at: clock.now() })
  if (!file.ok) return new Response(null, { status: 404 })
  return new Response(file.value, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="thoi-han.ics"',
      'cache-control': 'no-store',
    },
  })
}
