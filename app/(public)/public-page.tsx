import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { PageHead } from '@/components/layout/page-head'
import { getTranslator } from '../_server/translator'

/** The words of pages that everybody may read: each says what it is in one line. */
type Words = 'accessibility' | 'deadlines' | 'help' | 'privacy' | 'procedures' | 'track' | 'verify'

export async function publicMetadata(words: Words): Promise<Metadata> {
  const t = await getTranslator(words)
  return { title: t('title'), description: t('lead') }
}

/** A page one step from the front page, with its title and what it is good for. */
export async function PublicPage({
  words,
  title,
  lead,
  children,
}: {
  words: Words
  title?: string | undefined
  lead?: string | undefined
  children: ReactNode
}) {
  const [t, layout] = [await getTranslator(words), await getTranslator('layout')]
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: '/', text: layout('home') }]}
        crumbsLabel={layout('youAreHere')}
        title={title ?? t('title')}
        lead={lead ?? t('lead')}
      />
      {children}
    </div>
  )
}
