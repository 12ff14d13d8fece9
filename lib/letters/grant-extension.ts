import { type ExtensionRow, findExtension, moveExtension } from '@/db/queries/extensions'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { isTooLateToExtend } from '@/lib/deadlines/extension-gate'
import { postOf } from '@/lib/dossiers/act-with-words'
import {
  type Granting,
  grantLetter,
  type LetterAct,
  type LetterActRefusal,
} from '@/lib/letters/grant-letter'
import { noteRefusal } from '@/lib/letters/note-refusal'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type NotGrantable = { code: 'nothing-to-sign' | 'too-late-to-extend' | 'due-moved' }

/**
 * The leader grants the new date by signing the letter of apology (form 04), at the latest on the last
 * day before the due date. After that no letter makes it lawful: the delay is a breach, and the work
 * goes on (Decree 118/2025 Art. 19.6).
 */
export function grantExtension(
  act: LetterAct,
): Promise<Result<RecordedEvent, LetterActRefusal | NotGrantable>> {
  return grantLetter<NotGrantable>(act, 'extension-letter', async (granting) => {
    const { tx, dossier, draft, stepUp, jobs } = granting
    const extension = await findExtension(tx, dossier.id, ['asked'])
    if (!extension) return refuse({ code: 'nothing-to-sign' })
    const { expectedVersion, actor, at, contentHash } = act
    const documentId = draft.document.id
    const event = await performEvent(tx, {
      dossierId: dossier.id,
      event: 'grant-extension',
      actor,
      at,
      expectedVersion,
      stepUp,
      details: { extensionId: extension.id, documentId, contentHash },
      jobs,
    })
    if (!event.ok) return event
    return grant(granting, act, { extension, event: event.value })
  })
}

async function grant(
  { tx, dossier, draft }: Granting,
  act: LetterAct,
  { extension, event }: { extension: ExtensionRow; event: RecordedEvent },
): Promise<Result<RecordedEvent, NotGrantable | EventRefusal>> {
  const code = whyNot(extension, { dueAt: dossier.dueAt, now: act.at })
  if (code) {
    noteRefusal(tx, act, { dossier, event: 'grant-extension', code })
    return refuse({ code })
  }
  await moveExtension(
    tx,
    { id: extension.id, from: 'asked' },
    {
      state: 'granted',
      grantedBy: postOf(act),
      grantedAt: act.at,
      documentId: draft.document.id,
    },
  )
  return accept(event)
}

/** The letter names the old date: when that has moved since, another letter is needed, or none. */
function whyNot(
  { oldDueAt }: ExtensionRow,
  { dueAt, now }: { dueAt: Date | null; now: Date },
): 'due-moved' | 'too-late-to-extend' | undefined {
  if (dueAt?.getTime() !== oldDueAt.getTime()) return 'due-moved'
  return isTooLateToExtend(oldDueAt, now) ? 'too-late-to-extend' : undefined
}
