import { db } from '@/db/client'
import {
  findCorrections,
  findHandOvers,
  findTransfers,
  type HandOverRow,
  type ResultCorrectionRow,
  type TransferLine,
} from '@/db/queries/outcomes'

export type OutcomeView = {
  transfers: TransferLine[]
  corrections: ResultCorrectionRow[]
  /** Without the number of the identity paper, which nobody needs to read again. */
  handOvers: Omit<HandOverRow, 'identityNumberSealed'>[]
}

/**
 * Where a dossier was sent, what of its result was put right, how it was handed over. The caller has
 * decided already that the reader may see the dossier.
 */
export async function viewOutcomes(dossierId: string): Promise<OutcomeView> {
  const handOvers = await findHandOvers(db, dossierId)
  return {
    transfers: await findTransfers(db, dossierId),
    corrections: await findCorrections(db, dossierId),
    handOvers: handOvers.map(({ identityNumberSealed: _, ...row }) => row),
  }
}
