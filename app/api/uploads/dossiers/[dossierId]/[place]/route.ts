import { findSafePath } from '@/app/_server/safe-path'
import { attachTurnFiles } from '@/lib/dossiers/inspections/attach-turn-files'
import { TURN_PLACES } from '@/lib/dossiers/inspections/turn-place'
import { clock } from '@/lib/server/business-clock'
import { isId, newId } from '@/lib/shared/ids'
import { answer, answerRefusal, goBack } from '../../../answers'
import { uploader } from '../../../gate'
import { multipartFiles, rawFile } from '../../../incoming'
import { uploadResultCookie } from '../../../upload-result'

type Context = { params: Promise<{ dossierId: string; place: string }> }

/**
 * Photos of an inspection, the scan of signed minutes, what comes with a report on corrections: one file
 * as the body, or several in a form, which works without JavaScript and on a phone with its camera.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await uploader(request)
  if (!actor.ok) return answerRefusal(actor.refusal)
  const { dossierId, place: named } = await params
  const place = TURN_PLACES.find((known) => known === named)
  if (!place || !isId(dossierId)) return answerRefusal({ code: 'not-found' })
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
  const files = isForm ? multipartFiles(request) : rawFile(request)
  const address = { dossierId, place, at: clock.now() }
  const outcome = await attachTurnFiles(actor.value, address, files)
  if (!outcome.ok) return answerRefusal(outcome.refusal)
  const { attached, refused } = outcome.value
  if (isForm) return backWith(request, place, outcome.value)
  return refused[0] ? answerRefusal(refused[0]) : answer({ file: attached[0] }, 201)
}

function backWith(
  request: Request,
  place: string,
  outcome: Parameters<typeof uploadResultCookie>[2],
): Response {
  const token = newId()
  const back = new URL(request.url).searchParams.get('back')
  const location = new URL(findSafePath(back) ?? '/', 'http://portal.invalid')
  location.searchParams.set('upload', token)
  location.hash = place
  return goBack(
    location.pathname + location.search + location.hash,
    uploadResultCookie(token, place, outcome),
  )
}
