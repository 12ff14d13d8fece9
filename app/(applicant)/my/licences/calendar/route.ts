import { requireActor } from '@/app/_server/current-actor'
import { today } from '@/app/_server/today'
import { getLocale } from '@/app/_server/translator'
import { licencesFile } from '@/lib/dossiers/my-licences'
import { clock } from '@/lib/server/business-clock'

/** When the applicant's licences end, as a calendar file. */
export async function GET(): Promise<Response> {
  const actor = await requireActor('applicant', '/my/licences')
  const day = { at: clock.now(), today: today(), locale: await getLocale() }
  return new Response(await licencesFile(actor, day), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="ngay-het-han.ics"',
      'cache-control': 'no-store',
    },
  })
}
