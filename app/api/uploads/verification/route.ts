import { clientAddress } from '@/app/_server/client-address'
import { readUpload } from '@/app/_server/read-upload'
import { getLocale } from '@/app/_server/translator'
import { maxVerifyBytes } from '@/app/_server/verification-limits'
import { keepVerification } from '@/app/_server/verification-note'
import { tellOfFile } from '@/app/_server/verification-view'
import type { Verification } from '@/components/dossier/verification'
import { dayOf } from '@/lib/deadlines/day'
import { clock } from '@/lib/server/business-clock'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { findLicence } from '@/lib/verification/find-licence'
import { findRegistered } from '@/lib/verification/find-registered'
import { takeVerificationTry } from '@/lib/verification/verification-tries'
import { verifyDocument } from '@/lib/verification/verify-document'

/** Takes a dropped or chosen PDF, checks it and leads to the page that shows the outcome. */
export async function POST(request: Request) {
  const { allowed } = await takeVerificationTry(await clientAddress())
  if (!allowed) return leadTo('/verify?problem=too-many#file')
  const upload = await readUpload(request, maxVerifyBytes)
  if (!upload.ok) return leadTo(`/verify?problem=${upload.refusal.code}#file`)
  await keepVerification(await check(upload.value))
  return leadTo('/verify?shown=file#outcome')
}

async function check(bytes: Uint8Array): Promise<Verification> {
  const at = clock.now()
  const report = await verifyDocument(bytes, { trust: await configuredTrust(), at, findRegistered })
  const number = report.registered?.number
  const licence = number ? await findLicence(number, dayOf(at)) : undefined
  return tellOfFile(report, licence, { locale: await getLocale(), at })
}

function leadTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, 'Cache-Control': 'no-store' },
  })
}
