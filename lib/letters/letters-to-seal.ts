import { db } from '@/db/client'
import { countSignedLetters, findSignedLetters } from '@/db/queries/letters'
import type { PersonActor } from '@/lib/identity/actor'
import { eyesOf } from '@/lib/identity/lent-powers'
import { LETTER_KINDS } from '@/lib/letters/letter-kinds'

/** The clerk works from the top; what does not fit on one page comes up by itself. */
const MOST = 100

export type LetterToSeal = Awaited<ReturnType<typeof findSignedLetters>>[number]

/** The letters of the clerk's agency that are signed and wait for number and seal, the oldest first. */
export async function listLettersToSeal(actor: PersonActor): Promise<LetterToSeal[]> {
  const wanted = wantedBy(actor)
  return wanted ? findSignedLetters(db, { ...wanted, limit: MOST }) : []
}

/** How many they are; undefined for whoever seals no letters. */
export async function countLettersToSeal(actor: PersonActor): Promise<number | undefined> {
  const wanted = wantedBy(actor)
  return wanted && countSignedLetters(db, wanted)
}

function wantedBy(actor: PersonActor) {
  const { capacity } = actor
  if (capacity.kind !== 'officer' || !capacity.roles.includes('recordsClerk')) return undefined
  return { agencyId: capacity.agencyId, personIds: eyesOf(actor), kinds: LETTER_KINDS }
}
