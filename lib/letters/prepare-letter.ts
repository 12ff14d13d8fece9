import type { Transaction } from '@/db/client'
import { insertDocument } from '@/db/queries/documents'
import type { LetterKind } from '@/lib/letters/letter-kinds'
import { newId, newVerificationCode } from '@/lib/shared/ids'

/** Gives the coming letter its row and its verification code, once: asked for again it keeps them. */
export async function prepareLetter(
  tx: Transaction,
  { dossierId, kind, at }: { dossierId: string; kind: LetterKind; at: Date },
): Promise<void> {
  await insertDocument(tx, {
    id: newId(),
    dossierId,
    kind,
    data: {},
    verifyCode: newVerificationCode(),
    number: null,
    issuedOn: null,
    state: 'prepared',
    createdAt: at,
  })
}
