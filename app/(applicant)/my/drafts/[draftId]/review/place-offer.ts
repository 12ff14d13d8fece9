import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale } from '@/app/_server/translator'
import { receivingPlaces } from '@/lib/drafts/place-of-filing'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { clock } from '@/lib/server/business-clock'

export type PlaceOffer = { competent: string; others: { value: string; label: string }[] }

/** Where else than with the agency that decides this draft may be filed; null where the law knows no such place. */
export async function placeOffer(own: OwnDraft): Promise<PlaceOffer | null> {
  const { procedure, answers } = own.view
  const agency = solvingAgency(procedure, answers)
  if (!procedure.filingElsewhere?.allowed || !agency.ok) return null
  const locale = await getLocale()
  const places = (await receivingPlaces(clock.now())).map(({ id, nameVi, nameEn }) => ({
    value: id,
    label: locale === 'vi' ? nameVi : nameEn,
  }))
  const { agencyKey } = agency.value
  return {
    competent:
      places.find(({ value }) => value === agencyKey)?.label ?? procedure.authority.name[locale],
    others: places.filter(({ value }) => value !== agencyKey),
  }
}
