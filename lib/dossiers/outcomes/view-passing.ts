import { db } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import type { DossierRow } from '@/db/queries/dossiers'
import { findPassing } from '@/db/queries/passings'

type Name = { vi: string; en: string }

export type PassingView = {
  receiver: Name
  competent: Name
  /** Undefined until the data were passed on. */
  passing:
    | { at: Date; papers: number; papersDueAt: Date | null; confirmedAt: Date | null }
    | undefined
}

/**
 * Where a dossier was filed, and how it came to the agency that decides; undefined for what was filed
 * there. The caller has decided already that the reader may see the dossier.
 */
export async function viewPassing(dossier: DossierRow): Promise<PassingView | undefined> {
  if (!dossier.filedElsewhere) return undefined
  const row = await findPassing(db, dossier.id)
  return {
    receiver: await nameOf(dossier.receivingAgencyId),
    competent: await nameOf(row?.toAgencyId ?? dossier.solvingAgencyId),
    passing: row && {
      at: row.passedAt,
      papers: row.papers.length,
      papersDueAt: row.papersDueAt,
      confirmedAt: row.confirmedAt,
    },
  }
}

async function nameOf(agencyId: string): Promise<Name> {
  const { nameVi, nameEn } = await getAgency(db, agencyId)
  return { vi: nameVi, en: nameEn }
}
