import { rulesAt } from '@/lib/casework/form-rules'
import { renderOfficialForm } from '@/lib/documents/official-form'
import { type DraftView, viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { env } from '@/lib/server/env'
import { accept, type Result, refuse } from '@/lib/shared/result'

/**
 * The form as its owner has filled it so far, marked as a draft on every page. What was sent is printed
 * from its dossier; another's draft is not there.
 */
export async function printDraft(
  actor: PersonActor,
  { draftId, at }: { draftId: string; at: Date },
): Promise<Result<Uint8Array, { code: 'not-found' }>> {
  const found = await viewDraft(actor, draftId)
  if (!found.ok) return found
  const { draft, procedure, answers, given } = found.value
  if (draft.submittedDossierId || given) return refuse({ code: 'not-found' })
  const { bytes } = await renderOfficialForm({
    rules: rulesAt(procedure, at),
    demo: env().APP_MODE !== 'production',
    filling: {
      kind: 'draft',
      answers,
      files: filesOf(found.value),
      agencyName: agencyNameOf(found.value),
      signerName: actor.fullName,
      printedAt: at,
    },
  })
  return accept(bytes)
}

/** The names of the files by slot; what was refused does not count. */
function filesOf({ papers }: DraftView): Record<string, string[]> {
  return Object.fromEntries(
    papers.map(({ slotKey, files }) => [
      slotKey,
      files.filter(({ state }) => state !== 'rejected').map(({ name }) => name),
    ]),
  )
}

function agencyNameOf({ procedure, answers }: DraftView): string {
  const agency = solvingAgency(procedure, answers)
  if (!agency.ok) return ''
  return agency.value.province?.healthDepartment.name.vi ?? procedure.authority.name.vi
}
