import { getLocale, getTranslator } from '@/app/_server/translator'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { CaseDoubt } from '@/lib/dossiers/case-doubts'

/** What does not fit the rules, for the officer to look at; nothing is decided by it. */
export async function Doubts({ doubts }: { doubts: readonly CaseDoubt[] }) {
  if (doubts.length === 0) return null
  const [t, locale] = [await getTranslator('office'), await getLocale()]
  return (
    <Notice tone="warn" level={2} title={t('doubts.title', { count: doubts.length })}>
      <p className="text-sm">{t('doubts.lead')}</p>
      <ul className="list-disc space-y-2 pl-5 text-sm">
        {doubts.map(({ rule, path, message, clause, told }) => (
          <li key={`${rule}:${path}`}>
            {message[locale]} {told && <Tag>{t('doubts.told')}</Tag>}
            {clause && (
              <span className="block text-soft">
                {clause.article}, {clause.law}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
