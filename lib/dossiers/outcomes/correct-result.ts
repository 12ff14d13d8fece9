import { inTransaction, type Transaction } from '@/db/client'
import { findDocument, getDocument } from '@/db/queries/documents'
import { type DossierRow, findDossier, getAnswers } from '@/db/queries/dossiers'
import {
  changeResultCorrection,
  findOpenCorrection,
  insertResultCorrection,
  type ResultCorrectionRow,
} from '@/db/queries/outcomes'
import type { CorrectedField } from '@/db/schema/turns'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { rulesAt } from '@/lib/casework/form-rules'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { openAnswers } from '@/lib/casework/sealed-answers'
import { licenceDataSchema } from '@/lib/documents/licence-data'
import { findUnprintable } from '@/lib/documents/printable'
import { actWithWords, postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { prepareCorrectedResult } from '@/lib/dossiers/prepare-result'
import { saltedHash } from '@/lib/ledger/chain'
import { resultFields } from '@/lib/procedures/result-fields'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type CorrectionOpening = OfficeAct & { foundBy: 'agency' | 'applicant'; reason: string }

/**
 * A result that the agency got wrong is opened for correction: three working days, at the agency's cost
 * (Decree 118/2025 Art. 23.1; Law 15/2023 Art. 50.3). The wrong document stands until the right one is issued.
 */
export function openCorrection(
  act: CorrectionOpening,
): Promise<Result<RecordedEvent, EventRefusal>> {
  return rollBackOnRefusal<RecordedEvent, EventRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const wrong = await findDocument(tx, dossier.id, 'licence')
      const { foundBy } = act
      const reason = act.reason.normalize('NFC').trim()
      const correctionId = newId()
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'open-correction',
          details: {
            correctionId,
            // Only an issued dossier passes, and that one has its licence.
            documentId: wrong?.id ?? correctionId,
            foundBy,
            reasonHash: saltedHash(dossier.salt, reason),
          },
          changes: { deliveryState: 'none' },
        }),
      )
      if (!wrong) throw new Error(`dossier ${dossier.id} is issued without a licence`)
      const newDocumentId = await prepareCorrectedResult(tx, { dossierId: dossier.id, at: act.at })
      await insertResultCorrection(tx, {
        id: correctionId,
        dossierId: dossier.id,
        wrongDocumentId: wrong.id,
        newDocumentId,
        reason,
        foundBy,
        openedBy: postOf(act),
        openedAt: act.at,
      })
      return accept(event)
    }),
  )
}

export type CorrectionProposal = OfficeAct & {
  opinion: string
  /** The lines of the result by key as they shall be; what is left as it was changes nothing. */
  lines: Record<string, string>
}
type NotCorrectable =
  | { code: 'no-correction-open' }
  | { code: 'unknown-line' }
  | { code: 'nothing-corrected' }
  | { code: 'unprintable-text' }
export type CorrectionProposalRefusal = EventRefusal | NotCorrectable

/**
 * The case officer says which lines of the result were wrong and how they shall read, and proposes the
 * corrected result. What the applicant declared is never touched: the lines stand beside it.
 */
export function proposeCorrection(
  act: CorrectionProposal,
): Promise<Result<RecordedEvent, CorrectionProposalRefusal>> {
  return actWithWords<'propose-decision', NotCorrectable>(act, {
    event: 'propose-decision',
    kind: 'proposal',
    text: act.opinion,
    more: { decision: 'grant' },
    also: async (tx, dossier) => {
      const correction = await findOpenCorrection(tx, dossier.id)
      if (!correction) return refuse({ code: 'no-correction-open' })
      const known = await linesOf(tx, dossier, correction)
      const fields = changed(known, act.lines)
      if (fields.ok) await changeResultCorrection(tx, correction.id, { fields: fields.value })
      return fields
    },
  })
}

export type ResultLine = { key: string; label: string; text: string }

/** The lines of the wrong result that a correction may change, as they were printed. */
export async function linesOf(
  tx: Transaction | Parameters<typeof getAnswers>[0],
  dossier: DossierRow,
  { wrongDocumentId }: Pick<ResultCorrectionRow, 'wrongDocumentId'>,
): Promise<ResultLine[]> {
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const answers = openAnswers(procedure, await getAnswers(tx, dossier.id))
  const wrong = await getDocument(tx, wrongDocumentId)
  const printed = new Map(
    licenceDataSchema.parse(wrong.data).fields.map(({ label, value }) => [label, value]),
  )
  return resultFields(rulesAt(procedure, dossier.submittedAt), answers)
    .filter(({ filledBy }) => filledBy === 'answers')
    .map(({ key, label }) => ({ key, label: label.vi, text: printed.get(label.vi) ?? '' }))
}

function changed(
  known: readonly ResultLine[],
  wanted: Record<string, string>,
): Result<CorrectedField[], NotCorrectable> {
  if (Object.keys(wanted).some((key) => !known.some((line) => line.key === key)))
    return refuse({ code: 'unknown-line' })
  const fields = known.flatMap(({ key, label, text }): CorrectedField[] => {
    const now = wanted[key]?.normalize('NFC').trim()
    return now && now !== text ? [{ key, label, was: text, now }] : []
  })
  if (fields.some(({ now }) => findUnprintable(now).length > 0))
    return refuse({ code: 'unprintable-text' })
  return fields.length > 0 ? accept(fields) : refuse({ code: 'nothing-corrected' })
}
