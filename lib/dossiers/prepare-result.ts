import type { Transaction } from '@/db/client'
import { findDocument, insertDocument } from '@/db/queries/documents'
import { newId, newVerificationCode } from '@/lib/shared/ids'

/**
 * Gives the coming licence its row and its verification code, once: a dossier that is returned and
 * proposed again keeps them.
 */
export async function prepareResult(tx: Transaction, dossierId: string, at: Date): Promise<void> {
  await insertDocument(tx, {
    id: newId(),
    dossierId,
    kind: 'licence',
    data: {},
    verifyCode: newVerificationCode(),
    number: null,
    issuedOn: null,
    state: 'prepared',
    createdAt: at,
  })
}

/** Gives the licence that takes a wrong one's place a row of its own, with its own code; returns its id. */
export async function prepareCorrectedResult(
  tx: Transaction,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<string> {
  const wrong = await findDocument(tx, dossierId, 'licence')
  const id = newId()
  await insertDocument(tx, {
    id,
    dossierId,
    kind: 'licence',
    ordinal: (wrong?.ordinal ?? 0) + 1,
    data: {},
    verifyCode: newVerificationCode(),
    number: null,
    issuedOn: null,
    state: 'prepared',
    createdAt: at,
  })
  return id
}
