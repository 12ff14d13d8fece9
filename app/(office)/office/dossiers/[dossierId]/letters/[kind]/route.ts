import { requireOfficer } from '@/app/_server/office-actor'
import { renderLetterDraft } from '@/lib/letters/draft-letter'
import { LETTER_KINDS } from '@/lib/letters/letter-kinds'

type Context = { params: Promise<{ dossierId: string; kind: string }> }

/** The letter before the leader, made anew from the dossier each time; it is never stored. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { dossierId, kind } = await params
  const actor = await requireOfficer(`/office/dossiers/${dossierId}`)
  const known = LETTER_KINDS.find((letter) => letter === kind)
  if (!known) return new Response(null, { status: 404 })
  const draft = await renderLetterDraft(actor, { dossierId, kind: known })
  if (!draft.ok) return new Response(null, { status: 404 })
  return new Response(Buffer.from(draft.value), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="du-thao-${known}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })
}
