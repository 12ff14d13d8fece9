import type { Transaction } from '@/db/client'
import { insertDocument } from '@/db/queries/documents'
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
