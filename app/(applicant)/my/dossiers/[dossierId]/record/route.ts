import { requireActor } from '@/app/_server/current-actor'
import { recordDownload } from '@/app/_server/record-download'

type Context = { params: Promise<{ dossierId: string }> }

/** The owner's copy of the record, to be checked without us. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}`)
  return recordDownload(actor, dossierId)
}
