import { requireOfficer } from '@/app/_server/office-actor'
import { noDocument, pdfResponse } from '@/app/_server/pdf-response'
import { renderDraft } from '@/lib/dossiers/find-draft'

type Context = { params: Promise<{ dossierId: string }> }

/** The draft licence, made anew from the dossier each time; it is never stored. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const draft = await renderDraft(actor, dossierId)
  return draft.ok ? pdfResponse(draft.value, 'du-thao-giay-phep') : noDocument()
}
