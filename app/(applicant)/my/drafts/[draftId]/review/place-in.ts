import type { WantedPlace } from '@/lib/drafts/place-of-filing'

/** The form asks for a place only where the procedure lets the applicant choose one. */
export function placeIn(form: FormData): WantedPlace {
  const receiver = String(form.get('receivingAgencyId') ?? '')
  const support = String(form.get('supportPlace') ?? '')
  return {
    receivingAgencyId: receiver === '' ? null : receiver.slice(0, 40),
    supportPlace: support.slice(0, 200),
  }
}
