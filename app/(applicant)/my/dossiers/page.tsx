import { redirect } from 'next/navigation'

/** The list of dossiers is the applicant's home. */
export default function DossiersPage() {
  redirect('/my')
}
