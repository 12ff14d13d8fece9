import type { ReactNode } from 'react'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { AnswerText } from '@/components/dossier/declared-sections'
import { formatDateTime } from '@/components/format'
import { Details } from '@/components/ui/details'
import { describeAnswer } from '@/lib/procedures/describe'
import type { Procedure } from '@/lib/procedures/procedure'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import type { ContentVersion } from '@/lib/supplements/content-versions'
import { itemName } from '@/lib/supplements/items'

type Props = { procedure: Procedure; versions: ContentVersion[] }

/** Every change of what was declared: when, by whom, and what stood there before. Nothing changes silently. */
export async function ContentVersions({ procedure, versions }: Props) {
  const t = await getTranslator('supplement')
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versions-title" className="mt-4">
      <h3 id="versions-title" className="mb-1 text-base">
        {t('office.versions')}
      </h3>
      {versions.map((version) => (
        <Details
          key={version.version}
          summary={[
            t('office.version', {
              version: String(version.version),
              at: formatDateTime(version.at),
            }),
            version.by === 'supply' ? t('office.bySupply') : t('office.byChange'),
            version.who,
          ].join(' · ')}
        >
          <Changes procedure={procedure} version={version} />
        </Details>
      ))}
    </section>
  )
}

async function Changes({ procedure, version }: { procedure: Procedure; version: ContentVersion }) {
  const [t, locale] = [await getTranslator('supplement'), await getLocale()]
  const fields = procedure.sections.flatMap((section) => section.fields)
  const said = (key: string, value: ContentVersion['changed'][number]['after']): ReactNode => {
    const field = fields.find((one) => one.key === key)
    if (!field || value === undefined)
      return <span className="text-soft">{t('review.nothing')}</span>
    return <AnswerText described={describeAnswer(field, value, { codes: SHIPPED_CODES, locale })} />
  }
  return (
    <>
      {version.changed.map(({ key, before, after }) => (
        <dl key={key} className="border-t border-hairline py-1.5">
          <dt className="text-xs text-soft">
            {itemName(procedure, { kind: 'field', key })[locale]}
          </dt>
          <dd className="break-words">
            <del>{said(key, before)}</del>
          </dd>
          <dd className="break-words">
            <ins className="no-underline">{said(key, after)}</ins>
          </dd>
        </dl>
      ))}
      {version.papers.map((key) => (
        <p key={key}>
          {t('office.newFiles', { name: itemName(procedure, { kind: 'paper', key })[locale] })}
        </p>
      ))}
    </>
  )
}
