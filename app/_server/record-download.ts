import { exportRecord } from '@/lib/dossiers/export-record'
import { attachmentHeader } from '@/lib/files/file-name'
import type { PersonActor } from '@/lib/identity/actor'

/** The record of a dossier as a file to keep; 404 for whom the dossier does not exist. */
export async function recordDownload(actor: PersonActor, dossierId: string): Promise<Response> {
  const record = await exportRecord(actor, { dossierId, at: new Date() })
  if (!record.ok) return new Response(null, { status: 404 })
  return new Response(record.value.text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachmentHeader(record.value.name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })
}
