import { requireActor } from '@/app/_server/current-actor'
import { noDocument, pdfResponse } from '@/app/_server/pdf-response'
import { printDraft } from '@/lib/drafts/print-draft'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'

type Context = { params: Promise<{ draftId: string }> }

/** The form as its owner has filled it so far. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { draftId } = await params
  if (!isId(draftId)) return noDocument()
  const actor = await requireActor('applicant', `/my/drafts/${draftId}/review`)
  const draft = await printDraft(actor, { draftId, at: clock.now() })
  return draft.ok ? pdfResponse(draft.value, 'to-khai-ban-nhap') : noDocument()
}
