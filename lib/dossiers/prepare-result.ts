import type { Transaction } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { findDocument, insertDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import type { DocumentKind } from '@/db/schema/documents'
import { getProcedureBody } from '@/lib/casework/definitions'
import { newId, newVerificationCode } from '@/lib/shared/ids'

type Turn = { dossierId: string; ordinal: number; at: Date }

/**
 * Gives the coming result its row and its verification code, once: a dossier that is returned and
 * proposed again keeps them.
 */
export async function prepareResult(tx: Transaction, dossierId: string, at: Date): Promise<void> {
  await insertResult(tx, { dossierId, ordinal: 1, at })
}

/** Gives the result that takes a wrong one's place rows of its own, with their own codes; returns the licence's id. */
export async function prepareCorrectedResult(
  tx: Transaction,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<string> {
  const wrong = await findDocument(tx, dossierId, 'licence')
  return insertResult(tx, { dossierId, ordinal: (wrong?.ordinal ?? 0) + 1, at })
}

/** The companion gets its row whatever the answers are now: whether it is due is decided with the decision. */
async function insertResult(tx: Transaction, turn: Turn): Promise<string> {
  const dossier = await findDossier(tx, turn.dossierId)
  const version = dossier && (await getDefinition(tx, dossier.procedureVersionId))
  if (version && getProcedureBody(version).result.companion) await insertOne(tx, 'companion', turn)
  return insertOne(tx, 'licence', turn)
}

async function insertOne(
  tx: Transaction,
  kind: DocumentKind,
  { dossierId, ordinal, at }: Turn,
): Promise<string> {
  const id = newId()
  await insertDocument(tx, {
    id,
    dossierId,
    kind,
    ordinal,
    data: {},
    verifyCode: newVerificationCode(),
    number: null,
    issuedOn: null,
    state: 'prepared',
    createdAt: at,
  })
  return id
}
