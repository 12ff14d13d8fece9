import { requireOfficer } from '@/app/_server/office-actor'
import { noDocument, pdfResponse } from '@/app/_server/pdf-response'
import { printControlSlip } from '@/lib/dossiers/register/control-slip'

type Context = { params: Promise<{ dossierId: string }> }

/** The control slip (form 06), made from the record each time; it is never stored. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const slip = await printControlSlip(actor, dossierId)
  return slip.ok ? pdfResponse(slip.value, 'phieu-kiem-soat') : noDocument()
}
