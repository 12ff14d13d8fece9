import { findSafePath } from '@/app/_server/safe-path'
import { attachPaper } from '@/lib/drafts/attach-paper'
import type { SlotAddress } from '@/lib/drafts/paper-slot'
import { viewSlot } from '@/lib/drafts/view-slot'
import type { PersonActor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'
import { answer, answerRefusal, goBack } from '../../../../answers'
import { uploader } from '../../../../gate'
import { multipartFiles, rawFile } from '../../../../incoming'
import { uploadResultCookie } from '../../../../upload-result'

type Context = { params: Promise<SlotAddress> }

/** The files of a slot and how far their checks are; asked again while one of them is 'received'. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await uploader(request)
  if (!actor.ok) return answerRefusal(actor.refusal)
  const slot = await viewSlot(actor.value, await params)
  return slot.ok ? answer(slot.value, 200) : answerRefusal(slot.refusal)
}

/** One file as the body (from a script), or several in a form (without JavaScript). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await uploader(request)
  if (!actor.ok) return answerRefusal(actor.refusal)
  const address = await params
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
  return isForm
    ? receiveForm(request, actor.value, address)
    : receiveFile(request, actor.value, address)
}

async function receiveFile(
  request: Request,
  actor: PersonActor,
  address: SlotAddress,
): Promise<Response> {
  const outcome = await attachPaper(actor, { ...address, at: clock.now() }, rawFile(request))
  if (!outcome.ok) return answerRefusal(outcome.refusal)
  const { attached, refused } = outcome.value
  if (refused[0]) return answerRefusal(refused[0])
  return answer({ file: attached[0] }, 201)
}

async function receiveForm(
  request: Request,
  actor: PersonActor,
  address: SlotAddress,
): Promise<Response> {
  const outcome = await attachPaper(actor, { ...address, at: clock.now() }, multipartFiles(request))
  if (!outcome.ok) return answerRefusal(outcome.refusal)
  const token = newId()
  const back = new URL(request.url).searchParams.get('back')
  const location = new URL(findSafePath(back) ?? '/', 'http://portal.invalid')
  location.searchParams.set('upload', token)
  location.hash = `paper-${address.slotKey}`
  return goBack(
    location.pathname + location.search + location.hash,
    uploadResultCookie(token, address.slotKey, outcome.value),
  )
}
