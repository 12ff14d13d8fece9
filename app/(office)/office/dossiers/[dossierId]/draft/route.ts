import { requireOfficer } from '@/app/_server/office-actor'
import { noDocument, pdfResponse } from '@/app/_server/pdf-response'
import { renderDraft } from '@/lib/dossiers/find-draft'

type Context = { params: Promise<{ dossierId: string }> }

/** The draft result, or with `?part=companion` what is decided with it; made anew each time, never stored. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const isCompanion = new URL(request.url).searchParams.get('part') === 'companion'
  const part = isCompanion ? 'companion' : 'licence'
  const draft = await renderDraft(actor, { dossierId, part })
  return draft.ok ? pdfResponse(draft.value, NAMES[part]) : noDocument()
}

const NAMES = { licence: 'du-thao-giay-phep', companion: 'du-thao-van-ban-kem-theo' } as const
