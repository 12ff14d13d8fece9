import { requireOfficer } from '@/app/_server/office-actor'
import { noDocument, pdfResponse } from '@/app/_server/pdf-response'
import { printFormForOffice } from '@/lib/dossiers/print-form'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'

type Context = { params: Promise<{ dossierId: string }> }

/** What was declared as a form, for officers who may read it; identifiers are masked, and the look is kept. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  if (!isId(dossierId)) return noDocument()
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const form = await printFormForOffice(actor, { dossierId, at: clock.now() })
  return form.ok ? pdfResponse(form.value.bytes, `to-khai-${form.value.reference}`) : noDocument()
}
