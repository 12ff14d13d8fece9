import type { PostWithName } from '@/db/queries/agencies'
import type { PreparedDocument } from '@/lib/documents/prepared-document'
import { certifyDocument } from '@/lib/dossiers/certify-document'

/** Signs a slip with the key of the desk officer who sent it. Throws when the signature fails: the job tries again. */
export function signDeskSlip(
  { bytes }: PreparedDocument,
  about: { officer: PostWithName; reason: string; place: string },
): Promise<Uint8Array> {
  const { officer, reason, place } = about
  const { signingKeyId, fullName: name } = officer
  return certifyDocument(bytes, { role: 'desk', signingKeyId, name, reason, place })
}
