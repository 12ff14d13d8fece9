import { inTransaction, type Transaction } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { type ExtensionRow, findExtension, moveExtension } from '@/db/queries/extensions'
import { findCaseFile } from '@/lib/casework/case-file'
import { getCalendar } from '@/lib/casework/definitions'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { extendClock } from '@/lib/deadlines/clock-run'
import { dayOf } from '@/lib/deadlines/day'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type NotApplicable = {
  code: 'no-granted-extension' | 'due-moved' | 'not-later' | 'not-a-working-day'
}

/**
 * The desk changes the date of the dossier to the one of the signed letter, once; nobody else changes a
 * date, and nothing but a letter does (Decree 118/2025 Art. 19.6).
 */
export function applyExtension(
  act: OfficeAct,
): Promise<Result<RecordedEvent, EventRefusal | NotApplicable>> {
  return inTransaction(async (tx) => {
    const file = await findCaseFile(tx, act.actor, { ...act, right: 'view-papers' })
    if (!file.ok) return file
    const { dossier } = file.value
    const extension = await findExtension(tx, dossier.id, ['granted'])
    if (!extension) return refuse({ code: 'no-granted-extension' })
    const fits = await applicable(tx, { dossier, extension, at: act.at })
    if (!fits.ok) return fits
    const { id, newDay } = extension
    const event = await performEvent(tx, {
      ...act,
      event: 'apply-extension',
      details: { extensionId: id, toDay: newDay },
      clock: { extendTo: newDay },
    })
    if (!event.ok) return event
    await moveExtension(tx, { id, from: 'granted' }, { state: 'applied', appliedAt: act.at })
    return event
  })
}

type Applying = { dossier: DossierRow; extension: ExtensionRow; at: Date }

/** The letter is about one clock with one date; a clock that began since is another promise. */
async function applicable(
  tx: Transaction,
  { dossier, extension, at }: Applying,
): Promise<Result<undefined, NotApplicable>> {
  const run = dossier.clocks.at(-1)
  if (run?.key !== extension.clockKey || run.endedAt) return refuse({ code: 'due-moved' })
  const calendar = await getCalendar(tx, dossier.solvingAgencyId, dayOf(at))
  const extended = extendClock(calendar.body, run, extension.newDay)
  if (extended.ok) return accept(undefined)
  const { code } = extended.refusal
  return refuse({ code: code === 'not-later' || code === 'not-a-working-day' ? code : 'due-moved' })
}
