import { findSafePath } from '@/app/_server/safe-path'
import { type AttachOutcome, attachToSlot, type IncomingFile } from '@/lib/drafts/attach-paper'
import type { OpenSlot, SlotRefusal } from '@/lib/drafts/paper-slot'
import { removeFromSlot } from '@/lib/drafts/remove-paper-file'
import { turnInSlot } from '@/lib/drafts/turn-paper-page'
import { filesInSlot } from '@/lib/drafts/view-slot'
import type { PersonActor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'
import { accept, type Result } from '@/lib/shared/result'
import { answer, answerRefusal, goBack } from './answers'
import { uploader } from './gate'
import { multipartFiles, rawFile } from './incoming'
import { type SlotOutcome, uploadResultCookie } from './upload-result'

/** Finds the slot for whoever asks: in a draft, or under a request to supplement. */
export type FindSlot = (actor: PersonActor) => Promise<Result<OpenSlot, SlotRefusal>>

/** The files of a slot and how far their checks are; asked again while one of them is 'received'. */
export async function showSlot(request: Request, find: FindSlot): Promise<Response> {
  const actor = await uploader(request)
  if (!actor.ok) return answerRefusal(actor.refusal)
  const slot = await find(actor.value)
  return slot.ok ? answer(await filesInSlot(slot.value), 200) : answerRefusal(slot.refusal)
}

/** One file as the body (from a script), or several in a form (without JavaScript). */
export async function fillSlot(request: Request, find: FindSlot): Promise<Response> {
  const actor = await uploader(request)
  if (!actor.ok) return answerRefusal(actor.refusal)
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
  const files = isForm ? multipartFiles(request) : rawFile(request)
  const slot = await find(actor.value)
  if (!slot.ok) return answerRefusal(slot.refusal)
  const outcome = await attach(actor.value, slot.value, files)
  return isForm ? backToPage(request, slot.value.slotKey, outcome) : answerFile(outcome)
}

/** Takes a file out of a slot; from a script. */
export async function emptySlot(request: Request, find: FindSlot, fileId: string) {
  const removed = await remove(request, find, fileId)
  return removed.ok ? answer(removed.value, 200) : answerRefusal(removed.refusal)
}

/** The same from a form without JavaScript, and back to its page. A second click finds nothing to do. */
export async function emptySlotByForm(
  request: Request,
  find: FindSlot,
  { slotKey, fileId }: { slotKey: string; fileId: string },
): Promise<Response> {
  const removed = await remove(request, find, fileId)
  if (!removed.ok && removed.refusal.code !== 'not-found') return answerRefusal(removed.refusal)
  const back = findSafePath(new URL(request.url).searchParams.get('back')) ?? '/'
  return goBack(`${back}#paper-${slotKey}`)
}

/** Turns a page of a file in a slot; from a script. */
export async function turnPageInSlot(request: Request, find: FindSlot, fileId: string) {
  const turned = await turn(request, find, fileId)
  return turned.ok ? answer(turned.value, 200) : answerRefusal(turned.refusal)
}

/** The same from a form without JavaScript, and back to its page. */
export async function turnPageByForm(
  request: Request,
  find: FindSlot,
  { slotKey, fileId }: { slotKey: string; fileId: string },
): Promise<Response> {
  const turned = await turn(request, find, fileId)
  if (!turned.ok && !('name' in turned.refusal) && turned.refusal.code !== 'not-found')
    return answerRefusal(turned.refusal)
  const refused = !turned.ok && 'name' in turned.refusal ? [turned.refusal] : []
  return backToPage(request, slotKey, { attached: [], refused })
}

async function turn(request: Request, find: FindSlot, fileId: string) {
  const actor = await uploader(request)
  if (!actor.ok) return actor
  const slot = await find(actor.value)
  if (!slot.ok) return slot
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return turnInSlot(slot.value, { fileId, page: Number.isSafeInteger(page) ? page : 0 })
}

function attach(
  { personId }: PersonActor,
  slot: OpenSlot,
  files: AsyncIterable<IncomingFile>,
): Promise<AttachOutcome> {
  return attachToSlot({ slot, personId, at: clock.now() }, files)
}

async function remove(request: Request, find: FindSlot, fileId: string) {
  const actor = await uploader(request)
  if (!actor.ok) return actor
  const slot = await find(actor.value)
  if (!slot.ok) return slot
  const removed = await removeFromSlot(slot.value, fileId)
  return removed.ok ? accept(removed.value) : removed
}

function answerFile({ attached, refused }: AttachOutcome): Response {
  return refused[0] ? answerRefusal(refused[0]) : answer({ file: attached[0] }, 201)
}

function backToPage(request: Request, slotKey: string, outcome: SlotOutcome): Response {
  const token = newId()
  const back = new URL(request.url).searchParams.get('back')
  const location = new URL(findSafePath(back) ?? '/', 'http://portal.invalid')
  location.searchParams.set('upload', token)
  location.hash = `paper-${slotKey}`
  return goBack(
    location.pathname + location.search + location.hash,
    uploadResultCookie(token, slotKey, outcome),
  )
}
