import { requireActor } from '@/app/_server/current-actor'
import { noDocument, pdfResponse } from '@/app/_server/pdf-response'
import { printFormForOwner } from '@/lib/dossiers/print-form'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'

type Context = { params: Promise<{ dossierId: string }> }

/** The form of a dossier as its owner declared it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  if (!isId(dossierId)) return noDocument()
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}`)
  const form = await printFormForOwner(actor, { dossierId, at: clock.now() })
  return form.ok ? pdfResponse(form.value.bytes, `to-khai-${form.value.reference}`) : noDocument()
}
