import { PlainSection } from '@/components/layout/plain-page'
import { fieldGroupName } from '@/components/procedure/field-group-name'
import { Link } from '@/components/ui/link'
import { listProcedures } from '@/lib/administration/published-procedures'
import type { Procedure } from '@/lib/procedures/procedure'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getLocale, getTranslator } from '../../_server/translator'
import { PublicPage } from '../public-page'

export async function generateMetadata() {
  const t = await getTranslator('help')
  return { title: t('siteMapTitle'), description: t('siteMapLead') }
}

/** All public pages on one, for people; `sitemap.xml` says the same to machines. */
export default async function SiteMapPage({ searchParams }: { searchParams: SearchParams }) {
  await readSearch('/site-map', searchParams)
  const [t, locale, pages, procedures] = [
    await getTranslator('help'),
    await getLocale(),
    await generalPages(),
    await listProcedures(),
  ]
  return (
    <PublicPage words="help" title={t('siteMapTitle')} lead={t('siteMapLead')}>
      <PlainSection title={t('pages')}>
        <LinkList links={pages} />
      </PlainSection>
      {[...byField(procedures)].map(([field, members]) => (
        <PlainSection key={field} title={fieldGroupName(field, locale)}>
          <LinkList
            links={members.map(({ key, name }) => ({
              href: `/procedures/${key}`,
              text: name[locale],
            }))}
          />
        </PlainSection>
      ))}
    </PublicPage>
  )
}

async function generalPages() {
  const [layout, help, deadlines] = [
    await getTranslator('layout'),
    await getTranslator('help'),
    await getTranslator('deadlines'),
  ]
  return [
    { href: '/', text: layout('home') },
    { href: '/procedures', text: layout('procedures') },
    { href: '/track', text: layout('track') },
    { href: '/verify', text: layout('verify') },
    { href: '/due-date', text: deadlines('title') },
    { href: '/help', text: help('title') },
    { href: '/accessibility', text: layout('accessibility') },
    { href: '/privacy', text: layout('privacy') },
    { href: '/login', text: layout('signIn') },
  ]
}

function LinkList({ links }: { links: { href: string; text: string }[] }) {
  return (
    <ul className="list-disc space-y-2 pl-6">
      {links.map(({ href, text }) => (
        <li key={href}>
          <Link href={href}>{text}</Link>
        </li>
      ))}
    </ul>
  )
}

function byField(procedures: readonly Procedure[]): Map<string, Procedure[]> {
  const fields = new Map<string, Procedure[]>()
  for (const procedure of procedures)
    fields.set(procedure.fieldGroup, [...(fields.get(procedure.fieldGroup) ?? []), procedure])
  return fields
}
