import type { Transaction } from '@/db/client'
import { changeContact, findParties } from '@/db/queries/dossiers'
import { getPerson } from '@/db/queries/identity'
import { contactOf } from '@/lib/casework/contact-of'
import type { Answers } from '@/lib/procedures/answers'

/** After new answers letters go where these say, as they would for a dossier filed with them. */
export async function followContact(
  tx: Transaction,
  dossierId: string,
  answers: Answers,
): Promise<void> {
  const contact = (await findParties(tx, dossierId)).find(({ role }) => role === 'contact')
  if (!contact?.personId) return
  const person = await getPerson(tx, contact.personId)
  await changeContact(tx, dossierId, contactOf(answers, person))
}
