import { db } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'

/** The name of an agency in both languages. */
export async function getAgencyName(agencyId: string): Promise<{ vi: string; en: string }> {
  const agency = await getAgency(db, agencyId)
  return { vi: agency.nameVi, en: agency.nameEn }
}
