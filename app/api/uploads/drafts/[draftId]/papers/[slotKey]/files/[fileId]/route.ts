import { findSafePath } from '@/app/_server/safe-path'
import type { SlotAddress } from '@/lib/drafts/paper-slot'
import { removePaperFile } from '@/lib/drafts/remove-paper-file'
import { answer, answerRefusal, goBack } from '../../../../../../answers'
import { uploader } from '../../../../../../gate'

type Context = { params: Promise<SlotAddress & { fileId: string }> }

/** Takes a file out of a slot; from a script. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const removed = await remove(request, await params)
  return removed.ok ? answer(removed.value, 200) : answerRefusal(removed.refusal)
}

/** The same from a form without JavaScript, and back to its page. A second click finds nothing to do. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { fileId, ...address } = await params
  const removed = await remove(request, { fileId, ...address })
  if (!removed.ok && removed.refusal.code !== 'not-found') return answerRefusal(removed.refusal)
  const back = findSafePath(new URL(request.url).searchParams.get('back')) ?? '/'
  return goBack(`${back}#paper-${address.slotKey}`)
}

async function remove(request: Request, { fileId, ...address }: SlotAddress & { fileId: string }) {
  const actor = await uploader(request)
  return actor.ok ? removePaperFile(actor.value, address, fileId) : actor
}
