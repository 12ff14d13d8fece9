import { getTranslator } from '@/app/_server/translator'
import { PageHead } from '@/components/layout/page-head'

/** The top of a page that belongs under "Hồ sơ của tôi". */
export async function MyPageHead({ title, lead }: { title: string; lead?: string }) {
  const [t, layout] = [await getTranslator('my'), await getTranslator('layout')]
  return (
    <PageHead
      crumbs={[
        { href: '/', text: layout('home') },
        { href: '/my', text: t('title') },
      ]}
      crumbsLabel={layout('youAreHere')}
      title={title}
      lead={lead}
    />
  )
}
