import { db, type Transaction } from '@/db/client'
import { listReceivers } from '@/db/queries/passings'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** Where the applicant files, and who helped them; null is the agency that decides. */
export type WantedPlace = { receivingAgencyId: string | null; supportPlace: string }
export type PlaceRefusal = { code: 'elsewhere-not-allowed' | 'receiver-unknown' }

export type PlaceOfFiling = {
  receivingAgencyId: string
  filedElsewhere: 'held' | null
  supportPlace: string | null
}

/** The agencies whose counter can receive a dossier for another one at a moment, by name. */
export function receivingPlaces(
  at: Date,
): Promise<{ id: string; nameVi: string; nameEn: string }[]> {
  return listReceivers(db, at)
}

/**
 * The place of filing beside the agency that decides (Decree 118/2025 Art. 20): only where the procedure
 * allows it, and only at an agency with somebody at its desk.
 */
export async function placeOfFiling(
  tx: Transaction,
  filing: {
    procedure: Procedure
    solvingAgencyId: string
    wanted: WantedPlace | undefined
    at: Date
  },
): Promise<Result<PlaceOfFiling, PlaceRefusal>> {
  const { procedure, solvingAgencyId, wanted, at } = filing
  const supportPlace = wanted?.supportPlace.normalize('NFC').trim() || null
  const receiver = wanted?.receivingAgencyId ?? solvingAgencyId
  if (receiver === solvingAgencyId)
    return accept({ receivingAgencyId: solvingAgencyId, filedElsewhere: null, supportPlace })
  if (!procedure.filingElsewhere?.allowed) return refuse({ code: 'elsewhere-not-allowed' })
  const known = (await listReceivers(tx, at)).some(({ id }) => id === receiver)
  return known
    ? accept({ receivingAgencyId: receiver, filedElsewhere: 'held', supportPlace })
    : refuse({ code: 'receiver-unknown' })
}
