import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSearch, type SearchParams } from '@/app/_server/asked-language'
import { ClientMessages } from '@/app/_server/client-messages'
import { type OwnDraft, requireOwnDraft } from '@/app/_server/own-draft'
import { itemHint, itemName } from '@/app/_server/store-words'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { PageHead } from '@/components/layout/page-head'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { type ChoiceOption, RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { choicesFor } from '@/lib/drafts/paper-choices'
import type { UploadPaper } from '@/lib/procedures/shape/paper'
import type { StoreItem } from '@/lib/reuse/store'
import { clock } from '@/lib/server/business-clock'
import { take } from './actions'

type Props = { params: Promise<{ draftId: string; slotKey: string }>; searchParams: SearchParams }

const REFUSALS = ['nothing-chosen', 'not-usable', 'does-not-fit', 'not-copied'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('store'))('choose.title'), robots: { index: false } }
}

/** What the applicant has on file, to be put into one place of a draft. */
export default async function ChoosePage({ params, searchParams }: Props) {
  const { draftId, slotKey } = await params
  const path = `/my/drafts/${draftId}/papers/${slotKey}`
  const query = await readSearch(path, searchParams)
  const own = await requireOwnDraft(draftId, path)
  const { paper, section } = placeOf(own, slotKey)
  const [t, layout, my, locale] = [
    await getTranslator('store'),
    await getTranslator('layout'),
    await getTranslator('my'),
    await getLocale(),
  ]
  const { fitting, others } = await choicesFor(own.actor, paper, clock.now())
  const back = `/my/drafts/${draftId}/${section}#paper-${slotKey}`
  return (
    <div className="wrap pb-12">
      <PageHead
        crumbsLabel={layout('youAreHere')}
        crumbs={[
          { href: '/my', text: my('title') },
          { href: `/my/drafts/${draftId}`, text: own.view.procedure.shortName[locale] },
        ]}
        title={t('choose.title')}
        lead={t('choose.lead', { paper: paper.name[locale] })}
      />
      <Refused code={query.get('refused')} />
      {fitting.length + others.length === 0 ? (
        <p>{t('choose.none')}</p>
      ) : (
        <form
          action={take.bind(null, { draftId, slotKey, sectionKey: section })}
          className="max-w-form space-y-8"
        >
          <Group id="fitting" label={t('choose.fitting')} items={fitting} first />
          <Group
            id="others"
            label={t('choose.others')}
            items={others}
            first={fitting.length === 0}
          />
          <ClientMessages namespaces={[]}>
            <SubmitButton pendingLabel={t('choose.working')} className="max-sm:w-full">
              {t('choose.take')}
            </SubmitButton>
          </ClientMessages>
        </form>
      )}
      <p className="mt-6">
        <Link href={back}>{t('choose.back')}</Link>
      </p>
    </div>
  )
}

/** The paper that the draft asks for, and the section that it stands in. */
function placeOf({ view }: OwnDraft, slotKey: string): { paper: UploadPaper; section: string } {
  const { draft, procedure, given } = view
  if (draft.submittedDossierId) redirect(`/my/dossiers/${draft.submittedDossierId}`)
  const paper = procedure.papers.find(({ key }) => key === slotKey)
  const section = procedure.sections.find(({ fields }) =>
    fields.some((field) => field.type === 'paper' && field.paper === slotKey),
  )?.key
  const isOpen = section !== undefined && given?.includes(section) !== false
  if (paper?.source !== 'upload' || !isOpen) redirect(`/my/drafts/${draft.id}`)
  return { paper, section }
}

async function Refused({ code }: { code: string | null }) {
  const known = REFUSALS.find((one) => one === code)
  if (!known) return null
  const t = await getTranslator('store')
  return <Notice tone="danger" role="alert" title={t(`refused.${known}`)} />
}

type GroupProps = { id: string; label: string; items: readonly StoreItem[]; first: boolean }

async function Group({ id, label, items, first }: GroupProps) {
  if (items.length === 0) return null
  const options: ChoiceOption[] = await Promise.all(
    items.map(async (item) => ({
      value: item.key,
      label: await itemName(item),
      hint: await itemHint(item),
    })),
  )
  return (
    <RadioGroup
      id={id}
      name="item"
      label={label}
      options={options}
      defaultValue={first ? items[0]?.key : undefined}
    />
  )
}
