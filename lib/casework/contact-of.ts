import type { PersonRow } from '@/db/queries/identity'
import type { Answers } from '@/lib/procedures/answers'

/** Where letters about a dossier go: what the answers say, else what the person's sign-in tells. */
export function contactOf(
  answers: Answers,
  person: Pick<PersonRow, 'phone' | 'email'>,
): Pick<PersonRow, 'phone' | 'email'> {
  const text = (key: string) => (typeof answers[key] === 'string' ? answers[key] : undefined)
  return {
    phone: text('facility_phone') ?? text('org_phone') ?? person.phone,
    email: text('facility_email') ?? text('org_email') ?? person.email,
  }
}
