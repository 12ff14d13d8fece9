import { requireOfficer } from '@/app/_server/office-actor'
import { renderDraft } from '@/lib/dossiers/find-draft'

type Context = { params: Promise<{ dossierId: string }> }

/** The draft licence, made anew from the dossier each time; it is never stored. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const draft = await renderDraft(actor, dossierId)
  if (!draft.ok) return new Response(null, { status: 404 })
  return new Response(Buffer.from(draft.value), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="du-thao-giay-phep.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })
}
