import { z } from 'zod'
import { findUnprintable } from '@/lib/documents/printable'
import type { Procedure } from '@/lib/procedures/procedure'
import type { LocalText } from '@/lib/procedures/shape/text'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** Why a dossier is refused: reasons of the procedure, and the officer's own words on this case. */
export const refusalDraftSchema = z.object({
  stage: z.enum(['intake', 'result']),
  reasonKeys: z.array(z.string()).min(1),
  words: z.string(),
})
export type RefusalDraft = z.infer<typeof refusalDraftSchema>

export type GroundRefusal = { code: 'unknown-reason' | 'no-legal-ground' | 'unprintable-text' }
export type Ground = { text: LocalText; clause: string | null }

/**
 * The reasons behind the chosen keys, each with its clause. A refusal states its legal ground: at least
 * one of them must rest on a clause (Law 15/2023 Art. 52.4; Decree 118/2025 Art. 17.1.c, 19.3).
 */
export function groundsOf(
  procedure: Procedure,
  { reasonKeys, words }: Pick<RefusalDraft, 'reasonKeys' | 'words'>,
): Result<Ground[], GroundRefusal> {
  const known = refusalReasons(procedure)
  const chosen = [...new Set(reasonKeys)].map((key) => known.find((reason) => reason.key === key))
  const grounds: Ground[] = []
  for (const reason of chosen) {
    if (!reason) return refuse({ code: 'unknown-reason' })
    grounds.push({ text: reason.text, clause: reason.clause })
  }
  if (!grounds.some(({ clause }) => clause !== null)) return refuse({ code: 'no-legal-ground' })
  // What slip 03 cannot print would be found out by its job, when nobody can mend it.
  if (findUnprintable(words).length > 0) return refuse({ code: 'unprintable-text' })
  return accept(grounds)
}

/** The reasons of a procedure that a refusal may rest on, with law and article in one line. */
export function refusalReasons({ reasons, clauses }: Procedure) {
  return reasons.map(({ key, text, basis }) => {
    const clause = clauses.find((candidate) => candidate.key === basis)
    return { key, text, clause: clause ? `${clause.article} ${clause.law}` : null }
  })
}

/** Reasons and words as the applicant reads them, a reason a line. */
export function refusalWords(grounds: readonly Ground[], words: string): string {
  const lines = grounds.map(({ text, clause }) => `- ${text.vi}${clause ? ` (${clause})` : ''}.`)
  const own = words.normalize('NFC').trim()
  return [...lines, ...(own ? [own] : [])].join('\n')
}
