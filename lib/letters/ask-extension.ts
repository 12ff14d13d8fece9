import { inTransaction, type Transaction } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { findExtension, insertExtension } from '@/db/queries/extensions'
import { CORRECTION_CLOCK } from '@/lib/casework/case-clocks'
import { findCaseFile } from '@/lib/casework/case-file'
import { getCalendar } from '@/lib/casework/definitions'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { type Day, dayOf } from '@/lib/deadlines/day'
import { isTooLateToExtend } from '@/lib/deadlines/extension-gate'
import { isWorkingDay } from '@/lib/deadlines/working-calendar'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { noteRefusal } from '@/lib/letters/note-refusal'
import { prepareLetter } from '@/lib/letters/prepare-letter'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type ExtensionRequest = OfficeAct & { reason: string; toDay: Day }
export type NotExtendable = {
  code:
    | 'extension-used'
    | 'extension-asked'
    | 'nothing-due'
    | 'too-late-to-extend'
    | 'not-later'
    | 'not-a-working-day'
}

/**
 * The solving unit asks its leader for a new date, with the reason the applicant will read: once for a
 * dossier, to a later working day, and while the letter can still be signed in time (Decree 118/2025
 * Art. 19.6).
 */
export function askExtension(
  act: ExtensionRequest,
): Promise<Result<RecordedEvent, EventRefusal | NotExtendable>> {
  return rollBackOnRefusal<RecordedEvent, EventRefusal | NotExtendable>((orRollBack) =>
    inTransaction(async (tx) => {
      const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-papers' })
      if (!file.ok) return file
      const { dossier } = file.value
      const reason = act.reason.normalize('NFC').trim()
      const extensionId = newId()
      // The permission table speaks first.
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'ask-extension',
          details: { extensionId, toDay: act.toDay, reasonHash: saltedHash(dossier.salt, reason) },
        }),
      )
      const due = orRollBack(await extendable(tx, act, dossier))
      await insertExtension(tx, {
        id: extensionId,
        dossierId: dossier.id,
        ...due,
        state: 'asked',
        reason,
        newDay: act.toDay,
        askedBy: postOf(act),
        askedAt: act.at,
      })
      await prepareLetter(tx, { dossierId: dossier.id, kind: 'extension-letter', at: act.at })
      return accept(event)
    }),
  )
}

type Due = { clockKey: string; oldDueAt: Date }

async function extendable(
  tx: Transaction,
  act: ExtensionRequest,
  dossier: DossierRow,
): Promise<Result<Due, NotExtendable>> {
  const no = (code: NotExtendable['code']) => {
    noteRefusal(tx, act, { dossier, event: 'ask-extension', code })
    return refuse({ code })
  }
  const earlier = await findExtension(tx, dossier.id, ['asked', 'granted', 'applied'])
  if (earlier) return no(earlier.state === 'asked' ? 'extension-asked' : 'extension-used')
  const { dueAt } = dossier
  const run = dossier.clocks.at(-1)
  // An error of our own is put right in its three days: the decree extends only the work on a dossier.
  if (!dueAt || !run || run.endedAt || run.key === CORRECTION_CLOCK) return no('nothing-due')
  if (isTooLateToExtend(dueAt, act.at)) return no('too-late-to-extend')
  if (act.toDay <= dayOf(dueAt)) return no('not-later')
  const calendar = await getCalendar(tx, dossier.solvingAgencyId, dayOf(act.at))
  if (!isWorkingDay(calendar.body, act.toDay)) return no('not-a-working-day')
  return accept({ clockKey: run.key, oldDueAt: dueAt })
}
