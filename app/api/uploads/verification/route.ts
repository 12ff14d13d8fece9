import { verificationSchema } from '@/components/dossier/verification'
import { verifyDocument } from '@/lib/verification/verify-document'
import { readUpload } from '../../../_server/read-upload'
import { maxVerifyBytes } from '../../../_server/verification-limits'
import { keepVerification } from '../../../_server/verification-note'

/** Takes a dropped or chosen PDF, checks it and leads to the page that shows the outcome. */
export async function POST(request: Request) {
  const upload = await readUpload(request, maxVerifyBytes)
  if (!upload.ok) return leadTo(`/verify?problem=${upload.refusal.code}#file`)
  await keepVerification(verificationSchema.parse(await verifyDocument(upload.value)))
  return leadTo('/verify?shown=file#outcome')
}

function leadTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, 'Cache-Control': 'no-store' },
  })
}
