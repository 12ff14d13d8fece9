import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { SearchBox } from '@/components/ui/search-box'
import { trackDossier } from '@/lib/dossiers/track-dossier'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getTranslator } from '../../_server/translator'
import { PublicPage, publicMetadata } from '../public-page'

type Props = { searchParams: SearchParams }

export const generateMetadata = () => publicMetadata('track')

export default async function TrackPage({ searchParams }: Props) {
  const query = await readSearch('/track', searchParams)
  const t = await getTranslator('track')
  const code = query.get('code')?.trim().slice(0, 60)
  return (
    <PublicPage words="track">
      <SearchBox
        id="code"
        action="/track"
        name="code"
        label={t('label')}
        hint={t('hint')}
        error={code === '' ? t('empty') : undefined}
        button={t('action')}
        defaultValue={code}
      />
      {code && <Outcome code={code} />}
    </PublicPage>
  )
}

async function Outcome({ code }: { code: string }) {
  const [t, dossier] = [await getTranslator('track'), await trackDossier(code)]
  if (!dossier) {
    return (
      <div className="mt-8 max-w-form">
        <Notice tone="warn" title={t('noneTitle', { reference: code })}>
          <p>{t('noneBody')}</p>
        </Notice>
      </div>
    )
  }
  const { reference, percent } = dossier
  return (
    <section
      aria-labelledby="outcome"
      className="mt-8 max-w-form rounded-md border border-line p-5"
    >
      <h2 id="outcome" className="mb-4 tabular-nums">
        {t('resultTitle', { reference })}
      </h2>
      <Progress id="progress" label={t('progress')} percent={percent} />
      {percent === 100 && (
        <p className="mt-3 flex items-center gap-2 font-semibold text-ok">
          <Icon name="check" />
          {t('finished')}
        </p>
      )}
      <p className="mt-4 max-w-read">{t('more')}</p>
      <p className="mt-4">
        <LinkButton href="/login" variant="secondary">
          {t('signIn')}
        </LinkButton>
      </p>
    </section>
  )
}
