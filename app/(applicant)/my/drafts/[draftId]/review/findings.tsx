import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { issueText } from '@/components/form/issue-text'
import { boxOf, placeName, rowOf } from '@/components/form/places'
import { Notice } from '@/components/ui/notice'
import type { Missing } from '@/lib/procedures/find-missing'
import type { Finding } from '@/lib/procedures/finding'
import type { Section } from '@/lib/procedures/shape/field'

type Props = { own: OwnDraft; missing: readonly Missing[]; findings: readonly Finding[] }

/** What is missing or does not fit, each with a link to the place where it is put right. */
export async function Findings({ own, missing, findings }: Props) {
  const t = await getTranslator('draft')
  const contradictions = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const isReady = missing.length === 0 && contradictions.length === 0
  return (
    <div className="max-w-4xl">
      {isReady && <Notice tone="ok" title={t('review.ready')} />}
      {missing.length > 0 && (
        <Notice tone="danger" title={t('review.missingTitle', { count: missing.length })}>
          <MissingList own={own} missing={missing} />
        </Notice>
      )}
      {contradictions.length > 0 && (
        <Notice
          tone="danger"
          title={t('review.contradictionsTitle', { count: contradictions.length })}
        >
          <FindingList own={own} findings={contradictions} />
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warn" title={t('review.warningsTitle', { count: warnings.length })}>
          <p>{t('review.warningsBody')}</p>
          <FindingList own={own} findings={warnings} />
        </Notice>
      )}
    </div>
  )
}

async function MissingList({ own, missing }: Pick<Props, 'own' | 'missing'>) {
  const [t, d, locale] = [
    await getTranslator('form'),
    await getTranslator('draft'),
    await getLocale(),
  ]
  const groups = Map.groupBy(missing, ({ section }) => section)
  return (
    <ul className="space-y-3">
      {[...groups].map(([key, items]) => {
        const section = own.view.procedure.sections.find((one) => one.key === key)
        if (!section) return null
        return (
          <li key={key}>
            <span className="font-semibold">{section.title[locale]}</span>
            <ul className="list-disc pl-6">
              {items.slice(0, SHOWN).map((item) => (
                <li key={`${item.path}:${item.code}`}>
                  <a href={hrefOf(own, section, item.path)}>
                    {t('section.problem', {
                      label: placeName(section, item.path, { locale, t }),
                      text: issueText(t, section, item),
                    })}
                  </a>
                </li>
              ))}
              {items.length > SHOWN && (
                <li>
                  <a href={`/my/drafts/${own.view.draft.id}/${key}`}>
                    {d('review.missingMore', { count: items.length - SHOWN })}
                  </a>
                </li>
              )}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

/** A section that was not begun yet has more gaps than anybody wants to read. */
const SHOWN = 4

async function FindingList({ own, findings }: Pick<Props, 'own' | 'findings'>) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  return (
    <ul className="list-disc space-y-2 pl-6">
      {findings.map((finding) => {
        const section = own.view.procedure.sections.find(({ key }) => key === finding.section)
        const { clause, message } = finding
        return (
          <li key={`${finding.rule}:${finding.path}`}>
            {section ? (
              <a href={hrefOf(own, section, finding.path)}>{message[locale]}</a>
            ) : (
              message[locale]
            )}
            {clause && (
              <span className="block text-sm text-soft">
                {t('review.basis', {
                  text: `${clause.article}, ${clause.law}. ${clause.text[locale]}`,
                })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The very box, with its row open. */
export function hrefOf({ view }: OwnDraft, section: Section, path: string): string {
  const row = rowOf(section, path)
  const query = row ? `?${new URLSearchParams({ row })}` : ''
  return `/my/drafts/${view.draft.id}/${section.key}${query}#${boxOf(section, path)}`
}
