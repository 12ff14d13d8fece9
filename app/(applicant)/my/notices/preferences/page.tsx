import type { Metadata } from 'next'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { requireActor } from '@/app/_server/current-actor'
import { getTranslator } from '@/app/_server/translator'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { type NoticePreferences, readPreferences } from '@/lib/notifications/preferences'
import { TOPICS } from '@/lib/notifications/topics'
import { MyPageHead } from '../../my-page-head'
import {
  confirmAddressAction,
  forgetAddressAction,
  savePreferencesAction,
  wantAddressAction,
} from './actions'
import { AddressForm, CodeForm } from './address-forms'

const PAGE = '/my/notices/preferences'
const DONE = ['saved', 'sent', 'confirmed', 'forgotten'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('notices'))('title'), robots: { index: false } }
}

export default async function PreferencesPage({ searchParams }: { searchParams: SearchParams }) {
  const { personId } = await requireActor('applicant', PAGE)
  const query = await readSearch(PAGE, searchParams)
  const t = await getTranslator('notices')
  const preferences = await readPreferences(personId)
  const done = DONE.find((key) => key === query.get('done'))
  return (
    <div className="wrap pb-12">
      <MyPageHead title={t('title')} lead={t('lead')} />
      <div className="max-w-4xl">
        {done && <Notice tone="ok" role="status" title={t(`done.${done}`)} />}
        <ChoiceForm preferences={preferences} />
        <Address preferences={preferences} />
      </div>
    </div>
  )
}

async function ChoiceForm({ preferences }: { preferences: NoticePreferences }) {
  const t = await getTranslator('notices')
  return (
    <form action={savePreferencesAction} className="space-y-6">
      <CheckboxGroup
        id="email"
        name="email"
        label={t('byEmail')}
        hint={t('byEmailHint')}
        options={TOPICS.map((topic) => ({
          value: topic,
          label: t(`topics.${topic}`),
          hint: t(`topicHints.${topic}`),
        }))}
        defaultValues={preferences.byEmail}
      />
      <RadioGroup
        id="locale"
        name="locale"
        label={t('locale')}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
        defaultValue={preferences.locale}
      />
      <p className="max-w-read text-sm text-soft">{t('always')}</p>
      <SubmitButton pendingLabel={t('working')}>{t('save')}</SubmitButton>
    </form>
  )
}

async function Address({ preferences }: { preferences: NoticePreferences }) {
  const t = await getTranslator('notices')
  const { email, confirmedAt, wanted } = preferences.address
  return (
    <section className="mt-12" aria-labelledby="address-title">
      <h2 id="address-title">{t('address.title')}</h2>
      <p className="max-w-read">
        {confirmedAt && email ? t('address.confirmed', { email }) : t('address.unconfirmed')}
      </p>
      <ClientMessages namespaces={['notices']}>
        {wanted && <CodeForm send={confirmAddressAction} wanted={wanted} />}
        <AddressForm send={wantAddressAction} known={wanted ?? email ?? ''} />
      </ClientMessages>
      {confirmedAt && (
        <form action={forgetAddressAction} className="mt-4">
          <SubmitButton variant="text" pendingLabel={t('working')} className="-ml-4">
            {t('address.forget')}
          </SubmitButton>
        </form>
      )}
    </section>
  )
}
