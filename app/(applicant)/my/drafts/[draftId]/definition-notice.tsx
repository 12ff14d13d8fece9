import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Left } from '@/lib/drafts/draft-content'
import type { DefinitionNews, Novelty } from '@/lib/procedures/definition-news'
import { visibleSections } from '@/lib/procedures/visible'
import { dropLeft, noteNewsRead } from './news-actions'

type Props = { own: OwnDraft }

/** Says once what changed in the form since the draft was begun, and what it has no place for any more. */
export async function DefinitionNotice({ own }: Props) {
  const { draft, news, written } = own.view
  return (
    <>
      {news && <News own={own} news={news} />}
      {written.left.length > 0 && <LeftBehind draftId={draft.id} left={written.left} />}
    </>
  )
}

async function News({ own, news }: Props & { news: DefinitionNews }) {
  const t = await getTranslator('draft')
  const [fresh, changed] = [await labelsOf(own, news, 'new'), await labelsOf(own, news, 'changed')]
  return (
    <Notice tone="warn" title={t('news.title')}>
      <p>{t('news.body')}</p>
      <ul className="list-disc pl-6">
        {fresh.length > 0 && <li>{t('news.new', { questions: fresh.join('; ') })}</li>}
        {changed.length > 0 && <li>{t('news.changed', { questions: changed.join('; ') })}</li>}
        {news.fee && <li>{t('news.fee')}</li>}
        {news.timeLimit && <li>{t('news.timeLimit')}</li>}
      </ul>
      <form action={noteNewsRead.bind(null, own.view.draft.id)}>
        <Button variant="secondary">{t('news.read')}</Button>
      </form>
    </Notice>
  )
}

type LeftProps = { draftId: string; left: readonly Left[] }

async function LeftBehind({ draftId, left }: LeftProps) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  return (
    <Notice title={t('news.leftTitle')}>
      <p>{t('news.leftBody')}</p>
      <dl className="space-y-2">
        {left.map(({ kind, key, label, said, why }) => (
          <div key={`${kind}:${key}`}>
            <dt className="font-semibold">{label[locale]}</dt>
            <dd className="break-words whitespace-pre-wrap">
              {said[locale]}{' '}
              <span className="text-sm text-soft">({t(`news.why.${kind}-${why}`)})</span>
            </dd>
          </div>
        ))}
      </dl>
      <form action={dropLeft.bind(null, draftId)}>
        <Button variant="secondary">{t('news.leftDrop')}</Button>
      </form>
    </Notice>
  )
}

/** The questions of one kind that this applicant is asked. */
async function labelsOf(
  { view, rules }: OwnDraft,
  { fields }: DefinitionNews,
  wanted: Novelty,
): Promise<string[]> {
  const locale = await getLocale()
  return visibleSections(view.procedure, view.answers, rules.facts)
    .flatMap((section) => section.fields)
    .filter(({ key }) => fields[key] === wanted)
    .map(({ label }) => label[locale])
}
