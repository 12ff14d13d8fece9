import { db } from '@/db/client'
import { listAgencyNames } from '@/db/queries/outcomes'

/** The agencies that a dossier may be sent to, by name. */
export function listAgencies(): Promise<{ id: string; nameVi: string; nameEn: string }[]> {
  return listAgencyNames(db)
}
