'use client'

import { useTranslations } from 'use-intl'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { SubmitState } from './actions'
import type { PlaceOffer } from './place-offer'

type Props = { offer: PlaceOffer; chosen: SubmitState['place'] }

/** Where to file, and who helped. A refused filing keeps both: the place is never chosen by a reset. */
export function PlaceFields({ offer, chosen }: Props) {
  const t = useTranslations('draft')
  const { receivingAgencyId, supportPlace } = chosen
  return (
    <div key={`${receivingAgencyId} ${supportPlace}`} className="mb-6 space-y-4">
      <Select
        id="receivingAgencyId"
        name="receivingAgencyId"
        label={t('review.place.receiver')}
        hint={t('review.place.receiverHint')}
        emptyLabel={t('review.place.competent', { agency: offer.competent })}
        options={offer.others}
        defaultValue={receivingAgencyId ?? ''}
      />
      <TextInput
        id="supportPlace"
        name="supportPlace"
        label={t('review.place.support')}
        hint={t('review.place.supportHint')}
        optional={t('review.place.optional')}
        defaultValue={supportPlace}
        maxLength={200}
      />
    </div>
  )
}
