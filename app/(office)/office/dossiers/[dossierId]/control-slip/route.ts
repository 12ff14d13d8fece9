import { requireOfficer } from '@/app/_server/office-actor'
import { printControlSlip } from '@/lib/dossiers/register/control-slip'

type Context = { params: Promise<{ dossierId: string }> }

/** The control slip (form 06), made from the record each time; it is never stored. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId } = await params
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const slip = await printControlSlip(actor, dossierId)
  if (!slip.ok) return new Response(null, { status: 404 })
  return new Response(Buffer.from(slip.value), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="phieu-kiem-soat.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })
}
