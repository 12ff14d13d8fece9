import type { Queryable } from '@/db/client'
import { getPost, type PostWithName } from '@/db/queries/agencies'
import type { OfficerCapacity } from '@/lib/identity/actor'

/** How an officer signs: the lines above the signature, and the name below it. */
export type SignatureLines = { capacityLines: string[]; signerName: string }

/**
 * The lines of a signature by Decree 30/2020 (Art. 13 and Annex I): who stands in for somebody signs
 * "KT.", "TL." or "TUQ." with that person's title, then the own title, and always the own name.
 */
export async function signatureOf(
  tx: Queryable,
  { postId, delegation }: OfficerCapacity,
): Promise<SignatureLines> {
  const own = await getPost(tx, postId)
  if (!delegation) return { capacityLines: own.capacityLines, signerName: own.fullName }
  const lender = await getPost(tx, delegation.principalPostId)
  return {
    capacityLines: [`${delegation.capacity} ${titleOf(lender)}`, titleOf(own)],
    signerName: own.fullName,
  }
}

/** A title as it is printed; of 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC' the second line is the officer's own. */
function titleOf({ capacityLines, position }: PostWithName): string {
  return capacityLines.at(-1) ?? position.toLocaleUpperCase('vi')
}
