'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { findLocale } from '@/components/messages/locale'
import {
  type ConfirmRefusal,
  confirmAddress,
  forgetAddress,
  type WantRefusal,
  wantAddress,
} from '@/lib/notifications/notice-address'
import { savePreferences } from '@/lib/notifications/preferences'
import { isTopic } from '@/lib/notifications/topics'

const PAGE = '/my/notices/preferences'

/** Keeps which groups go by e-mail, and the language of all letters. */
export async function savePreferencesAction(form: FormData): Promise<never> {
  const { personId } = await requireActor('applicant', PAGE)
  const byEmail = form.getAll('email').map(String).filter(isTopic)
  const locale = findLocale(String(form.get('locale'))) ?? 'vi'
  await savePreferences(personId, { byEmail, locale, at: new Date() })
  return redirect(`${PAGE}?done=saved`)
}

export type AddressState = {
  refusal: WantRefusal['code'] | ConfirmRefusal['code'] | null
  /** What was typed, so that nobody types it twice. */
  typed: string
}

/** Sends a code to the address. */
export async function wantAddressAction(
  _before: AddressState,
  form: FormData,
): Promise<AddressState> {
  const { personId } = await requireActor('applicant', PAGE)
  const typed = String(form.get('address') ?? '').slice(0, 200)
  const wanted = await wantAddress(personId, typed)
  if (wanted.ok) redirect(`${PAGE}?done=sent#address`)
  return { refusal: wanted.refusal.code, typed }
}

/** The code that came by letter. */
export async function confirmAddressAction(
  _before: AddressState,
  form: FormData,
): Promise<AddressState> {
  const { personId } = await requireActor('applicant', PAGE)
  const confirmed = await confirmAddress(personId, String(form.get('code') ?? '').slice(0, 20))
  if (confirmed.ok) redirect(`${PAGE}?done=confirmed#address`)
  refresh()
  return { refusal: confirmed.refusal.code, typed: '' }
}

/** Letters go where each dossier says, as before. */
export async function forgetAddressAction(): Promise<never> {
  const { personId } = await requireActor('applicant', PAGE)
  await forgetAddress(personId)
  return redirect(`${PAGE}?done=forgotten#address`)
}
