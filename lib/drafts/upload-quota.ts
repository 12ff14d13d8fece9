import type { Queryable } from '@/db/client'
import { sumLooseUploads } from '@/db/queries/files'

const MEGABYTE = 1024 * 1024

/**
 * What one person's drafts may hold together: several whole dossiers of a clinic with every paper
 * at its limit, and no more than an evening's mischief.
 */
export const uploadQuota = { megabytes: 1000, files: 500 } as const

/** Whether a person may bring so many bytes more. */
export async function fitsQuota(
  tx: Queryable,
  personId: string,
  moreBytes: number,
): Promise<boolean> {
  const held = await sumLooseUploads(tx, personId)
  return (
    held.files < uploadQuota.files && held.bytes + moreBytes <= uploadQuota.megabytes * MEGABYTE
  )
}
