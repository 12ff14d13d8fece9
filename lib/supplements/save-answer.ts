import { inTransaction } from '@/db/client'
import { changeSupplement, findSupplementForUpdate } from '@/db/queries/supplements'
import { sealAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import type { FormEntries, ParsedSection } from '@/lib/procedures/parse-form'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { findOwnTurn, type TurnRefusal } from '@/lib/supplements/own-turn'
import { closedNames, writeTurn } from '@/lib/supplements/turn-form'

export type AnswerSaving = {
  dossierId: string
  entries: FormEntries
  /** The version the page was made from. */
  expectedVersion?: number | undefined
  at: Date
}
export type SaveAnswerRefusal =
  | TurnRefusal
  | { code: 'closed-item'; names: string[] }
  | { code: 'changed-elsewhere'; version: number }

/**
 * Saves what was typed in answer to a request to supplement, right or not yet right. Whoever writes to a
 * question that the request does not name is refused, and nothing of it is kept.
 */
export function saveAnswer(
  actor: Actor,
  { dossierId, entries, expectedVersion, at }: AnswerSaving,
): Promise<Result<{ version: number; parsed: ParsedSection }, SaveAnswerRefusal>> {
  return inTransaction(async (tx) => {
    // Two tabs wait for each other here.
    await findSupplementForUpdate(tx, dossierId, 'released')
    const own = await findOwnTurn(tx, actor, { dossierId, at })
    if (!own.ok) return own
    const { supplement, turn, file } = own.value
    if (expectedVersion !== undefined && expectedVersion !== supplement.draftVersion)
      return refuse({ code: 'changed-elsewhere', version: supplement.draftVersion })
    const names = closedNames(turn, entries)
    if (names.length > 0) return refuse({ code: 'closed-item', names })
    const { parsed, draft } = writeTurn(turn, entries)
    const version = supplement.draftVersion + 1
    await changeSupplement(tx, supplement.id, {
      draft: sealAnswers(file.procedure, draft),
      draftVersion: version,
    })
    return accept({ version, parsed })
  })
}
