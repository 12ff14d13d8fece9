import { requireOfficer } from '@/app/_server/office-actor'
import { recordDownload } from '@/app/_server/record-download'

type Context = { params: Promise<{ dossierId: string }> }

/** The record for an officer who may see the dossier. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  return recordDownload(actor, dossierId)
}
