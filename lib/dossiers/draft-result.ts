import type { Queryable } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { findInspection } from '@/db/queries/casework'
import { type DocumentRow, findDocumentAt } from '@/db/queries/documents'
import { type DossierRow, getAnswers } from '@/db/queries/dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import { type LicenceData, licenceDataSchema } from '@/lib/documents/licence-data'
import { licenceText } from '@/lib/dossiers/licence-text'
import {
  type Corrected,
  companionLines,
  correctionLines,
} from '@/lib/dossiers/outcomes/correction-lines'
import { signatureOf } from '@/lib/dossiers/signature-of'
import type { OfficerCapacity } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { resultAnnex } from '@/lib/procedures/result-annex'
import {
  companionFields,
  dueCompanion,
  type ResultFieldValue,
  resultFields,
} from '@/lib/procedures/result-fields'
import type { CompanionRules, ResultRules } from '@/lib/procedures/shape/result'
import { env } from '@/lib/server/env'

export type DraftResult = {
  data: LicenceData
  /** What is decided with it, where the procedure and the answers ask for it. */
  companion: { documentId: string; data: LicenceData } | undefined
  /** Of both together: who approves one approves the other. */
  contentHash: string
}

type Drafting = { dossier: DossierRow; document: DocumentRow; signer: OfficerCapacity }
type Drawn = Drafting & { rules: FormRules; answers: Answers }

/**
 * The result as it will be signed, made from what was declared: the same dossier and signer always give
 * the same words, so that the hash says whether a leader looked at exactly this.
 */
export async function draftResult(tx: Queryable, drafting: Drafting): Promise<DraftResult> {
  const { dossier, document } = drafting
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const answers = openAnswers(procedure, await getAnswers(tx, dossier.id))
  const rules = rulesAt(procedure, dossier.submittedAt)
  const drawn: Drawn = { ...drafting, rules, answers }
  const data = await drawOne(tx, drawn, {
    printed: procedure.result,
    fields: resultFields(rules, answers),
    corrected: await correctionLines(tx, document.id),
  })
  const companion = await drawCompanion(tx, drawn)
  const content = companion ? [data, companion.data] : data
  return { data, companion, contentHash: saltedHash(dossier.salt, content) }
}

async function drawCompanion(tx: Queryable, drawn: Drawn): Promise<DraftResult['companion']> {
  const { document, rules, answers } = drawn
  const printed = dueCompanion(rules, answers)
  const row = printed && (await findDocumentAt(tx, { ...document, kind: 'companion' }))
  if (!row) return undefined
  const data = await drawOne(
    tx,
    { ...drawn, document: row },
    {
      printed,
      fields: companionFields(rules, answers, printed),
      corrected: await companionLines(tx, { licence: document, companion: row }),
    },
  )
  return { documentId: row.id, data }
}

type Printing = {
  printed: ResultRules | CompanionRules
  fields: readonly ResultFieldValue[]
  corrected: Corrected
}

async function drawOne(
  tx: Queryable,
  { dossier, document, signer, rules, answers }: Drawn,
  { printed, fields, corrected }: Printing,
): Promise<LicenceData> {
  if (!document.verifyCode) throw new Error('the result has no verification code')
  const agency = await getAgency(tx, dossier.solvingAgencyId)
  return licenceDataSchema.parse({
    ...licenceText({
      procedure: rules.procedure,
      rules: printed,
      agency,
      signature: await signatureOf(tx, signer),
      dossierCode: dossier.dossierCode ?? dossier.submissionReference,
      minutesOn: (await findInspection(tx, dossier.id))?.heldOn ?? null,
    }),
    fields: [
      ...fields
        .map((field) => ({ ...field, text: corrected.lines.get(field.key) ?? field.text }))
        .filter((field) => field.filledBy === 'answers' && field.text !== null)
        .map((field) => ({ label: field.label.vi, value: field.text })),
      ...validityLine(printed),
      ...corrected.replaces,
    ],
    annex: resultAnnex(rules, answers, printed) ?? undefined,
    verifyCode: document.verifyCode,
    verifyUrl: `${env().PUBLIC_ORIGIN}/verify?code=${document.verifyCode}`,
    documentKind: printed.template,
    preparedAt: document.createdAt.toISOString(),
    demo: env().APP_MODE !== 'production',
  })
}

/** How long the paper holds, for what does not hold for ever; its date of issue is filled in at the seal. */
function validityLine(printed: ResultRules | CompanionRules): { label: string; value: string }[] {
  const validMonths = 'validMonths' in printed ? printed.validMonths : null
  if (validMonths === null) return []
  const [count, unit] = validMonths % 12 === 0 ? [validMonths / 12, 'năm'] : [validMonths, 'tháng']
  const value = `${String(count).padStart(2, '0')} ${unit} kể từ ngày ký`
  return [{ label: 'Thời hạn hiệu lực', value }]
}
