import type { Queryable } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { findInspection } from '@/db/queries/casework'
import { getDefinition } from '@/db/queries/definitions'
import type { DocumentRow } from '@/db/queries/documents'
import { type DossierRow, getAnswers } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import { type LicenceData, licenceDataSchema } from '@/lib/documents/licence-data'
import { licenceText } from '@/lib/dossiers/licence-text'
import { correctionLines } from '@/lib/dossiers/outcomes/correction-lines'
import { signatureOf } from '@/lib/dossiers/signature-of'
import type { OfficerCapacity } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import type { Procedure } from '@/lib/procedures/procedure'
import { resultAnnex } from '@/lib/procedures/result-annex'
import { resultFields } from '@/lib/procedures/result-fields'
import { env } from '@/lib/server/env'

export type DraftResult = { data: LicenceData; contentHash: string }

type Drafting = { dossier: DossierRow; document: DocumentRow; signer: OfficerCapacity }

/**
 * The licence as it will be signed, made from what was declared: the same dossier and signer always give
 * the same words, so that the hash says whether a leader looked at exactly this.
 */
export async function draftResult(
  tx: Queryable,
  { dossier, document, signer }: Drafting,
): Promise<DraftResult> {
  if (!document.verifyCode) throw new Error('the licence has no verification code')
  const procedure = getProcedureBody(await getDefinition(tx, dossier.procedureVersionId))
  const answers = openAnswers(procedure, await getAnswers(tx, dossier.id))
  const rules = rulesAt(procedure, dossier.submittedAt)
  const fields = resultFields(rules, answers)
  const { corrected, replaces } = await correctionLines(tx, document.id)
  const agency = await getAgency(tx, dossier.solvingAgencyId)
  const data = licenceDataSchema.parse({
    ...licenceText({
      procedure,
      agency,
      signature: await signatureOf(tx, signer),
      dossierCode: dossier.dossierCode ?? dossier.submissionReference,
      minutesOn: (await findInspection(tx, dossier.id))?.heldOn ?? null,
    }),
    fields: [
      ...fields
        .map((field) => ({ ...field, text: corrected.get(field.key) ?? field.text }))
        .filter((field) => field.filledBy === 'answers' && field.text !== null)
        .map((field) => ({ label: field.label.vi, value: field.text })),
      ...validityLine(procedure),
      ...replaces,
    ],
    annex: resultAnnex(rules, answers) ?? undefined,
    verifyCode: document.verifyCode,
    verifyUrl: `${env().PUBLIC_ORIGIN}/verify?code=${document.verifyCode}`,
    documentKind: procedure.result.template,
    preparedAt: document.createdAt.toISOString(),
    demo: env().APP_MODE !== 'production',
  })
  return { data, contentHash: saltedHash(dossier.salt, data) }
}

/** How long the paper holds, for what does not hold for ever; its date of issue is filled in at the seal. */
function validityLine({ result: { validMonths } }: Procedure): { label: string; value: string }[] {
  if (validMonths === null) return []
  const [count, unit] = validMonths % 12 === 0 ? [validMonths / 12, 'năm'] : [validMonths, 'tháng']
  const value = `${String(count).padStart(2, '0')} ${unit} kể từ ngày ký`
  return [{ label: 'Thời hạn hiệu lực', value }]
}
